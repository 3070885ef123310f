import Glibc
import Graphics

@testable import Charts

/// One chart for every mark and composite that figures are made of: what goldens and properties are about.
enum ChartSamples {
    static let all: [(name: String, chart: Chart)] = [
        ("boxes", boxes), ("rows-of-boxes", rowsOfBoxes), ("intervals", intervals), ("fan", fan), ("stack", stack),
        ("segments", segments), ("labelled-dots", labelledDots), ("correlations", correlations),
        ("sequential-cells", sequentialCells), ("grid-free", grid(sharing: [])),
        ("grid-shared", grid(sharing: [.x, .y])),
        ("many-lines", manyLines),
    ]

    static let quantiles = [
        QuantileBox(
            at: 0.5, low: -0.11, lower: -0.02, middle: 0.01, upper: 0.04, high: 0.12, outliers: [-0.18, 0.16, 0.17],
            title: "Sma cross: median 1 %"),
        QuantileBox(at: 1.5, low: -0.05, lower: -0.01, middle: 0.005, upper: 0.02, high: 0.06),
        QuantileBox(at: 2.5, low: .nan, lower: 0, middle: 0, upper: 0, high: 0),
        QuantileBox(at: 3.5, low: -0.2, lower: -0.08, middle: -0.02, upper: 0.07, high: 0.21, outliers: [-0.26]),
    ]
    private static let names = [["Sma cross", "Sma"], ["Momentum", "Mom."], ["Nothing", "—"], ["Breakout", "Brk"]]

    static let boxes = Chart(
        title: "Monthly returns", subtitle: "%, quartiles and 5th to 95th percentile", altText: "", aspect: 0.4,
        x: .bands(names),
        panels: [Panel(y: Axis(.linear, format: .percent(0), isNice: true, baseline: 0), marks: Marks.boxes(quantiles))]
    )

    static let rowsOfBoxes = Chart(
        title: "Monthly returns", subtitle: "%", altText: "", aspect: 0.3,
        x: Axis(.linear, format: .percent(0), isNice: true),
        panels: [
            Panel(y: .bands(names), marks: Marks.boxes(quantiles, direction: .horizontal, paint: .role(.category3)))
        ])

    static let intervals = Chart(
        title: "Sharpe ratio", subtitle: "95 % interval of the bootstrap", altText: "", aspect: 0.3, x: .bands(names),
        panels: [
            Panel(
                y: Axis(.linear, isNice: true, baseline: 0),
                marks: Marks.intervals([
                    EstimateInterval(at: 0.5, low: 0.2, middle: 0.8, high: 1.3),
                    EstimateInterval(at: 1.5, low: -0.4, middle: 0.1, high: 0.7),
                    EstimateInterval(at: 3.5, low: 0.9, middle: .nan, high: 1.1),
                ]))
        ])

    static let fan: Chart = {
        let x = (0..<60).map { 20_000 + Double($0) * 7 }
        func curve(_ factor: Double) -> [Double] {
            x.indices.map { 1 + 0.004 * Double($0) + factor * sqrt(Double($0)) / 40 }
        }
        let middle = LineMark(
            "Median", x: x, y: curve(0), paint: .role(.accent), weight: .strong,
            ending: EndLabel("Median", value: "1.24×", isStrong: true))
        let bands = [(curve(-2), curve(2)), (curve(-1), curve(1))].map { (low: $0.0, high: $0.1) }
        return Chart(
            title: "Simulated growth of 1", subtitle: "5, 25, 50, 75 and 95 % of paths", altText: "", aspect: 0.4,
            panels: [
                Panel(y: Axis(.linear, format: .multiple(1)), marks: Marks.fan(x: x, bands: bands, middle: middle))
            ])
    }()

    static let stack: Chart = {
        let x = (0..<120).map { 19_000 + Double($0) * 5 }
        let series = (0..<9).map { layer in
            StackedSeries(
                "Symbol \(layer + 1)",
                values: x.indices.map { index in
                    let wave = sin(Double(index) / 9 + Double(layer)) * (0.16 - Double(layer) * 0.015)
                    return index % 37 == 5 && layer == 2 ? .nan : layer % 4 == 3 ? -wave.magnitude : wave.magnitude
                })
        }
        let (marks, key) = Marks.stack(x: x, series)
        return Chart(
            title: "Exposure by symbol", subtitle: "% of the account's value", altText: "", aspect: 0.45, key: key,
            panels: [Panel(y: Axis(.linear, format: .percent(0), including: [0], baseline: 0), marks: marks)])
    }()

    static let segments: Chart = {
        let x = (0..<200).map { 19_500 + Double($0) }
        let price = x.indices.map { 100 + 10 * sin(Double($0) / 15) + Double($0) / 20 }
        func trades(_ wins: Bool) -> [SegmentsMark.Segment] {
            stride(from: 5, to: 180, by: 23).compactMap { entry in
                let exit = entry + 14
                guard (price[exit] > price[entry]) == wins else { return nil }
                return SegmentsMark.Segment(x0: x[entry], y0: price[entry], x1: x[exit], y1: price[exit])
            }
        }
        return Chart(
            title: "Trades on the price", subtitle: "entries to exits", altText: "", aspect: 0.4,
            panels: [
                Panel(
                    y: Axis(.linear, format: .number(1)),
                    marks: [
                        .line(LineMark("Price", x: x, y: price, paint: .role(.benchmark))),
                        .segments(SegmentsMark(trades(true), paint: .role(.gain), weight: .strong)),
                        .segments(SegmentsMark(trades(false), paint: .role(.loss), weight: .strong, dashes: [3, 2])),
                    ])
            ])
    }()

    static let labelledDots: Chart = {
        let risks = [0.08, 0.082, 0.15, 0.151, 0.22, 0.3, 0.085, 0.21]
        let returns = [0.05, 0.052, 0.11, 0.04, 0.13, 0.09, 0.049, 0.131]
        let marks = risks.indices.map { index -> Mark in
            .dots(
                DotsMark(
                    x: [risks[index]], y: [returns[index]], paint: .role(CategoryColors.role(at: index)), radius: 2.4,
                    labels: ["Strategy \(index + 1)"]))
        }
        return Chart(
            title: "Return against risk", subtitle: "% a year", altText: "", aspect: 0.5,
            x: Axis(.linear, format: .percent(0), including: [0], isNice: true),
            panels: [
                Panel(y: Axis(.linear, format: .percent(0), including: [0], isNice: true, baseline: 0), marks: marks)
            ])
    }()

    static let correlations: Chart = {
        let scale = ColorScale.diverging(reach: 1)
        let cells = (0..<4).flatMap { row in
            (0..<4).map { column -> CellsMark.Cell in
                let value = row == column ? 1 : cos(Double(row * 5 + column * 5))
                let words = ["\((value * 100).rounded() / 100)", "\((value * 10).rounded() / 10)"]
                return CellsMark.Cell(x0: Double(column), x1: Double(column + 1), row: row, value: value, texts: words)
            }
        }
        var x = Axis.bands(names)
        x.labelsOnTop = true
        return Chart(
            title: "Correlation of daily returns", altText: "", aspect: 0.35, key: .scale(scale, format: .number(0)),
            x: x, panels: [Panel(y: .bands(names), marks: [.cells(CellsMark(cells, colors: scale))])])
    }()

    static let sequentialCells: Chart = {
        let scale = ColorScale.sequential(.accent, from: 0, to: 23)
        let cells = (0..<24).map { hour in
            CellsMark.Cell(
                x0: Double(hour), x1: Double(hour + 1), row: 0, value: Double(hour), texts: ["\(hour)"],
                title: "\(hour) h: \(hour) trades")
        }
        return Chart(
            title: "Trades by hour", altText: "", aspect: 0.12, key: .scale(scale, format: .count),
            x: .bands((0..<24).map { ["\($0)"] }),
            panels: [
                Panel(
                    y: Axis(.bands([AxisBand([], start: 0, end: 1)], extent: 1), isShown: false),
                    marks: [.cells(CellsMark(cells, colors: scale))])
            ])
    }()

    /// Five panels in three columns: the last row has a hole.
    static func grid(sharing: ChartLayout.SharedAxes) -> Chart {
        let panels = (0..<5).map { index -> Panel in
            let x = (0..<50).map { 14_000 + Double(index) * (sharing.contains(.x) ? 0 : 900) + Double($0) * 3 }
            let size = pow(10, Double(index) / 2 - 1)
            let y = x.indices.map { size * sin(Double($0) / 8 + Double(index)) }
            let line = LineMark(
                "Run", x: x, y: y, paint: .role(.accent), ending: EndLabel("Run \(index)", value: "1.2"))
            return Panel(
                heading: ["Lehman", "Flash crash", "Euro crisis", "Covid", "2022"][index],
                y: Axis(.linear, format: .percent(0), baseline: 0),
                marks: index == 3 && sharing.isEmpty ? [] : [.line(line)])
        }
        return Chart(
            title: "Crises", subtitle: "return since the beginning", altText: "", aspect: 0.5,
            key: .categories([ChartKey.Category("Run", paint: .role(.accent), symbol: .line)]),
            layout: .grid(columns: 3, sharing: sharing), x: .time, panels: panels,
            emptyReason: "the run does not cover it")
    }

    /// More lines than colours.
    static let manyLines: Chart = {
        let x = (0..<40).map { 18_000 + Double($0) * 30 }
        let marks = (0..<8).map { index -> Mark in
            .line(
                LineMark(
                    "Run \(index + 1)", x: x, y: x.indices.map { 1 + Double($0 * (index - 2)) / 100 },
                    paint: .role(CategoryColors.role(at: index)), ending: EndLabel("Run \(index + 1)")))
        }
        let key = (0..<8).map {
            ChartKey.Category(
                "A run with a long name \($0 + 1)", paint: .role(CategoryColors.role(at: $0)), symbol: .line)
        }
        return Chart(
            title: "Growth of 1", altText: "", aspect: 0.4, key: .categories(key),
            panels: [Panel(y: Axis(.linear, format: .multiple(1)), marks: marks)])
    }()
}
