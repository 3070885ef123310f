import Containers

/// The statistics of vectorbt: `pf.stats()` of one column, or a row for each (`pf.stats(agg_func=None)`).
struct VectorbtStatistics {
    private let lookUp: (String) -> String?

    init(_ bytes: [UInt8], label: VectorbtLabel) {
        if let table = StatisticsTable(bytes) {
            lookUp = { table[$0] }
        } else {
            lookUp = Self.row(bytes, label)
        }
    }

    /// A statistic as a number; nil where it is not there.
    subscript(name: String) -> Double? { lookUp(name).flatMap { Double($0) } }

    /// The row whose first cells, those before `Start`, are the label's parts.
    private static func row(_ bytes: [UInt8], _ label: VectorbtLabel) -> (String) -> String? {
        guard let table = try? CSVScanner.scan(bytes, delimiter: UInt8(ascii: ",")) else { return { _ in nil } }
        let header = table.texts(ofRow: 0)
        let levels = header.firstIndex(of: "Start") ?? 0
        let row = (1..<max(1, table.rowCount)).first { row in
            levels > 0 && (0..<levels).map { table.text(row, $0) } == label.parts
        }
        return { name in
            guard let row, let column = header.firstIndex(of: name) else { return nil }
            return table.text(row, column)
        }
    }
}
