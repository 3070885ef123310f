import Charts
import DocumentModel
import Graphics

/// Draws a figure that a template declares.
struct OwnChart {
    let figure: OwnFigure
    let data: OwnData

    /// Bars and cells beyond this number say nothing on a page.
    private static let mostBars = 400

    init(_ figure: OwnFigure, _ data: OwnData) {
        self.figure = figure
        self.data = data
    }

    /// The chart; throws for columns that are not there or do not suit the type.
    func chart() throws(OwnFigureProblem) -> Chart {
        switch figure.kind {
        case .line, .area, .scatter: try plotted()
        case .bar: try bars()
        case .histogram: try histogram()
        case .heatmap: try heatmap()
        }
    }

    // MARK: Columns

    private func x() throws(OwnFigureProblem) -> OwnData.Column {
        guard figure.x.isEmpty else { return try data.column(figure.x) }
        guard let first = data.columns.first else { throw .unsuitable("there are no columns") }
        return first
    }

    /// The columns up: those that are named, or the first numbers beside x.
    private func y(beside x: String) throws(OwnFigureProblem) -> [(name: String, values: [Double])] {
        var names = figure.y
        if names.isEmpty {
            names = data.columns.first { $0.name != x && $0.numbers != nil }.map { [$0.name] } ?? []
        }
        guard !names.isEmpty else { throw .unsuitable("no column beside '\(x)' has numbers") }
        var columns: [(name: String, values: [Double])] = []
        for name in names { columns.append((name, try numbers(name))) }
        return columns
    }

    private func numbers(_ name: String) throws(OwnFigureProblem) -> [Double] {
        guard let numbers = try data.column(name).numbers else {
            throw .unsuitable("the column '\(name)' has no numbers")
        }
        return numbers
    }

    private var format: NumberFormat {
        switch figure.unit {
        case .number: .number(2)
        case .percent: .percent(1)
        case .money: .money(0)
        case .multiple: .multiple(2)
        case .count: .count
        }
    }

    private func made(
        _ facts: String, x: Axis, y: Axis, marks: [Mark], aspect: Double = 0.35
    ) -> Chart {
        let title = figure.title.isEmpty ? figure.data : figure.title
        return Chart(
            title: title, subtitle: figure.subtitle,
            altText: figure.altText.isEmpty ? "\(title): \(facts)." : figure.altText, aspect: aspect,
            x: x,
            panels: [Panel(y: y, marks: marks)])
    }
}

/// Lines, areas, dots.
extension OwnChart {
    private func plotted() throws(OwnFigureProblem) -> Chart {
        let across = try x()
        let columns = try y(beside: across.name)
        if figure.kind == .area, columns.count > 1 { throw .unsuitable("an area shows one column") }
        guard let places = across.days ?? across.numbers else {
            throw .unsuitable("the column '\(across.name)' has neither numbers nor dates")
        }
        var axis = across.days == nil ? Axis(.linear, format: .number(2), isNice: true) : Axis.time
        axis.isNice = across.days == nil
        var up = Axis(
            figure.isLogarithmic ? .logarithmic : .linear, format: format, isNice: !figure.isLogarithmic)
        if figure.kind == .area { up.including = [0] }
        let marks = columns.enumerated().flatMap { index, column in
            self.marks(column, places, color: Self.color(index), isOnly: columns.count == 1)
        }
        let last = columns.map { "\($0.name) ends at \(text($0.values.last { $0.isFinite } ?? .nan))" }
        return made(
            figure.kind == .scatter ? "\(places.count) points" : last.joined(separator: ", "), x: axis,
            y: up,
            marks: marks)
    }

    private func marks(
        _ column: (name: String, values: [Double]), _ places: [Double], color: ColorRole, isOnly: Bool
    ) -> [Mark] {
        let ending = EndLabel(
            isOnly ? "" : column.name, value: text(column.values.last { $0.isFinite } ?? .nan),
            paint: .role(color))
        switch figure.kind {
        case .scatter: return [.dots(DotsMark(x: places, y: column.values, paint: .role(color)))]
        case .area:
            return [
                .area(
                    AreaMark(
                        x: places, y: column.values, paint: .role(color, opacity: 0.18),
                        edge: AreaMark.Edge(column.name, paint: .role(color)), ending: ending))
            ]
        default:
            return [
                .line(
                    LineMark(column.name, x: places, y: column.values, paint: .role(color), ending: ending))
            ]
        }
    }

    private static func color(_ index: Int) -> ColorRole {
        let colors: [ColorRole] = [.accent, .category2, .category3, .category4, .category5, .category6]
        return colors[index % colors.count]
    }

    private func text(_ value: Double) -> String { value.isFinite ? format.text(value) : "n/a" }
}

/// Bars and cells.
extension OwnChart {
    private func bars() throws(OwnFigureProblem) -> Chart {
        let across = try x()
        let columns = try y(beside: across.name)
        guard columns.count == 1, let column = columns.first else {
            throw .unsuitable("bars show one column")
        }
        guard column.values.count <= Self.mostBars else {
            throw .unsuitable("\(column.values.count) bars are more than \(Self.mostBars)")
        }
        let names = across.texts.isEmpty ? column.values.indices.map { "\($0 + 1)" } : across.texts
        let bars = column.values.enumerated().compactMap { index, value -> BarsMark.Bar? in
            guard value.isFinite else { return nil }
            return BarsMark.Bar(
                x0: Double(index) + 0.15, x1: Double(index) + 0.85, y1: value,
                paint: .role(value < 0 ? .loss : .gain),
                value: column.values.count <= 24 ? text(value) : "",
                title: "\(names[index]): \(text(value))")
        }
        let y = Axis(
            .linear, format: format, including: [0], isNice: true, baseline: 0, lowPadding: 8,
            highPadding: 8)
        return made(
            "\(bars.count) bars", x: .bands(names.map { [$0] }), y: y, marks: [.bars(BarsMark(bars))])
    }

    private func histogram() throws(OwnFigureProblem) -> Chart {
        let named = figure.y.first ?? figure.x
        var all: [Double]
        if named.isEmpty {
            all = try y(beside: "").first?.values ?? []
        } else {
            all = try numbers(named)
        }
        all.removeAll { !$0.isFinite }
        let values = all
        guard let low = values.min(), let high = values.max(), high > low else {
            throw .unavailable("the values do not vary")
        }
        let count = min(max(Int(exactly: Double(values.count).squareRoot().rounded()) ?? 10, 5), 40)
        let width = (high - low) / Double(count)
        guard width.isFinite, width > 0 else { throw .unavailable("the values do not vary") }
        var counts = [Int](repeating: 0, count: count)
        for value in values {
            counts[min(Int(exactly: ((value - low) / width).rounded(.down)) ?? 0, count - 1)] += 1
        }
        let bars = counts.enumerated().filter { $1 > 0 }.map { index, number in
            let start = low + Double(index) * width
            return BarsMark.Bar(
                x0: start, x1: start + width, y1: Double(number), paint: .role(.accent, opacity: 0.88),
                title: "\(text(start)) to \(text(start + width)): \(number)")
        }
        return made(
            "\(values.count) values from \(text(low)) to \(text(high))",
            x: Axis(.linear, format: format, isNice: true),
            y: Axis(.linear, format: .count, including: [0], isNice: true),
            marks: [.bars(BarsMark(bars))])
    }

    private func heatmap() throws(OwnFigureProblem) -> Chart {
        guard !figure.y.isEmpty, !figure.value.isEmpty else {
            throw .unsuitable("a heatmap needs 'y', the rows, and 'value', which colours")
        }
        let (across, down) = (try x(), try data.column(figure.y.first ?? ""))
        let values = try numbers(figure.value)
        let (columns, rows) = (Self.distinct(across.texts), Self.distinct(down.texts))
        guard columns.count * rows.count <= 4 * Self.mostBars else {
            throw .unsuitable("\(columns.count) by \(rows.count) cells are too many")
        }
        let most = values.filter(\.isFinite).map(\.magnitude).max() ?? 1
        let reach = most > 0 ? most : 1
        let cells = values.indices.compactMap { index -> CellsMark.Cell? in
            guard values[index].isFinite, let column = columns.firstIndex(of: across.texts[index]),
                let row = rows.firstIndex(of: down.texts[index])
            else { return nil }
            return CellsMark.Cell(
                x0: Double(column), x1: Double(column + 1), row: row, value: values[index],
                texts: [text(values[index]), ""],
                title: "\(across.texts[index]), \(down.texts[index]): \(text(values[index]))")
        }
        let colors =
            values.contains { $0 < 0 }
            ? ColorScale.diverging(below: .loss, above: .gain, reach: reach)
            : ColorScale.sequential(.accent, from: 0, to: reach)
        let y = Axis(
            .bands(
                rows.enumerated().map { AxisBand([$1], start: Double($0), end: Double($0 + 1)) },
                extent: Double(rows.count)))
        return made(
            "\(rows.count) rows, \(columns.count) columns", x: .bands(columns.map { [$0] }), y: y,
            marks: [.cells(CellsMark(cells, colors: colors))],
            aspect: min(max(0.05 * Double(rows.count) + 0.08, 0.12), 0.9))
    }

    private static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
