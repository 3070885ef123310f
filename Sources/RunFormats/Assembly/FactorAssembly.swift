import RunModel
import Series

/// Makes the factors of an option's file, else of the run's own.
struct FactorAssembly {
    private let parts: RunParts
    private var log: ReadingLog { parts.log }

    init(_ parts: RunParts) { self.parts = parts }

    /// Factors at the moments at which all of them have a return; nil where nobody gives any.
    func value() throws(RunError) -> FactorReturns? {
        var columns = parts.raw.factors
        if let name = parts.options.factors {
            let path = try parts.options.libraryPath(name, log: log)
            columns = try FactorsReader.read(parts.table(path, role: "factors"))
            try log.checkpoint()
        }
        guard let first = columns.first else { return nil }
        var series = [MainSeries]()
        for column in columns {
            let checked = try SeriesCheck(raw: column, clock: parts.timeline.clock, log: log).read()
            series.append(checked.placed(TimestampMeaning(checked.allTimestamps, content: .returns)))
        }
        let moments = Self.common(series)
        let names = columns.map(\.column)
        log.note("\(Phrase.count(names.count, "factor")) of \(first.file): \(names.joined(separator: ", ")).")
        let incomplete = (series.map(\.allTimestamps.count).max() ?? 0) - moments.count
        if incomplete > 0 {
            log.note("Left out for lack of a factor's return: \(Phrase.count(incomplete, "row")) of \(first.file).")
        }
        return FactorReturns(
            file: first.file, names: names, timestamps: moments,
            values: series.map { Self.values(of: $0, at: moments) })
    }

    /// The moments that every series has, in order.
    private static func common(_ series: [MainSeries]) -> [Timestamp] {
        guard let first = series.first?.timestamps else { return [] }
        var moments = Array(first)
        for other in series.dropFirst() {
            let known = Set(other.timestamps)
            moments = moments.filter(known.contains)
        }
        return moments
    }

    private static func values(of series: MainSeries, at moments: [Timestamp]) -> [Double] {
        var (values, place) = ([Double](), 0)
        for moment in moments {
            while series.timestamps[place] < moment { place += 1 }
            values.append(series.values[place])
        }
        return values
    }
}
