import Analytics
import CMeasuredProcess
import Formatting
import RunModel
import Series
import SystemFiles

/// Ten million minutes in a process of their own: how many a second the core metrics take, and how much memory beside the two
/// columns of the run, moments and equity.
enum LongRunBenchmark {
    private static let count = 10_000_000
    private static let result = "out/benchmark/long.txt"

    /// What the process that measures is started with.
    static let word = "--long-run"

    /// The metrics that every page begins with.
    private static let keys: [MetricKey] = [
        .totalReturn, .cagr, .annualVolatility, .sharpe, .sortino, .maxDrawdown, .calmar, .ulcerIndex,
    ]

    static func row() throws -> BenchmarkRow {
        try FileSystem.createDirectories(FileSystem.parent(of: result))
        let own = try FileSystem.resolveSymlinks("/proc/self/exe")
        let process = unsafe CStringArray.with([own, word]) { unsafe measured_process_run($0, 1) }
        let text = (try? FileSystem.readFile(result)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let milliseconds = Double(text.filter { $0 != "\n" }) ?? .nan
        let columns = Double(count) * 16 / 1e6
        let peak = Double(process.peak_kb) * 1024 / 1e6
        let share = FixedDecimal.digits(of: peak / columns, places: 2)
        return BenchmarkRow(
            input: "minute, 10000000 rows", task: "core, \(share) columns", kind: "analysis",
            milliseconds: milliseconds, peakMegabytes: Double(process.peak_kb) / 1024,
            throughput: (Double(count) / milliseconds / 1e3, "million points/s"))
    }

    /// Measures in this process, and leaves the median in a file.
    static func measure() throws {
        let run = minutes()
        let times = (0..<5).map { _ -> Double in
            let start = measured_process_now_ms()
            let metrics = Analyzer.analyze(run).metrics
            for key in keys { _ = metrics.number(key) }
            return measured_process_now_ms() - start
        }
        try FileSystem.writeAtomically(Array("\(median(times))\n".utf8), to: result)
    }

    /// An account that is looked at every minute of the week, for nineteen years.
    private static func minutes() -> Run {
        var numbers = SeededNoise(seed: 4)
        var (moments, equity) = ([Int64](repeating: 0, count: count), [Double](repeating: 0, count: count))
        var returns = [Double](repeating: 0, count: count - 1)
        var level = 1e6
        for index in 0..<count {
            moments[index] = 946_684_800_000 + 60_000 * Int64(index)
            equity[index] = level
            guard index + 1 < count else { break }
            returns[index] = 0.000_000_4 + 0.000_1 * numbers.next()
            level *= 1 + returns[index]
        }
        let axis = TimeAxis(milliseconds: moments)
        return Run(
            identity: RunIdentity(
                id: "long", strategy: .absent, version: .absent, engine: "benchmark", created: .absent, parameters: []),
            equity: TimeSeries(timestamps: axis, values: equity),
            returns: TimeSeries(timestamps: axis.afterFirst, values: returns),
            calendar: TradingCalendar(
                name: "24x7", cadence: .minute, sessionsPerYear: 365, periodsPerSession: 1440,
                periodsPerYear: 525_600, isInferred: false, reason: "declared"),
            riskFree: .annual(0.02))
    }
}
