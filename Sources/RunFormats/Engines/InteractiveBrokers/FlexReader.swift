import Containers
import NativeCodecs
import RunModel
import Series

/// Interactive Brokers: a Flex query of a paper or live account, as XML or CSV; each account is a run.
enum FlexReader: RunFormatReader {
    static let format = "Interactive Brokers Flex"

    static func recognise(_ folder: FolderGlance) throws(RunError) -> Recognition? {
        let results = folder.documents([".xml", ".csv"]).compactMap { name -> FoundRun.ResultFile? in
            guard isFlex(name, folder), let accounts = accounts(name, folder) else { return nil }
            return FoundRun.ResultFile(
                stem: RunSource.stem(of: name), name: name, labels: accounts.count > 1 ? accounts : [])
        }
        guard !results.isEmpty else { return nil }
        return Recognition(because: "the frame of a Flex query", runs: FoundRun.named(results))
    }

    private static func isFlex(_ name: String, _ folder: FolderGlance) -> Bool {
        let mark = FileHead(Array(folder.mark(of: name)))
        guard ["BOF", "HEADER", "ClientAccountID", "<Flex"].contains(where: mark.contains) else { return false }
        let bytes = folder.document(of: name)
        if FlexXML.isFlex(bytes) { return true }
        var (rows, first) = (FlexRows(Array(bytes.prefix(1 << 14))), [[String]]())
        while first.count < 2, let row = rows.next() { first.append(row.cells) }
        return FlexCSV.isFlex(first)
    }

    /// The accounts in a file; nil where it cannot be read.
    private static func accounts(_ name: String, _ folder: FolderGlance) -> [String]? {
        let bytes = folder.content(of: name)
        guard FlexXML.isFlex(bytes) else { return FlexCSV.read(bytes).accounts.map(\.number) }
        // What is wrong with the file is told when it is read.
        return (try? FlexXML.read(bytes, accountsOnly: true))?.accounts.map(\.number) ?? []
    }

    static func read(_ found: FoundRun, in folder: FolderGlance, options: RunOptions) throws(RunError) -> RawRun {
        let (source, file) = (folder.source, found.file ?? "")
        let log = source.log
        let bytes = try source.document(file, role: "statement")
        let document: FlexDocument
        do throws(XMLEvents.Failure) {
            document = FlexXML.isFlex(bytes) ? try FlexXML.read(bytes) : FlexCSV.read(bytes)
        } catch {
            throw log.fail(
                .badContainer(
                    file,
                    ContainerProblem(
                        code: "xml_damaged", fact: "the XML is damaged: \(error.fact)",
                        remedy: "download the query again",
                        byte: error.byte)))
        }
        guard let account = document.accounts.first(where: { found.label == nil || $0.number == found.label }) else {
            throw log.fail(
                .incompleteStatement(file, "the query has no account", "add the section Net Asset Value (NAV) in Base"))
        }
        let dates = try FlexDates(texts(account), format: options.dateFormat, file: file, log: log)
        return try run(FlexStatement(account: account, dates: dates, file: file, log: log), document)
    }

    /// All dates of an account, which show together how they are written.
    private static func texts(_ account: FlexAccount) -> [String] {
        FlexSection.allCases.flatMap { section in
            account[section].flatMap { row in
                ["reportdate", "datetime", "tradedate", "fromdate", "todate", "date"].compactMap { row[$0] }
            }
        }
    }

    private static func run(_ statement: FlexStatement, _ document: FlexDocument) throws(RunError) -> RawRun {
        let value = try FlexNetAssetValue(statement).value()
        var run = RawRun(format: format, engine: format, isOfEngine: true, main: value.series)
        let executions = try FlexTrades(statement, first: value.first).read()
        (run.trades, run.fills) = (executions?.trades, executions?.fills)
        try statement.log.checkpoint()
        run.description = description(statement, document)
        run.reportedEndValue = value.end
        run.reported = reported(statement)
        statement.log.note("Times of \(statement.file) are those of the statement, whose zone is not in the file.")
        return run
    }

    /// The time-weighted return that the broker computed, of a statement of one period.
    private static func reported(_ statement: FlexStatement) -> [ReportedStatistic] {
        let rows = statement.account[.change]
        guard rows.count == 1, let text = rows[0]["twr"], let value = StatementNumber.value(text) else { return [] }
        return [
            ReportedStatistic(
                name: "Time-weighted return", text: text + "%", value: value / 100, key: "total_return",
                note: "the broker weighs payments within their day", file: statement.file)
        ]
    }

    private static func description(_ statement: FlexStatement, _ document: FlexDocument) -> RunDescription {
        var description = RunDescription()
        let account = statement.account
        let info = account[.account].first
        let alias = info?["acctalias"] ?? account[.netAssetValue].first?["acctalias"]
        description.strategy = .given(alias ?? "Account \(account.number)")
        description.currency =
            info?["currency"] ?? account[.netAssetValue].lazy.compactMap { $0["currency"] }.first
            ?? account[.change].lazy.compactMap { $0["currency"] }.first
        if let wall = document.generated.flatMap(statement.dates.wall) {
            description.created = .given(Timestamp(milliseconds: wall).description)
        }
        if let query = document.query, !query.isEmpty {
            description.parameters = [ParameterText.parameter("Flex query", query)]
        }
        return description
    }
}

/// One account of a file, with how its dates are read.
struct FlexStatement {
    let account: FlexAccount
    let dates: FlexDates
    let file: String
    let log: ReadingLog

    /// Rows of a section that are not sums of others: details where there are details.
    func details(_ section: FlexSection, _ detail: String) -> [FlexRecord] {
        let rows = account[section]
        let marked = rows.filter { $0["levelofdetail"]?.uppercased() == detail }
        return marked.isEmpty ? rows : marked
    }
}
