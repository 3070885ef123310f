import RunModel
import Series

/// Makes what an account without risk earns of an option, a series or a number.
struct RiskFreeAssembly {
    private let parts: RunParts
    private var raw: RawRun { parts.raw }
    private var timeline: RunTimeline { parts.timeline }
    private var options: RunOptions { parts.options }
    private var log: ReadingLog { parts.log }

    init(_ parts: RunParts) { self.parts = parts }

    /// The rate of METRICS where nobody says another.
    static let defaultRate = 0.02

    /// The option's rate, else the run's series, else its number, else 2 % a year.
    func value() throws(RunError) -> RiskFreeRate {
        var series = raw.riskFree
        switch options.riskFree {
        case .annual(let rate): return .annual(rate)
        case .file(let name):
            let path = try options.libraryPath(name, log: log)
            series = try RiskFreeReader.read(parts.table(path, role: "risk-free rate"))
            try log.checkpoint()
        case nil: break
        }
        let fallback = RiskFreeRate.annual(raw.description.riskFree ?? Self.defaultRate)
        guard let series else { return fallback }
        return try aligned(series) ?? fallback
    }

    private func aligned(_ series: RawSeries) throws(RunError) -> RiskFreeRate? {
        let checked = try SeriesCheck(raw: series, clock: timeline.clock, log: log).read()
        let alignment = RiskFreeAlignment(
            series: checked.placed(TimestampMeaning(checked.allTimestamps, content: series.content)),
            content: series.content,
            run: timeline.curve, runPattern: timeline.pattern, calendar: timeline.calendar)
        let (rates, covered) = alignment.perPeriod()
        guard covered == timeline.curve.returns.count else {
            log.add(.rateCoverage(series.file, covered, of: timeline.curve.returns.count))
            return nil
        }
        if let note = alignment.note(series.file) { log.note(note) }
        return .perPeriod(rates, name: series.file)
    }
}
