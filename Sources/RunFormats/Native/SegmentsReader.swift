import RunModel
import Series

/// A benchmark's weights and returns by segment as written: one row per period and segment.
struct RawSegments {
    /// One segment in one period.
    struct Row {
        var time: WrittenTimestamp
        var name: String
        var weight: Double
        var value: Double
    }

    var file: String
    var rows: [Row]
}

/// Reads a benchmark's weights and returns by segment.
enum SegmentsReader {
    private static let nameColumns = ["segment", "sector", "symbol", "asset", "asset_class", "name"]
    private static let weightColumns = ["weight", "weights"]
    private static let returnColumns = ["return", "returns"]

    /// The rows in the order of the file; throws where it lacks what makes one.
    static func read(_ file: TableFile) throws(RunError) -> RawSegments {
        let header = file.header.map(ColumnNames.normalised)
        func place(_ names: [String]) -> Int? { names.compactMap { header.firstIndex(of: $0) }.first }
        let (name, weight, value) = (place(nameColumns), place(weightColumns), place(returnColumns))
        let missing = [(name, "segment"), (weight, "weight"), (value, "return")].filter { $0.0 == nil }.map(\.1)
        guard let name, missing.isEmpty else { throw file.log.fail(.missingWeightColumns(file.name, missing)) }
        let time = try file.timestampColumn()
        let table = TradeTable(file: file, exit: time)
        let (times, weights, values) = (table.timestamps(time), table.neededNumbers(weight), table.neededNumbers(value))
        let rows = (0..<max(0, file.count)).compactMap { index -> RawSegments.Row? in
            guard let moment = times[index], weights[index].isFinite, values[index].isFinite,
                let segment = table.text(index + 1, name)
            else { return nil }
            return RawSegments.Row(time: moment, name: segment, weight: weights[index], value: values[index])
        }
        return RawSegments(file: file.name, rows: rows)
    }
}
