import RunModel
import Series

/// What options say about every table of a run.
struct ReadingRules {
    /// `--date-format`.
    var dateFormat: DateFormat?
    /// `--from` and `--to`: rows on other dates are not judged.
    var from: CalendarDate?
    var to: CalendarDate?

    /// Whether a cell of a row that stands at this timestamp is judged.
    ///
    /// A timestamp with an offset may show another date on the run's clock: a day more on either side is judged then.
    func judge(_ wall: Int64, hasOffset: Bool) -> Bool {
        let date = Timestamp(milliseconds: wall).date
        let margin = hasOffset ? 1 : 0
        return (from.map { date.day >= $0.day - margin } ?? true) && (to.map { date.day <= $0.day + margin } ?? true)
    }

    var hasRange: Bool { from != nil || to != nil }
}

extension ReadingRules {
    /// The rules of some options; throws for a format of dates that is none.
    init(_ options: RunOptions) throws(RunError) {
        let format = options.dateFormat.flatMap { DateFormat($0) }
        if options.dateFormat != nil, format == nil {
            throw RunError(.badOption("--date-format", "no format of dates", "write one such as %d.%m.%Y %H:%M"))
        }
        self.init(dateFormat: format, from: options.from, to: options.to)
    }
}
