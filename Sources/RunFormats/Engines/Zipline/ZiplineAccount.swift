import Glibc
import RunModel

/// The account of zipline's days: its value, what it began with, and what it is compared with.
struct ZiplineAccount {
    /// `portfolio_value`.
    let main: RawSeries
    /// The `returns` beside it, for comparison.
    let returns: RawSeries?
    /// The account's value before the first session; nil where the frame does not say it.
    let capital: Double?
    /// The benchmark's returns; nil where it never moves, as without a benchmark.
    let benchmark: RawSeries?
    /// What the treasury paid a year; nil where the frame has zeros, as all but old versions write.
    let riskFree: Double?

    init(_ frame: ZiplineFrame) throws(RunError) {
        let returns = frame.series("returns", content: .returns)
        main = try Self.main(frame, returns)
        self.returns = main.content == .levels ? returns : nil
        capital = Self.capital(frame)
        benchmark = Self.benchmark(frame)
        riskFree = Self.treasury(frame)
        if let riskFree {
            frame.file.log.note(
                "The risk-free rate is the whole period's 'treasury_period_return' of \(frame.file.name), \(Phrase.percent(riskFree)) a year."
            )
        }
    }

    private static func main(_ frame: ZiplineFrame, _ returns: RawSeries?) throws(RunError) -> RawSeries {
        if let equity = frame.series("portfolio_value", content: .levels) { return equity }
        let log = frame.file.log
        if let cash = frame.series("ending_cash", content: .levels),
            var equity = frame.series("ending_value", content: .levels)
        {
            log.note(
                "\(frame.file.name) has no 'portfolio_value': equity is 'ending_cash' and 'ending_value' together.")
            equity.column = "ending_cash + ending_value"
            equity.values = zip(equity.values, cash.values).map { $0 + $1 }
            equity.digits = nil
            return equity
        }
        guard let returns else { throw log.fail(.positionsWithoutCash(frame.file.name)) }
        log.note("\(frame.file.name) has no 'portfolio_value': equity is compounded from 'returns'.")
        return returns
    }

    /// Cash and positions at the start of the first session, else its end less what it earned.
    private static func capital(_ frame: ZiplineFrame) -> Double? {
        if let cash = frame.number("starting_cash", 0), let value = frame.number("starting_value", 0), cash + value > 0,
            (cash + value).isFinite
        {
            return cash + value
        }
        guard let value = frame.number("portfolio_value", 0), let change = frame.number("returns", 0), change > -1,
            value > 0
        else { return nil }
        return value / (1 + change)
    }

    /// `benchmark_period_return` is the return since the start: each row's own return follows from two of them.
    private static func benchmark(_ frame: ZiplineFrame) -> RawSeries? {
        guard var series = frame.series("benchmark_period_return", content: .returns) else { return nil }
        let cumulative = series.values
        guard cumulative.contains(where: { !$0.isNaN && $0 != 0 }) else {
            frame.file.log.note(
                "'benchmark_period_return' of \(frame.file.name) is 0 throughout: the run has no benchmark.")
            return nil
        }
        var before = 0.0
        series.values = cumulative.map { value in
            guard !value.isNaN, before > -1 else { return .nan }
            defer { before = value }
            return (1 + value) / (1 + before) - 1
        }
        series.digits = nil
        frame.file.log.note(
            "The benchmark's returns were taken from 'benchmark_period_return', its return since the start.")
        return series
    }

    private static func treasury(_ frame: ZiplineFrame) -> Double? {
        guard let total = frame.last("treasury_period_return"), total != 0, total > -1, frame.file.count > 0 else {
            return nil
        }
        let rate = pow(1 + total, 252 / Double(frame.file.count)) - 1
        return rate.isFinite && rate > -1 && rate < RateSize.implausible ? rate : nil
    }
}

extension Finding {
    /// zipline's `ending_value` alone, which is not the account's.
    static func positionsWithoutCash(_ file: String) -> Finding {
        Finding(
            .positionsWithoutCash, file, column: "ending_value",
            "this is the value of the positions without the cash, which is no equity",
            "save 'portfolio_value' too: perf.to_csv('run.perf.csv')")
    }

    /// A cell that should hold a list as Python prints it.
    static func nestedCell(_ file: String, _ line: Int, _ column: String, _ fact: String, lost: String) -> Finding {
        Finding(
            .nestedCell, file, row: line, column: column,
            "not a list as Python prints it (\(fact)): the run has no \(lost)",
            "save the frame with perf.to_csv('run.perf.csv')")
    }
}
