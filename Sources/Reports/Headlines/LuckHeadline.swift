import Analytics
import Formatting

/// `Without its 10 best days 12.3 % instead of 145.0 %`.
enum LuckHeadline {
    static func sentence(_ luck: LuckSection) -> String? {
        guard let whole = luck[0]?.withoutBest.number, let trimmed = luck[10]?.withoutBest.number else { return nil }
        return sentence(whole: whole, withoutTen: trimmed)
    }

    /// Of total returns; nil where the best days made nothing.
    static func sentence(whole: Double, withoutTen: Double) -> String? {
        guard whole > withoutTen else { return nil }
        let (with, without) = (percent(whole), percent(withoutTen))
        return with == without ? nil : "A total return of \(with), without its ten best days \(without)"
    }

    private static func percent(_ value: Double) -> String { ValueUnit.fraction.text(value, places: 1) }
}
