import Glibc

/// Round numbers in a domain: multiples of 1, 2 or 5 times a power of ten.
///
/// The method of d3-array's `ticks`: steps below one are kept as their reciprocal, so a tick is an integer divided by an
/// integer and 0.3 never becomes 0.30000000000000004.
public struct LinearTicks: Equatable, Sendable {
    /// The ticks, in the direction of the domain.
    public let values: [Double]
    /// Distance between neighbours, positive.
    public let step: Double

    /// About `count` ticks in a domain; none for a count below one or a domain that is not finite.
    public init(in domain: Interval, count: Int) {
        guard count >= 1, domain.length.isFinite else {
            self.init(values: [], step: 0)
            return
        }
        guard domain.length != 0 else {
            self.init(values: [domain.start], step: max(domain.start.magnitude, 1))
            return
        }
        let increment = Increment(domain, count: Double(count))
        let values = increment.multiples(from: domain.lower, to: domain.upper)
        self.init(values: domain.length < 0 ? values.reversed() : values, step: increment.step)
    }

    private init(values: [Double], step: Double) {
        self.values = values
        self.step = step
    }

    /// The domain widened to ticks at both ends.
    public static func nice(_ domain: Interval, count: Int) -> Interval {
        guard count >= 1, domain.length.isFinite, domain.length != 0 else { return domain }
        var (lower, upper) = (domain.lower, domain.upper)
        var previous: Increment?
        // Widening can change the step, which can ask for more widening; d3 stops after ten rounds, two are typical.
        for _ in 0..<10 {
            let increment = Increment(Interval(lower, upper), count: Double(count))
            guard increment != previous else { break }
            lower = increment.floor(lower)
            upper = increment.ceil(upper)
            previous = increment
        }
        return domain.length < 0 ? Interval(upper, lower) : Interval(lower, upper)
    }
}

/// A step that is a whole number or the reciprocal of one.
private struct Increment: Equatable {
    /// The whole number.
    let whole: Double
    /// Whether the step is 1/whole.
    let isReciprocal: Bool

    init(_ domain: Interval, count: Double) {
        let rough = (domain.upper - domain.lower) / count
        let power = log10(rough).rounded(.down)
        let error = rough / pow(10, power)
        let factor: Double =
            error >= 50.0.squareRoot() ? 10 : error >= 10.0.squareRoot() ? 5 : error >= 2.0.squareRoot() ? 2 : 1
        isReciprocal = power < 0 && !(power == -1 && factor == 10)
        whole = isReciprocal ? (pow(10, -power) / factor).rounded() : (pow(10, power) * factor).rounded()
    }

    var step: Double { isReciprocal ? 1 / whole : whole }

    func floor(_ value: Double) -> Double { number(steps(value).rounded(.down)) }
    func ceil(_ value: Double) -> Double { number(steps(value).rounded(.up)) }

    func multiples(from lower: Double, to upper: Double) -> [Double] {
        var first = steps(lower).rounded()
        var last = steps(upper).rounded()
        if number(first) < lower { first += 1 }
        if number(last) > upper { last -= 1 }
        guard last >= first, last - first < 1000 else { return [] }
        // A sum with zero turns −0 into 0.
        return stride(from: first, through: last, by: 1).map { number($0) + 0 }
    }

    private func steps(_ value: Double) -> Double { isReciprocal ? value * whole : value / whole }
    private func number(_ steps: Double) -> Double { isReciprocal ? steps / whole : steps * whole }
}
