/// What one unit of size earns in the account's money when the price moves by one: 100 000 for a lot of EURUSD in dollars.
///
/// Reports name lots and not their size, nor the rate at which a profit was converted. Both follow from profits and prices,
/// as far as profits were written exactly enough.
struct ContractSize {
    /// A closed position.
    struct Closing {
        /// Side × (exit − entry) × size.
        var move: Double
        var exitPrice: Double
        /// What was earned before fees.
        var profit: Double
        /// How far `profit` may be from the true one.
        var tolerance: Double
    }

    /// What the sizes of all closings have in common.
    enum Rule: Equatable {
        /// One number for all.
        case constant(Double)
        /// One number over the exit price: the account is in the currency that is traded.
        case overPrice(Double)
        /// A number for each, from its own profit, because the rate of conversion moves.
        case each
        /// No profit says anything.
        case unknown
    }

    /// The rule, and the size for each closing; 1 where nothing is known.
    let rule: Rule
    let sizes: [Double]

    /// - Parameter share: The part of closings that must follow a rule; less than 1 where profits hold fees of some, and then
    ///   the size must be a power of ten, twice or five times one.
    init(_ closings: [Closing], share: Double = 1) {
        let ratios = closings.map { $0.move == 0 ? 0 : $0.profit / $0.move }
        let exact = closings.indices.filter {
            ratios[$0] > 0 && closings[$0].tolerance < closings[$0].profit.magnitude * 0.01
        }
        guard let best = exact.max(by: { closings[$0].profit.magnitude < closings[$1].profit.magnitude }) else {
            (rule, sizes) = (.unknown, closings.map { _ in 1 })
            return
        }
        let needed = Double(closings.count) * share
        func follow(_ size: (Closing) -> Double) -> Bool {
            Double(closings.count { ($0.profit - $0.move * size($0)).magnitude <= $0.tolerance }) >= needed
        }
        func known(_ value: Double) -> Double {
            let size = Self.rounded(value)
            return share == 1 || Self.isUsual(size) ? size : 0
        }
        let candidates = exact.map { known(ratios[$0]) }
        let overPrice = exact.map { known(ratios[$0] * closings[$0].exitPrice) }
        if let size = Self.commonest(candidates), follow({ _ in size }) {
            (rule, sizes) = (.constant(size), closings.map { _ in size })
        } else if let size = Self.commonest(overPrice), follow({ size / $0.exitPrice }) {
            (rule, sizes) = (.overPrice(size), closings.map { size / $0.exitPrice })
        } else {
            rule = .each
            sizes = Self.nearest(ratios, exact: Set(exact), first: ratios[best])
        }
    }

    /// Four significant digits: sizes are round numbers.
    private static func rounded(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 0 }
        var scale = 1.0
        while value / scale >= 10_000 { scale *= 10 }
        while value / scale < 1000 { scale /= 10 }
        return scale < 1 ? (value / scale).rounded() / (1 / scale).rounded() : (value / scale).rounded() * scale
    }

    private static func isUsual(_ size: Double) -> Bool {
        guard size > 0 else { return false }
        var leading = size
        while leading >= 10 { leading /= 10 }
        while leading < 1 { leading *= 10 }
        return [1, 2, 5].contains { (leading - $0).magnitude < 1e-9 }
    }

    /// The number that occurs most; of several the smallest.
    private static func commonest(_ values: [Double]) -> Double? {
        var counts = [Double: Int]()
        for value in values where value > 0 { counts[value, default: 0] += 1 }
        return counts.keys.sorted().max { counts[$0, default: 0] < counts[$1, default: 0] }
    }

    /// Each closing's own ratio where its profit is exact, else that of the closing before it.
    private static func nearest(_ ratios: [Double], exact: Set<Int>, first: Double) -> [Double] {
        var known = ratios.indices.first(where: exact.contains).map { ratios[$0] } ?? first
        return ratios.indices.map { index in
            if exact.contains(index) { known = ratios[index] }
            return known
        }
    }
}
