import RunModel
import Series
import ShippedFiles

/// Named stretches of history: those that ship, and those of a user's file with the columns name, from, to.
enum EventsReader {
    /// The file that ships.
    static let shippedPath = "Data/stress-periods.csv"

    private static let nameColumns = ["name", "event", "period", "label"]
    private static let startColumns = ["from", "start", "begin"]
    private static let endColumns = ["to", "end", "until"]

    /// The periods that ship, in order of time.
    static let shipped: [StressPeriod] = {
        guard let bytes = ShippedFiles.bytes(of: shippedPath) else { return [] }
        let log = ReadingLog()
        return (try? read(TableFile(name: "stress-periods.csv", bytes: bytes, log: log))) ?? []
    }()

    /// The periods of a file in its order; a row without a name or with bad dates is an error with its line.
    static func read(_ file: TableFile) throws(RunError) -> [StressPeriod] {
        let header = file.header.map(ColumnNames.normalised)
        func place(_ names: [String]) -> Int? { names.compactMap { header.firstIndex(of: $0) }.first }
        let (name, start, end) = (place(nameColumns), place(startColumns), place(endColumns))
        let missing = [(name, "name"), (start, "from"), (end, "to")].filter { $0.0 == nil }.map(\.1)
        guard missing.isEmpty else { throw file.log.fail(.missingEventColumns(file.name, missing)) }
        let table = TradeTable(file: file, exit: nil)
        let (starts, ends) = (table.timestamps(start), table.timestamps(end))
        let periods = (0..<max(0, file.count)).compactMap { index -> StressPeriod? in
            guard let first = starts[index], let last = ends[index] else { return nil }
            let (from, to) = (
                Timestamp(milliseconds: first.wall).date, Timestamp(milliseconds: last.wall).date
            )
            guard from < to else {
                file.log.add(.invertedEvent(file.name, file.line(ofRow: index + 1), from.iso, to.iso))
                return nil
            }
            return StressPeriod(
                name: table.text(index + 1, name) ?? "\(from.iso) to \(to.iso)", start: from, end: to)
        }
        try file.log.checkpoint()
        return periods
    }
}
