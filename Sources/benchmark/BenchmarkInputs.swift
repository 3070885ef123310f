import SystemFiles

/// The series to measure, laid out as runs in a folder of their own.
struct BenchmarkInputs {
    /// One run to measure.
    struct Case {
        /// `daily, 2 520 rows`.
        let name: String
        /// A file or folder.
        let run: String
        /// Options that the run needs.
        let options: [String]
    }

    let cases: [Case]

    /// The bare daily returns, the same with two thousand trades as a run folder, and the minute bars; only the first
    /// when it must be quick. The series are those of a folder where it exists, else generated ones of the same sizes.
    static func prepare(isQuick: Bool) throws -> BenchmarkInputs {
        let source = ProcessEnvironment.variable("TEARSHEET_BENCH_INPUTS") ?? "../shared/bench-inputs"
        let daily = series("daily_returns.csv", in: source) ?? GeneratedSeries.daily()
        let quick = Case(name: "daily, 2520 rows", run: try write(daily, "daily.csv"), options: [])
        if isQuick { return BenchmarkInputs(cases: [quick]) }
        let trades = series("trades.csv", in: source) ?? GeneratedSeries.trades()
        let minute = series("minute_equity.csv", in: source) ?? GeneratedSeries.minute()
        return BenchmarkInputs(cases: [
            quick,
            Case(name: "daily, 2520 rows, 2000 trades", run: try folder(daily, trades), options: []),
            Case(name: "minute, 98280 rows", run: try write(minute, "minute.csv"), options: []),
        ])
    }

    private static func series(_ name: String, in folder: String) -> [UInt8]? {
        try? FileSystem.readFile(FileSystem.join(folder, name))
    }

    private static let place = "out/benchmark"

    private static func write(_ bytes: [UInt8], _ name: String) throws -> String {
        let path = FileSystem.join(place, name)
        try FileSystem.createDirectories(FileSystem.parent(of: path))
        try FileSystem.writeAtomically(bytes, to: path)
        return path
    }

    /// A native run folder, whose column of returns must be called so.
    private static func folder(_ daily: [UInt8], _ trades: [UInt8]) throws -> String {
        let head = Array("date,strategy,".utf8)
        let returns = daily.starts(with: head) ? Array("date,returns,".utf8) + daily.dropFirst(head.count) : daily
        let description = "{\"id\": \"benchmark\", \"currency\": \"USD\", \"initial_capital\": 1000000}\n"
        _ = try write(returns, "daily-with-trades/returns.csv")
        _ = try write(trades, "daily-with-trades/trades.csv")
        _ = try write(Array(description.utf8), "daily-with-trades/run.json")
        return FileSystem.join(place, "daily-with-trades")
    }
}
