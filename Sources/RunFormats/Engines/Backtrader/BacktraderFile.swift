import Containers

/// What a file of backtrader holds, by its content.
enum BacktraderFile: Hashable {
    /// `WriterFile`: a table and a dump of the run behind it.
    case writer
    /// Returns of the PyFolio analyzer: known only beside another file.
    case returns
    /// `get_analysis()` of analyzers, as JSON.
    case analyzers
    /// Positions, transactions and leverage of the PyFolio analyzer.
    case positions, transactions, leverage
    /// Orders and closed trades, as users' own observers and analyzers write them.
    case orders, trades

    /// What names of files say of their content.
    static let words = [
        "gross_lev", "leverage", "tradelist", "trade_list", "tradeslist", "trades", "orders", "transactions",
        "positions", "returns", "writer", "analyzers", "analyzer", "analysis", "pyfolio", "output", "log",
    ]

    /// Nil where the file is none of backtrader.
    init?(_ name: String, _ folder: FolderGlance) {
        let head = folder.head(of: name)
        if BacktraderWriter.isWriter(head.bytes) {
            self = .writer
        } else if head.isObject {
            guard Self.isAnalyzers(name, head, folder) else { return nil }
            self = .analyzers
        } else if let kind = Self.kind(head.header) {
            self = kind
        } else {
            return nil
        }
    }

    private static func kind(_ header: [String]) -> BacktraderFile? {
        func has(_ names: String...) -> Bool { names.allSatisfy(header.contains) }
        if has("datein", "pricein", "dateout", "dir") { return .trades }
        if has("ref", "side", "executed", "size", "price") { return .orders }
        if has("amount", "price", "sid", "symbol", "value"), header.first != "value" { return .transactions }
        if header.first == "Datetime", header.last == "cash", header.count > 2 { return .positions }
        guard header.count == 2, ["", "index", "date", "Date", "Datetime"].contains(header[0]) else { return nil }
        if header[1] == "gross_lev" { return .leverage }
        return ["return", "returns", "0"].contains(header[1]) ? .returns : nil
    }

    /// Names of results that only analyzers of backtrader have. Where returns come first, the others stand behind them.
    private static func isAnalyzers(_ name: String, _ head: FileHead, _ folder: FolderGlance) -> Bool {
        let marks = ["\"moneydown\"", "\"rnorm100\"", "\"sharperatio\"", "\"maxdrawdownperiod\""]
        if marks.contains(where: head.contains) { return true }
        guard head.bytes.count >= FolderGlance.headSize, startsWithTimes(head.bytes) else { return false }
        let content = FileHead(folder.content(of: name))
        return marks.contains(where: content.contains)
    }

    private static func startsWithTimes(_ bytes: [UInt8]) -> Bool {
        guard let first = JSONOutline.names(at: [], in: bytes)?.first,
            let key = JSONOutline.names(at: [first], in: bytes)?.first
        else { return false }
        return DateFormat.isTimestamp(key)
    }

    /// What it is called in messages.
    var words: String {
        switch self {
        case .writer: "the writer's file"
        case .returns: "the returns"
        case .analyzers: "the analyzers' results"
        case .positions: "the positions of the PyFolio analyzer"
        case .transactions: "the transactions of the PyFolio analyzer"
        case .leverage: "the leverage of the PyFolio analyzer"
        case .orders: "the orders"
        case .trades: "the trades"
        }
    }
}
