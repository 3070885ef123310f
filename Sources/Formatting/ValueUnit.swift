/// In what a value is given: decides how readers see it, and tells programs how to read it. The raw value is the stable
/// name for machines.
public enum ValueUnit: String, CaseIterable, Sendable {
    /// A fraction, shown as percent.
    case fraction
    /// A fraction per year, shown as percent.
    case fractionPerYear = "fraction_per_year"
    /// A pure number.
    case ratio
    /// A pure number per year.
    case perYear = "per_year"
    /// A number of things.
    case count
    /// Calendar days.
    case days
    /// Years of 365.25 days.
    case years
    /// Hours.
    case hours
    /// Money of the account.
    case money
    /// A probability 0…1.
    case probability
    /// 0–100.
    case points
    /// A word or a sentence.
    case word
    /// A calendar date.
    case date
    /// A moment: a date, with the time of day where it is not midnight.
    case time
    /// Yes or no.
    case flag

    /// As prose names it: `fraction per year`. The raw value is the name in JSON and CSV.
    public var title: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
}

extension ValueUnit {
    /// A number for readers, with its unit: `12.3 %`, `1.54`, `27 d`, `0.035`.
    ///
    /// - Parameter places: Decimals; of the percent, for fractions.
    /// - Parameter currency: Stands behind amounts of money; nil for none.
    public func text(_ value: Double, places: Int, currency: String? = nil) -> String {
        switch self {
        // From a thousand percent on the decimals say nothing, and a tile has no room for them.
        case .fraction, .fractionPerYear: DisplayNumber.percent(value, places: value.magnitude >= 10 ? 0 : places)
        case .money: DisplayNumber.money(value, currency: currency, places: places)
        case .days: quantity(value, places, "d")
        case .hours: DisplayNumber.duration(hours: value)
        case .years: quantity(value, places, "y")
        case .perYear: quantity(value, places, "a year")
        case .probability: DisplayNumber.probability(value, places: places)
        case .ratio, .count, .points, .word, .date, .time, .flag: DisplayNumber.number(value, places: places)
        }
    }

    /// A number for a column whose head carries the unit, see ``headSuffix(currency:)``: `12.3`, `27`.
    public func columnText(_ value: Double, places: Int) -> String {
        switch self {
        case .fraction, .fractionPerYear: DisplayNumber.percentNumber(value, places: places)
        case .hours, .probability: text(value, places: places)
        case .money: DisplayNumber.amount(value, places: places)
        default: DisplayNumber.number(value, places: places)
        }
    }

    /// What the head of a column says of its unit: ` %`, ` USD`, or nothing.
    public func headSuffix(currency: String?) -> String {
        switch self {
        case .fraction, .fractionPerYear: " %"
        case .money: currency.map { " " + $0 } ?? ""
        default: ""
        }
    }

    /// What stands beneath a number that stands alone and whose unit is not told by itself: `USD`, `per year`.
    public func note(currency: String?) -> String {
        switch self {
        case .money: currency ?? ""
        case .days, .years, .hours, .perYear: title
        case .fractionPerYear: "per year"
        default: ""
        }
    }

    private func quantity(_ value: Double, _ places: Int, _ unit: String) -> String {
        DisplayNumber.number(value, places: places) + DisplayNumber.thinSpace + unit
    }
}
