import Containers
import RunModel

/// The files that users save of a result of backtesting.py: tables in any container, JSON among them.
///
/// `stats['_trades'].to_json(…)` is a table; `stats.to_json()` is the statistics with the curve and the trades as tables
/// within. JSON that was written with `default=str` has prints of both in their place, which are no tables.
enum BacktestingPyFile {
    static let equityColumns = ["Equity", "DrawdownPct", "DrawdownDuration"]
    private static let endings = [".csv", ".csv.gz", ".parquet", ".feather", ".arrow", ".xlsx", ".json"]

    /// The files with the account that a path shows: the named one, that of which the named one is a part, or one for each
    /// result in the folder.
    static func accounts(in folder: FolderGlance) -> [String] {
        guard let file = folder.source.file else { return accounts(among: folder.names, folder) }
        if isAccount(file, folder) { return [file] }
        guard isTrades(file, folder) || BacktestingPyStats.isStats(folder.head(of: file).bytes) else { return [] }
        return accounts(among: BacktestingPyReader.Companions.accounts(beside: file, folder), folder)
    }

    /// One account for each stem: a table before the statistics that hold one, text before other containers.
    private static func accounts(among names: [String], _ folder: FolderGlance) -> [String] {
        let tables = textFirst(names).filter { isTable($0) && isAccount($0, folder) }
        var seen = Set<String>()
        let first = (tables.filter { !isDocument($0, folder) } + tables).filter {
            seen.insert(BacktestingPyReader.Companions.stem(of: $0)).inserted
        }
        return names.filter(first.contains)
    }

    /// The names with those of text tables first, which were read before others were.
    static func textFirst(_ names: [String]) -> [String] {
        func isText(_ name: String) -> Bool {
            name.lowercased().hasSuffix(".csv") || name.lowercased().hasSuffix(".csv.gz")
        }
        return names.filter(isText) + names.filter { !isText($0) }
    }

    private static func isTable(_ name: String) -> Bool { endings.contains { FileStem.before($0, name) != nil } }

    private static func isAccount(_ name: String, _ folder: FolderGlance) -> Bool {
        equityColumns.allSatisfy(columns(name, folder).contains) || isDocument(name, folder)
    }

    static func isTrades(_ name: String, _ folder: FolderGlance) -> Bool {
        isTable(name) && BacktestingPyTrades.isTrades(columns(name, folder))
    }

    /// Whether a file is the statistics as JSON with the curve as a table within.
    static func isDocument(_ name: String, _ folder: FolderGlance) -> Bool {
        let head = folder.head(of: name)
        guard isJSON(head.bytes), BacktestingPyStats.isStats(head.bytes) else { return false }
        return JSONOutline.names(at: ["_equity_curve"], in: head.bytes)?.first == "Equity"
    }

    private static func isJSON(_ bytes: [UInt8]) -> Bool {
        let first = bytes.first { $0 > 0x20 }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// The names of a table's columns. Those of JSON by columns stand throughout the file.
    private static func columns(_ name: String, _ folder: FolderGlance) -> [String] {
        let head = folder.head(of: name)
        guard isJSON(head.bytes) else { return head.header }
        let columns = JSONTable.columns(head.bytes)
        let isCut = head.bytes.count >= FolderGlance.headSize
        guard isCut, let first = columns.first, first == "Equity" || first == "Size" else { return columns }
        return JSONTable.columns(folder.content(of: name))
    }

    /// A table of a result; for the statistics as JSON that of a member.
    static func table(
        _ bytes: [UInt8], _ name: String, member: String, _ log: ReadingLog
    ) throws(RunError) -> TableFile {
        guard isJSON(bytes) else { return try TableFile(name: name, bytes: bytes, log: log) }
        let document: JSONValue
        do throws(JSONError) {
            document = try JSONReader.parse(bytes)
        } catch { throw log.fail(.badJSON(name, error)) }
        guard let text = JSONTable.text(of: document[member] ?? document) else { throw log.fail(.notASeries(name)) }
        return try TableFile(name: name, bytes: text, log: log)
    }
}
