import Glibc
import Series

extension Histogram {
    /// Bins values between round edges, one of which is zero.
    ///
    /// The width is the step of 1, 2 or 5 times a power of ten nearest to Freedman and Diaconis' rule, with about
    /// `fewest` to `most` bins over the middle. Above fifty values the middle is from the 0.5 % to the 99.5 %
    /// quantile. Bins go on to both extremes where that takes no more than twice the room of the middle, to one where it
    /// takes no more than half as much again; else what lies outside is counted below and above.
    init(of values: [Double], fewest: Double = 12, most: Double = 60) {
        self.init(sorted: values.sorted(), fewest: fewest, most: most)
    }

    /// Bins values that are in ascending order.
    init(sorted values: [Double], fewest: Double = 12, most: Double = 60) {
        guard let first = values.first, let last = values.last else {
            self.init(start: 0, width: 1, counts: [], below: 0, above: 0)
            return
        }
        let (low, high) = values.count > 50 ? Self.middle(values) : (first, last)
        guard low.isFinite, high.isFinite else {
            self.init(start: 0, width: 1, counts: [], below: 0, above: 0)
            return
        }
        let width = Self.width(values, low: low, high: high, fewest: fewest, most: most)
        let room = high - low
        let (wantsAll, spare) = (last - first <= 2 * room, room / 2)
        let bottom = Self.bin(of: wantsAll || low - first <= spare ? first : low, width: width)
        let top = Self.bin(of: wantsAll || last - high <= spare ? last : high, width: width)
        var counts = [Int](repeating: 0, count: top - bottom + 1)
        var (below, above) = (0, 0)
        for value in values {
            if value < Double(bottom) * width {
                below += 1
            } else if value >= Double(top + 1) * width {
                above += 1
            } else {
                counts[min(max(Self.bin(of: value, width: width) - bottom, 0), counts.count - 1)] += 1
            }
        }
        self.init(start: Double(bottom) * width, width: width, counts: counts, below: below, above: above)
    }

    private static func middle(_ sorted: [Double]) -> (Double, Double) {
        (Quantile.of(sorted: sorted.span, at: 0.005) ?? 0, Quantile.of(sorted: sorted.span, at: 0.995) ?? 0)
    }

    private static func width(
        _ sorted: [Double], low: Double, high: Double, fewest: Double, most: Double
    ) -> Double {
        let range = min(high - low, .greatestFiniteMagnitude / 16)
        guard range > 0 else { return roundStep(max(low.magnitude / 5, 1e-6)) }
        let quartiles =
            (Quantile.of(sorted: sorted.span, at: 0.75) ?? 0) - (Quantile.of(sorted: sorted.span, at: 0.25) ?? 0)
        let rule = 2 * quartiles / cbrt(Double(sorted.count))
        // Powers of ten below this are no normal numbers: smaller values share the two bins beside zero.
        return roundStep(max(min(max(rule, range / most), range / fewest), 1e-290))
    }

    /// The nearest of 1, 2 and 5 times a power of ten, in the ratio.
    private static func roundStep(_ width: Double) -> Double {
        let exponent = log10(width).rounded(.down)
        let power = exponent < 0 ? 1 / pow(10, -exponent) : pow(10, exponent)
        let fraction = width / power
        let step = fraction < 1.415 ? 1.0 : fraction < 3.163 ? 2 : fraction < 7.072 ? 5 : 10
        return exponent < 0 ? step / pow(10, -exponent) : step * power
    }

    /// The bin whose edges k·width and (k+1)·width hold the value, by the edges as they are computed.
    private static func bin(of value: Double, width: Double) -> Int {
        var index = Int(exactly: (value / width).rounded(.down)) ?? 0
        // The quotient is off by one at most.
        if Double(index) * width > value { index -= 1 }
        if Double(index + 1) * width <= value { index += 1 }
        return index
    }
}
