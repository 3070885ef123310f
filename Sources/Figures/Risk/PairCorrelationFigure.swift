import Analytics
import Charts

/// Correlation matrices of what was held, and of factors.
enum PairCorrelationFigure {
    static let positions = definition(
        "position-correlations", "correlation matrix of the daily returns of what was held", "Correlation of positions"
    ) { (analysis) throws(Unavailable) in try analysis.positionCorrelations }

    static let factors = definition(
        "factor-correlations", "correlation matrix of the factors and the run", "Correlation of factors"
    ) { (analysis) throws(Unavailable) in try analysis.factorCorrelations }

    private static func definition(
        _ name: String, _ summary: String, _ title: String,
        _ matrix: @escaping @Sendable (Analysis) throws(Unavailable) -> PairCorrelations
    ) -> FigureDefinition<Analysis> {
        FigureDefinition<Analysis>(name, summary) { analysis in
            Result { () throws(Unavailable) in chart(title, try matrix(analysis)) }
        }
    }

    private static func chart(_ title: String, _ matrix: PairCorrelations) -> Chart {
        let count = matrix.names.count
        let places = Array(matrix.names.indices)
        let columns = places.map { AxisBand([matrix.names[$0], "\($0 + 1)"], start: Double($0), end: Double($0 + 1)) }
        let rows = places.map { place in
            AxisBand(
                [count > 5 ? "\(place + 1) \u{2009}\(matrix.names[place])" : matrix.names[place]], start: Double(place),
                end: Double(place + 1))
        }
        let cells = places.flatMap { row in places.map { cell(matrix, row, $0) } }
        return Chart(
            title: title, subtitle: "daily returns, on days that both have", altText: altText(title, matrix),
            aspect: (34 + 15 * Double(count)) / 540,
            x: Axis(.bands(columns, extent: Double(count)), labelsOnTop: true),
            panels: [
                Panel(
                    y: Axis(.bands(rows, extent: Double(count))),
                    marks: [.cells(CellsMark(cells, colors: .diverging(reach: 1)))])
            ])
    }

    private static func cell(_ matrix: PairCorrelations, _ row: Int, _ column: Int) -> CellsMark.Cell {
        let isSame = row == column
        let value = isSame ? nil : matrix.value(row, column)
        let text = isSame ? "1" : value.map(FigureWords.ratio) ?? "n/a"
        return CellsMark.Cell(
            x0: Double(column), x1: Double(column + 1), row: row, value: value, texts: [text, ""],
            emphasis: isSame ? .muted : .plain, title: "\(matrix.names[row]), \(matrix.names[column]): \(text)")
    }

    private static func altText(_ title: String, _ matrix: PairCorrelations) -> String {
        let known = matrix.pairs.compactMap { pair in pair.value.map { (pair: pair, value: $0) } }
        func words(_ one: (pair: PairCorrelations.Pair, value: Double)) -> String {
            "\(FigureWords.ratio(one.value)) between \(matrix.names[one.pair.first]) and \(matrix.names[one.pair.second])"
        }
        guard let high = known.max(by: { $0.value < $1.value }), let low = known.min(by: { $0.value < $1.value }) else {
            return "\(title): none is known."
        }
        guard known.count > 1 else { return "\(title): \(words(high))." }
        return "\(title): highest \(words(high)), lowest \(words(low))."
    }
}
