/// Curves over a common axis, drawn with dots: values at the left, what stands beneath is the caller's.
public struct TerminalPlot {
    /// Values over places.
    public struct Curve {
        let places: [Double]
        let values: [Double]
        let tone: TerminalTone
        /// Whether the space between the value and zero is filled.
        let isFilled: Bool

        /// A curve; `places` ascend and are as many as `values`.
        public init(places: [Double], values: [Double], tone: TerminalTone, isFilled: Bool = false) {
            self.places = places
            self.values = values
            self.tone = tone
            self.isFilled = isFilled
        }
    }

    /// Columns before the curves.
    public static let labelWidth = 9

    private let rows: Int
    private let curves: [Curve]
    private let range: ClosedRange<Double>
    private let label: (Double) -> String

    /// A plot of so many rows; later curves lie before earlier ones.
    public init(rows: Int, curves: [Curve], including: [Double], label: @escaping (Double) -> String) {
        self.rows = max(2, rows)
        self.curves = curves
        self.label = label
        let values = (curves.flatMap(\.values) + including).filter(\.isFinite)
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        range = low < high ? low...high : (low - 1)...(low + 1)
    }

    /// The plot with names of its highest, its lowest and a further value, such as 1 for growth.
    public func lines(on terminal: Terminal, naming value: Double?) -> [TerminalLine] {
        let columns = terminal.width - Self.labelWidth
        var canvas = DotCanvas(columns: columns, rows: rows, isPlain: terminal.style == .plain)
        for curve in curves { draw(curve, on: &canvas) }
        var labels: [Int: String] = [0: label(range.upperBound), rows - 1: label(range.lowerBound)]
        if let value, range.contains(value) {
            let row = place(value, of: canvas.height) * rows / canvas.height
            if labels[row] == nil { labels[row] = label(value) }
        }
        return (0..<rows).map { row in
            let text = TextWidth.padded(terminal.shown(labels[row] ?? ""), to: Self.labelWidth - 1, atEnd: true) + " "
            return TerminalLine([TerminalPiece(text, .muted)]) + canvas.line(row)
        }
    }

    /// The dot of a value, from above.
    private func place(_ value: Double, of height: Int) -> Int {
        let share = (range.upperBound - value) / (range.upperBound - range.lowerBound)
        guard share.isFinite else { return 0 }
        return Int((min(max(share, 0), 1) * Double(height - 1)).rounded())
    }

    /// Each column of dots shows every value that falls into it, joined to the value before.
    private func draw(_ curve: Curve, on canvas: inout DotCanvas) {
        guard let first = curves.compactMap(\.places.first).min(), let last = curves.compactMap(\.places.last).max()
        else { return }
        let span = last > first ? last - first : 1
        let zero = place(0, of: canvas.height)
        var previous: (column: Int, y: Int)?
        for (x, value) in zip(curve.places, curve.values) where x.isFinite && value.isFinite {
            let column = Int((x - first) / span * Double(canvas.width - 1))
            let y = place(value, of: canvas.height)
            let start = previous ?? (column, y)
            var before = start.y
            // A series of few values leaves no gaps between its columns.
            for between in min(start.column + 1, column)...column {
                let share = column > start.column ? Double(between - start.column) / Double(column - start.column) : 1
                let there = start.y + Int((Double(y - start.y) * share).rounded())
                let from = curve.isFilled ? zero : before
                canvas.fill(between, min(from, there)...max(from, there), curve.tone)
                before = there
            }
            previous = (column, y)
        }
    }
}
