import Analytics
import DataOutput
import Formatting
import Tables

extension MetricsTable {
    /// The metrics of several runs side by side: one line per metric under its group's name, one column per run. What no run
    /// has a value of is left out.
    static func text(_ columns: MetricColumns, _ spelling: NumberSpelling) -> String {
        let format = CellFormat().spelled(spelling)
        let isIntraday = columns.analyses.contains { $0.run.calendar.periodsPerSession > 1 }
        let rows = columns.rows { isIntraday || columns.keys != nil || !$0.isOfBars }
        let nameWidth = rows.map { $0[0].declaration.name.count }.max() ?? 0
        let widths = columns.shortNames.indices.map { place in
            2 + max(columns.shortNames[place].count, rows.map { format.text($0[place]).count }.max() ?? 0)
        }
        var text = String(repeating: " ", count: nameWidth + 2)
        for (name, width) in zip(columns.shortNames, widths) { text += atEnd(name, width) }
        text += "\n"
        for group in MetricDeclaration.Group.allCases {
            let metrics = rows.filter { $0[0].declaration.group == group }
            guard !metrics.isEmpty else { continue }
            text += group.title + "\n"
            for row in metrics {
                let name = row[0].declaration.name
                text += "  " + name + String(repeating: " ", count: nameWidth - name.count)
                text += zip(row, widths).map { atEnd(format.text($0), $1) }.joined() + "\n"
            }
        }
        return text
    }

    private static func atEnd(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
