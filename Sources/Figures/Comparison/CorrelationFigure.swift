import Analytics
import Charts
import Comparison

/// The correlation matrix of the returns between common moments.
enum CorrelationFigure {
    static let definition = FigureDefinition<Comparison>(
        "correlations", "correlation matrix of the returns between common moments"
    ) { comparison in
        let matrix = comparison.correlations
        let pairs = comparison.members.indices.flatMap { row in
            comparison.members.indices.filter { $0 < row }.compactMap { column -> Pair? in
                (try? matrix[row, column].get()).map { Pair(row: column, column: row, value: $0) }
            }
        }
        guard !pairs.isEmpty else {
            if case .failure(let cause) = matrix[0, 1] { return .failure(cause) }
            return .failure(Unavailable(code: "no_correlation", reason: "no two runs have a correlation"))
        }
        let cells = comparison.members.flatMap { row in
            comparison.members.map { column in cell(comparison, row, column) }
        }
        let columns = comparison.members.map { member in
            AxisBand([member.name, "\(member.index + 1)"], start: Double(member.index), end: Double(member.index + 1))
        }
        return .success(
            Chart(
                title: "Correlation of returns", subtitle: "between \(comparison.span.timestamps.count) common moments",
                altText: altText(comparison, pairs), aspect: (30 + 15 * Double(comparison.members.count)) / 540,
                x: Axis(.bands(columns, extent: Double(columns.count)), labelsOnTop: true),
                panels: [
                    Panel(
                        y: numbered(comparison),
                        marks: [.cells(CellsMark(cells, colors: .diverging(reach: 1)))])
                ]))
    }

    private struct Pair {
        let row: Int
        let column: Int
        let value: Double
    }

    /// Rows say the number by which a narrow column is headed.
    private static func numbered(_ comparison: Comparison) -> Axis {
        let bands = comparison.members.map { member in
            AxisBand(
                [comparison.members.count > 4 ? "\(member.index + 1) \u{2009}\(member.name)" : member.name],
                start: Double(member.index),
                end: Double(member.index + 1))
        }
        return Axis(.bands(bands, extent: Double(bands.count)))
    }

    private static func cell(_ comparison: Comparison, _ row: Member, _ column: Member) -> CellsMark.Cell {
        let value = try? comparison.correlations[row.index, column.index].get()
        let text = value.map(FigureWords.ratio) ?? "n/a"
        return CellsMark.Cell(
            x0: Double(column.index), x1: Double(column.index + 1), row: row.index,
            value: row.index == column.index ? nil : value, texts: [row.index == column.index ? "1" : text],
            emphasis: row.index == column.index ? .muted : .plain, title: "\(row.name), \(column.name): \(text)")
    }

    private static func altText(_ comparison: Comparison, _ pairs: [Pair]) -> String {
        func words(_ pair: Pair) -> String {
            "\(FigureWords.ratio(pair.value)) between \(comparison.members[pair.row].name) and "
                + comparison.members[pair.column].name
        }
        guard let high = pairs.max(by: { $0.value < $1.value }), let low = pairs.min(by: { $0.value < $1.value }),
            pairs.count > 1
        else { return "Correlation of returns: \(pairs.first.map(words) ?? "n/a")." }
        return "Correlation of returns: highest \(words(high)), lowest \(words(low))."
    }
}
