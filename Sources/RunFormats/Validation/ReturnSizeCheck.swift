import Glibc
import RunModel
import Series

/// Returns so large throughout that they are percents rather than fractions.
struct ReturnSizeCheck {
    let curve: AccountCurve
    let file: String
    let column: String
    let periodsPerYear: Double

    /// A year's volatility, from the median size, above which hardly an account is real.
    private static let implausible = 1.0

    /// One warning for the column; nil where the returns are of a usual size, or fewer than ten.
    func finding() -> Finding? {
        var sizes = Scratch.moving(curve.returns.values)
        for index in sizes.indices { sizes[index] = sizes[index].magnitude }
        guard sizes.count >= 10 else { return nil }
        let typical = OrderStatistic.median(of: &sizes)
        let yearly = typical * 1.4826 * periodsPerYear.squareRoot()
        guard yearly >= Self.implausible else { return nil }
        return Finding.returnsLookLikePercents(file, column, typical: typical, yearly: yearly)
    }
}
