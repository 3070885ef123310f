/// A number that a paper, a book or a package prints, and what comes out here.
public struct PublishedNumber: Sendable {
    /// Who prints it: `Bailey and López de Prado (2014)`.
    public let source: String
    /// What it is: `deflated Sharpe ratio, SR 2.5 a year, 1250 days, 100 trials`.
    public let subject: String
    /// As it is printed.
    public let printed: String
    /// The printed number.
    public let value: Double
    /// Half a unit of the last printed digit, or a whole one where the source cuts digits off.
    public let tolerance: Double
    /// Why the two may differ; empty where they should not.
    public let note: String
    /// What comes out here; nil where nothing does.
    public let ours: Double?

    /// A number with all its parts.
    public init(
        source: String, subject: String, printed: String, value: Double, tolerance: Double, note: String, ours: Double?
    ) {
        (self.source, self.subject, self.printed) = (source, subject, printed)
        (self.value, self.tolerance, self.note, self.ours) = (value, tolerance, note, ours)
    }

    /// Ours less the printed number; nil where there is none.
    public var difference: Double? { ours.map { $0 - value } }
    /// Whether the two are equal to the last printed digit.
    public var agrees: Bool { (difference?.magnitude ?? .infinity) <= tolerance }
    /// Whether they are equal, or the difference is explained.
    public var isExplained: Bool { agrees || (ours != nil && !note.isEmpty) }
}

extension PublishedNumber {
    /// A number as printed; the digits behind its point say how exactly.
    init(
        _ source: String, _ subject: String, _ printed: String, note: String = "", isCut: Bool = false, _ ours: Double?
    ) {
        let places = printed.firstIndex(of: ".").map { printed[$0...].dropFirst().count } ?? 0
        let unit = (0..<places).reduce(1.0) { unit, _ in unit / 10 }
        self.init(
            source: source, subject: subject, printed: printed, value: Double(printed) ?? .nan,
            tolerance: unit * (isCut ? 1 : 0.5) * (1 + 1e-9), note: note, ours: ours)
    }
}

/// Numbers of the literature, computed again: why to trust the others.
public enum SelfCheck {
    /// Every published number, by source. Computes all of them.
    public static func run() -> [PublishedNumber] {
        sharpe + bacon + target + attribution + distributions
    }
}
