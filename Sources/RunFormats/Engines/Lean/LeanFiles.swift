import Containers

/// The files of a run of LEAN: the result, and beside it its summary, its order events, and the tables that the cloud exports.
///
/// What a file is shows in its contents. Which files belong together shows in their names, which begin alike.
struct LeanFiles {
    /// What a file is.
    enum Kind {
        /// A result with its charts and orders.
        case result
        /// A thinned account with statistics, written beside a result since February 2025.
        case summary
        case events
        /// Closed trades as the cloud exports them.
        case trades
        /// Orders as the cloud exports them.
        case orders
    }

    /// The file that shows the run.
    let main: String
    let kind: Kind
    private(set) var events: String?
    private(set) var trades: String?
    private(set) var orders: String?

    var names: [String] { [main, events, trades, orders].compactMap(\.self) }

    /// The runs of a folder or file, by the files that show them.
    static func all(in folder: FolderGlance) -> [LeanFiles] { folder.once { look(in: folder) } }

    private static func look(in folder: FolderGlance) -> [LeanFiles] {
        if let name = folder.source.file { return kind(of: name, folder).map { [of(name, $0, folder)] } ?? [] }
        let kinds = folder.names.compactMap { name in kind(of: name, folder).map { (name: name, kind: $0) } }
        let results = kinds.filter { $0.kind == .result }.map(\.name)
        let stems = Set(results.map(RunSource.stem))
        let others = kinds.filter { file in
            file.kind != .result
                && !SortedNames.beginnings(of: file.name, before: marks).contains(where: stems.contains)
        }
        guard !results.isEmpty else { return alone(others, folder) }
        return results.map { LeanFiles(main: $0, kind: .result, folder, isOnly: results.count == 1) }
            + others.filter { $0.kind == .summary && results.count > 1 }
            .map { LeanFiles(main: $0.name, kind: .summary, folder, isOnly: false) }
    }

    /// What shows a run where there is no result.
    private static func alone(_ files: [(name: String, kind: Kind)], _ folder: FolderGlance) -> [LeanFiles] {
        for kind in [Kind.summary, .trades, .orders, .events] {
            let found = files.filter { $0.kind == kind }
            if !found.isEmpty {
                return found.map { LeanFiles(main: $0.name, kind: kind, folder, isOnly: found.count == 1) }
            }
        }
        return []
    }

    /// The run that a named file belongs to: that of the result beside it, where there is one.
    private static func of(_ name: String, _ kind: Kind, _ folder: FolderGlance) -> LeanFiles {
        if kind == .result { return LeanFiles(main: name, kind: kind, folder, isOnly: false) }
        let results = SortedNames.beginnings(of: name, before: marks).flatMap(folder.sorted.withEnding).filter {
            $0 != name && belongs(name, to: $0) && self.kind(of: $0, folder) == .result
        }
        // Of `run` and `run-2` the longer stem is the nearer one.
        guard let result = results.max(by: { $0.utf8.count < $1.utf8.count }) else {
            return LeanFiles(main: name, kind: kind, folder, isOnly: false)
        }
        return LeanFiles(main: result, kind: .result, folder, isOnly: false)
    }

    private init(main: String, kind: Kind, _ folder: FolderGlance, isOnly: Bool) {
        (self.main, self.kind) = (main, kind)
        let near = isOnly ? folder.names[...] : folder.sorted.beginning(with: RunSource.stem(of: main))
        for name in near where name != main && (isOnly || Self.belongs(name, to: main)) {
            switch Self.kind(of: name, folder) {
            case .events where events == nil: events = name
            case .trades where trades == nil: trades = name
            case .orders where orders == nil: orders = name
            default: break
            }
        }
    }

    /// What stands between the stem of a result and what a file beside it is.
    private static let marks = "._- "

    /// `run-order-events.json` and `run_trades.csv` belong to `run.json`; `run10.json` does not.
    private static func belongs(_ name: String, to result: String) -> Bool {
        let stem = RunSource.stem(of: result)
        guard name.hasPrefix(stem), let mark = name.dropFirst(stem.count).first else { return false }
        return marks.contains(mark)
    }

    /// The name that the files share.
    static func stem(of name: String) -> String {
        let stem = RunSource.stem(of: name)
        let ending = ["-summary", "-order-events", "_trades", "_orders"].first(where: stem.hasSuffix)
        return ending.map { String(stem.dropLast($0.count)) } ?? stem
    }
}

// MARK: What a file is

extension LeanFiles {
    static func kind(of name: String, _ folder: FolderGlance) -> Kind? {
        let head = folder.head(of: name)
        switch head.bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) {
        case UInt8(ascii: "{"): return kind(ofObject: name, head, folder)
        case UInt8(ascii: "["): return LeanEvents.isEvents(head) ? .events : nil
        case nil: return nil
        default: return LeanTables.kind(of: head.header)
        }
    }

    /// Members that results have and other files have not, in lower case.
    private static let own: Set<String> = [
        "rollingwindow", "totalperformance", "runtimestatistics", "alpharuntimestatistics",
    ]
    private static let common: Set<String> = [
        "charts", "statistics", "orders", "profitloss", "state", "algorithmconfiguration", "backtest",
    ]

    private static func kind(ofObject name: String, _ head: FileHead, _ folder: FolderGlance) -> Kind? {
        // The order of the members differs, and one of them may be longer than the beginning of the file.
        let first = Set(names(head.bytes))
        guard !first.isDisjoint(with: own) || !first.isDisjoint(with: common) else { return nil }
        let isWhole = head.bytes.count < FolderGlance.headSize
        if !isWhole, !first.isDisjoint(with: own) || head.contains("\"Strategy Equity\"") { return .result }
        let content = isWhole ? head.bytes : folder.content(of: name)
        var all = Set(names(content))
        if all.contains("backtest") { all = Set(names(content, at: "backtest")) }
        guard !all.isDisjoint(with: own) || all.isSuperset(of: ["charts", "statistics"]) else { return nil }
        let isSummary = all.isDisjoint(with: ["orders", "profitloss"]) && !Set(names(content)).contains("backtest")
        return isSummary ? .summary : .result
    }

    private static func names(_ bytes: [UInt8], at member: String? = nil) -> [String] {
        (JSONOutline.names(at: member.map { [$0] } ?? [], in: bytes) ?? []).map { $0.lowercased() }
    }
}
