import SystemFiles

/// `make bench`: what a report costs, cold as a whole process and warm per report, what its analysis costs, and how fast the
/// readers are, as a table and as JSON. `--only analysis` leaves out the rest, by the column `kind`: `cold`, `warm`, `analysis`,
/// `reader`.
///
/// Inputs are the series of `bench-inputs` (`TEARSHEET_BENCH_INPUTS`, default `../shared/bench-inputs`), or generated
/// ones of the same sizes; the executable is `tearsheet` beside this one. Times are medians of `--repeats` runs (default
/// 15) pinned to one core; compare them as ratios within one run, machines differ. `--quick` measures the daily series
/// once.
enum Benchmark {
    static func run(_ words: [String]) async -> Int32 {
        if words.contains(LongRunBenchmark.word) { return (try? LongRunBenchmark.measure()) == nil ? 1 : 0 }
        let isQuick = words.contains("--quick")
        let repeats = value(of: "--repeats", in: words).flatMap { Int($0) } ?? (isQuick ? 1 : 15)
        let output = value(of: "--json", in: words) ?? "out/benchmark.json"
        do {
            let inputs = try BenchmarkInputs.prepare(isQuick: isQuick)
            let rows = try kinds(value(of: "--only", in: words)).flatMap {
                try Self.rows(of: $0, inputs, isQuick, repeats)
            }
            try StandardStreams.writeOutput(BenchmarkTable.text(rows))
            try FileSystem.createDirectories(FileSystem.parent(of: output))
            try FileSystem.writeAtomically(BenchmarkTable.json(rows), to: output)
            return 0
        } catch {
            StandardStreams.writeError("benchmark: \(error)\n")
            return 1
        }
    }

    /// The kinds of rows that are asked for; all of them without a wish.
    private static func kinds(_ wish: String?) -> [String] {
        ["cold", "warm", "analysis", "reader"].filter { wish == nil || wish == $0 }
    }

    private static func rows(
        of kind: String, _ inputs: BenchmarkInputs, _ isQuick: Bool, _ repeats: Int
    ) throws -> [BenchmarkRow] {
        switch kind {
        // Before this process grows: the system counts its memory at the fork as the child's.
        case "cold":
            try inputs.cases.flatMap { ColdBenchmark.rows(of: $0, repeats: repeats) }
                + (isQuick ? [] : [LongTableBenchmark.row(repeats: min(repeats, 5))])
        case "warm": try inputs.cases.flatMap { try WarmBenchmark.rows(of: $0, repeats: repeats) }
        case "analysis":
            try inputs.cases.flatMap { try AnalyticsBenchmark.rows(of: $0, repeats: repeats) }
                + (isQuick ? [] : [LongRunBenchmark.row()])
        default: try ReaderBenchmark.rows(repeats: repeats)
        }
    }

    private static func value(of option: String, in words: [String]) -> String? {
        words.firstIndex(of: option).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
    }
}

/// One measured line.
struct BenchmarkRow {
    /// `daily, 2 520 rows`.
    var input: String
    /// `HTML + PDF`.
    var task: String
    /// `cold process`, `warm`, `analysis`, `reader`.
    var kind: String
    /// Median wall time.
    var milliseconds: Double
    /// Median processor time of the process, which a busy machine disturbs less; nil for warm rows.
    var processorMilliseconds: Double?
    /// Largest resident memory of the process; nil for warm rows.
    var peakMegabytes: Double?
    /// Size of all files written; nil where none is.
    var outputKilobytes: Double?
    /// How much a reader reads in a second, with its unit; nil for other rows.
    var throughput: (value: Double, unit: String)?
}

/// The middle of some measurements.
func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
}
