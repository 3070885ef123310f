import Series
import TemplateEngine

/// All series of a subject by name, as lists of `time` and `value`: `{% for point in series.growth %}`.
final class AllSeriesObject: TemplateObject {
    private let all: @Sendable () -> [(name: String, series: TimeSeries)]

    /// Series that are made when a template asks for one.
    init(_ all: @escaping @Sendable () -> [(name: String, series: TimeSeries)]) { self.all = all }

    var typeName: String { "series" }

    func member(_ name: String) -> TemplateValue? {
        all().first { $0.name == name }.map { .object(SeriesObject($0.name, $0.series)) }
    }

    var memberNames: [String] { all().map(\.name) }
}

/// One series: its points, and `times` and `values` as lists.
final class SeriesObject: TemplateObject {
    private let name: String
    private let series: TimeSeries

    init(_ name: String, _ series: TimeSeries) {
        self.name = name
        self.series = series
    }

    var typeName: String { "series \(name)" }

    var elements: [TemplateValue]? {
        zip(series.timestamps, series.values).map {
            .dictionary([("time", .string($0.description)), ("value", .double($1))])
        }
    }

    func member(_ name: String) -> TemplateValue? {
        switch name {
        case "times": .list(series.timestamps.map { .string($0.description) })
        case "values": .list(series.values.map { .double($0) })
        default: nil
        }
    }

    var memberNames: [String] { ["times", "values"] }
}
