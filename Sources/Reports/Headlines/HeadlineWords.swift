import Formatting

/// Numbers within sentences.
enum HeadlineWords {
    /// `1 234`.
    static func count(_ number: Int) -> String { DisplayNumber.number(Double(number), places: 0) }

    /// Calendar days in the unit that a person would say: `150 days`, from two years on `5.0 years`.
    static func span(days: Int) -> String {
        guard days >= 730 else { return days == 1 ? "1 day" : count(days) + " days" }
        return DisplayNumber.number(Double(days) / 365.25, places: 1) + " years"
    }

    /// `7 of 10`, `each of 10`, `none of 10`.
    static func share(_ part: Int, of whole: Int) -> String {
        (part == whole ? "each" : part == 0 ? "none" : count(part)) + " of " + count(whole)
    }

    /// How many of the largest numbers sum to at least half of a positive total; nil where the total is none.
    static func countOfHalf(_ descending: [Double], total: Double) -> Int? {
        guard total > 0, total.isFinite else { return nil }
        var sum = 0.0
        for (index, value) in descending.enumerated() {
            sum += value
            if sum >= total / 2 { return index + 1 }
        }
        return nil
    }
}
