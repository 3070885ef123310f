import Formatting
import RunModel
import Series

/// What options and the run's own description say of it; an option stands above.
struct RunDeclarations {
    let description: RunDescription
    let options: RunOptions
    let log: ReadingLog

    /// The account's start value; nil where nobody says it.
    var capital: Double? { options.initialCapital ?? description.initialCapital }

    var currency: Sourced<String> { (options.currency ?? description.currency).map { .given($0) } ?? .absent }

    func checkOptions() throws(RunError) {
        if let capital = options.initialCapital, !(capital > 0 && capital.isFinite) {
            throw log.fail(.badOption("--initial-capital", "must be above 0", "give the account's start value"))
        }
        if let periods = options.periodsPerYear, !(periods > 0 && periods.isFinite) {
            throw log.fail(.badOption("--periods-per-year", "must be above 0", "give a number such as 252"))
        }
        if case .annual(let rate) = options.riskFree, !(rate > -1 && rate.isFinite) {
            throw log.fail(.badOption("--rf", "must be above -1", "give a fraction per year such as 0.02"))
        }
        if let from = options.from, let to = options.to, from > to {
            throw log.fail(.badOption("--from", "\(from) is after --to \(to)", "swap the dates"))
        }
    }

    func timeZone() throws(RunError) -> TimeZoneRules? {
        guard let name = options.timeZone ?? description.timeZone else { return nil }
        if let zone = TimeZoneRules.named(name) { return zone }
        let place = options.timeZone == nil ? "run.json" : "--time-zone"
        throw log.fail(
            .unknownTimeZone(place, name, NearestMatch.of(name, in: ["UTC"] + TimeZoneRules.knownNames())))
    }

    /// An option of either kind puts both fields of the run's file aside.
    func calendar() throws(RunError) -> CalendarInference.Declaration {
        let isOption = options.calendar != nil || options.periodsPerYear != nil
        let name = isOption ? options.calendar : description.calendar
        let periods = isOption ? options.periodsPerYear : description.periodsPerYear
        guard let name else { return .init(calendar: nil, periodsPerYear: periods) }
        guard let entry = CalendarCatalog.entry(name) else {
            let known = CalendarCatalog.allNames
            throw log.fail(
                .unknownCalendar(
                    isOption ? "--calendar" : "run.json", name, NearestMatch.of(name, in: known)))
        }
        return .init(calendar: entry, periodsPerYear: periods)
    }
}
