import Analytics
import Glibc
import Series

/// Draws pairs of returns anew in blocks that keep their order, round the end of the series to its beginning.
///
/// Politis and Romano (1992), A Circular Block-Resampling Procedure for Stationary Data; Ledoit and Wolf (2008), Robust
/// Performance Hypothesis Testing with the Sharpe Ratio. A ratio needs sums alone, and the sums of a block are differences
/// of running sums: a resample costs as many steps as it has blocks, not as it has returns.
struct BlockBootstrap {
    private let count: Int
    private let root: Double
    private let options: ComparisonOptions
    private let first: RunningSums
    private let second: RunningSums

    /// Two columns of the same length; `root` states ratios per year.
    init(_ first: [Double], _ second: [Double], root: Double, options: ComparisonOptions) {
        count = first.count
        self.root = root
        self.options = options
        self.first = RunningSums(first)
        self.second = RunningSums(second)
    }

    /// The length in force: at most that of the series.
    var blockLength: Int {
        let usual = Int(cbrt(Double(count)).rounded(.up))
        return min(max(1, options.blockLength ?? usual), count)
    }

    /// The test of an observed difference a year.
    func test(of observed: Double) -> Result<BootstrapTest, Unavailable> {
        var generator = SeededGenerator(seed: options.seed)
        var differences = [Double]()
        differences.reserveCapacity(options.resamples)
        for _ in 0..<options.resamples {
            if let difference = resample(&generator) { differences.append(difference) }
        }
        // Where most of a run's returns are the same, what is left is another run.
        guard differences.count > 1, differences.count * 2 > options.resamples else { return .failure(.noVariation) }
        differences.sort()
        return .success(
            BootstrapTest(
                differences: differences, test: Self.test(observed, differences), seed: options.seed,
                blockLength: blockLength, resamples: options.resamples))
    }

    /// The difference of one resample; nil where a run does not vary in it.
    private func resample(_ generator: inout SeededGenerator) -> Double? {
        var (one, two) = (RunningSums.Sums(), RunningSums.Sums())
        var left = count
        while left > 0 {
            let start = generator.index(below: count)
            let length = min(blockLength, left)
            one.add(first.sums(from: start, count: length))
            two.add(second.sums(from: start, count: length))
            left -= length
        }
        guard let ratio = first.ratio(one), let other = second.ratio(two) else { return nil }
        return (ratio - other) * root
    }

    private static func test(_ observed: Double, _ differences: [Double]) -> SharpeDifference.Test {
        let mean = StableSum.of(differences) / Double(differences.count)
        let squares = StableSum.of(differences.map { ($0 - mean) * ($0 - mean) })
        let beyond = differences.count { ($0 - observed).magnitude >= observed.magnitude }
        let bounds = [0.025, 0.975].map { Quantile.of(sorted: differences.span, at: $0) ?? .nan }
        return SharpeDifference.Test(
            standardError: (squares / Double(differences.count - 1)).squareRoot(), low: bounds[0], high: bounds[1],
            probability: Double(beyond + 1) / Double(differences.count + 1))
    }
}

/// Running sums of a column about its mean and of their squares, over the column twice, so that blocks can go round.
private struct RunningSums {
    /// Sums of some of the values.
    struct Sums {
        var values = 0.0
        var squares = 0.0

        mutating func add(_ other: Sums) {
            values += other.values
            squares += other.squares
        }
    }

    private let mean: Double
    private let total: Double
    private let count: Int
    private var values = [0.0]
    private var squares = [0.0]

    init(_ column: [Double]) {
        count = column.count
        let mean = StableSum.of(column) / Double(max(1, column.count))
        self.mean = mean
        var (sum, square) = (0.0, 0.0)
        for value in column + column {
            sum += value - mean
            square += (value - mean) * (value - mean)
            values.append(sum)
            squares.append(square)
        }
        total = squares[column.count]
    }

    func sums(from start: Int, count: Int) -> Sums {
        Sums(values: values[start + count] - values[start], squares: squares[start + count] - squares[start])
    }

    /// Mean over deviation of a resample with these sums; nil where it does not vary beyond what the sums can tell.
    func ratio(_ sums: Sums) -> Double? {
        let size = Double(count)
        let about = sums.squares - sums.values * sums.values / size
        guard about > total * 1e-12 else { return nil }
        return (mean + sums.values / size) / (about / (size - 1)).squareRoot()
    }
}
