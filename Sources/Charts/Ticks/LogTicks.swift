import Glibc

/// Round numbers on a logarithmic axis: 1, 2 and 5 times powers of ten, thinned where they come too close.
public struct LogTicks: Equatable, Sendable {
    /// The ticks from small to large.
    public let values: [Double]

    /// The densest of the ladders (1-2-5, 1-5, decades, every second, third … decade) with at most `count` ticks in a
    /// positive domain. Fewer than three 1-2-5 numbers in the domain give linear ticks instead: a run that grew by a
    /// tenth still needs an axis.
    public init(in domain: Interval, count: Int) {
        guard count >= 1, domain.lower > 0, domain.upper.isFinite else {
            values = []
            return
        }
        let dense = Self.ladder([1, 2, 5], everyDecade: 1, in: domain)
        if dense.count < 3 {
            values = LinearTicks(in: Interval(domain.lower, domain.upper), count: max(count - 1, 1)).values
                .filter { $0 > 0 }
            return
        }
        let thinned =
            [Self.ladder([1, 5], everyDecade: 1, in: domain)]
            + (1...40).map { Self.ladder([1], everyDecade: $0, in: domain) }
        values = ([dense] + thinned).first { $0.count <= count } ?? []
    }

    private static func ladder(_ factors: [Double], everyDecade stride: Int, in domain: Interval) -> [Double] {
        let first = Int(exactly: log10(domain.lower).rounded(.down)) ?? 0
        let last = Int(exactly: log10(domain.upper).rounded(.up)) ?? 0
        return (first...max(first, last)).filter { $0 % stride == 0 }.flatMap { decade in
            factors.map { decade < 0 ? $0 / pow(10, Double(-decade)) : $0 * pow(10, Double(decade)) }
        }.filter { domain.contains($0) }
    }
}

extension LogTicks {
    /// Whether the numbers are 1-2-5 numbers of more than one magnitude, each with decimals of its own.
    static func isLadder(_ values: [Double]) -> Bool {
        values.allSatisfy { value in
            let leading = value / decade(of: value)
            return [1, 2, 5].contains { (leading - $0).magnitude < 1e-9 }
        }
    }

    /// The power of ten at or below a positive number.
    static func decade(of value: Double) -> Double { pow(10, (log10(value) + 1e-12).rounded(.down)) }
}
