import Analytics
import Formatting

/// What several tables of one run need.
extension Analysis {
    /// Round trips; throws where the run records none.
    func tradesForTables() throws(Unavailable) -> TradeSection {
        guard let trades else { throw .noTradeRecord }
        return trades
    }

    /// Heads a column: a name that would widen or wrap the column is given in the title band instead. Nil without a
    /// benchmark.
    var benchmarkHeader: String? {
        run.benchmark.map { $0.name.count <= 12 ? $0.name : "Benchmark" }
    }

    /// The same with a mark where its numbers are of another time than the run's.
    var markedBenchmarkHeader: String? {
        benchmarkHeader.map { run.benchmarkIsWhole ? $0 : $0 + Self.benchmarkMark }
    }

    static let benchmarkMark = " †"

    /// The time that the benchmark covers, where that is not the run's; empty otherwise.
    func benchmarkNote(_ isMarked: Bool) -> String {
        guard isMarked, let benchmark = run.benchmark else { return "" }
        return "† The benchmark covers \(benchmark.firstDate.display) – \(benchmark.lastDate.display)."
    }
}
