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

    /// The bare daily returns, the same with two thousand trades as a run folder, and the minute bars.
    static func prepare() throws -> BenchmarkInputs {
        let source = ProcessEnvironment.variable("TEARSHEET_BENCH_INPUTS") ?? "../shared/bench-inputs"
        let folder = "out/benchmark/daily-with-trades"
        try FileSystem.createDirectories(folder)
        for (from, to) in [("daily_returns.csv", "returns.csv"), ("trades.csv", "trades.csv")] {
            let bytes = try FileSystem.readFile(FileSystem.join(source, from))
            try FileSystem.writeAtomically(bytes, to: FileSystem.join(folder, to))
        }
        let description = "{\"id\": \"benchmark\", \"currency\": \"USD\", \"initial_capital\": 1000000}\n"
        try FileSystem.writeAtomically(Array(description.utf8), to: FileSystem.join(folder, "run.json"))
        return BenchmarkInputs(cases: [
            Case(name: "daily, 2520 rows", run: FileSystem.join(source, "daily_returns.csv"), options: []),
            Case(name: "daily, 2520 rows, 2000 trades", run: folder, options: []),
            Case(name: "minute, 98280 rows", run: FileSystem.join(source, "minute_equity.csv"), options: []),
        ])
    }
}
