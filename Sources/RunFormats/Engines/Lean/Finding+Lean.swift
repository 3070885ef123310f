import RunModel
import Series

/// Results of LEAN: runs that failed or did not end, and what a file lacks.
extension Finding {
    static func failedRun(_ file: String, _ error: String) -> Finding {
        Finding(
            .runFailed, file,
            "the engine ended this run with an error, so it covers only what came before"
                + (error.isEmpty ? "" : ": " + Phrase.excerpt(error, limit: 300)),
            "correct the algorithm and run it again")
    }

    static func unfinishedRun(_ file: String, _ status: String) -> Finding {
        Finding(
            .runUnfinished, file,
            "the file was written while the run went on (\(Phrase.excerpt(status))): it has the last hundred orders at most, and "
                + "no statistics",
            "report the run again once it is complete")
    }

    /// A result without a value of the account.
    static func noLeanEquity(_ file: String, _ outcome: LeanState.Outcome, _ charts: LeanCharts) -> Finding {
        switch outcome {
        case .failed(let error):
            Finding(
                .noEquityRecorded, file,
                "the run failed before its first value of the account"
                    + (error.isEmpty ? "" : ": " + Phrase.excerpt(error, limit: 300)),
                "correct the algorithm or the engine's setup, and run it again")
        case .unfinished(let status):
            Finding(
                .noEquityRecorded, file,
                "the run was written before its first value of the account (\(Phrase.excerpt(status)))",
                "give the result of the completed run")
        case .completed:
            Finding(
                .noEquityRecorded, file,
                charts.areThere
                    ? "no chart 'Strategy Equity' with points of 'Equity'" : "the result has no charts, so no equity",
                "download the results of the backtest; answers of the API leave charts out")
        }
    }

    static func thinnedSeries(_ file: String) -> Finding {
        Finding(
            .thinnedSeries, file, "a summary holds about three hundred points of the account and no trades",
            "put the result it belongs to beside it")
    }

    static func emptyLeanBenchmark(_ file: String) -> Finding {
        Finding(
            .benchmarkAbsent, file, "the benchmark has no data: it is 0 or never moves", "give one with --benchmark")
    }

    static func stillBenchmark(_ file: String, _ first: CalendarDate, _ last: CalendarDate) -> Finding {
        Finding(
            .benchmarkStandsStill, file,
            "the benchmark moves from \(first) to \(last) only, where the engine had data; the rest is left out",
            "give one for the whole run with --benchmark")
    }

    static func foreignFees(_ file: String, _ currency: String, _ count: Int) -> Finding {
        Finding(
            .foreignFees, file,
            "fees of \(Phrase.count(count, "fill")) are in \(Phrase.excerpt(currency)), not in the account's currency, and are "
                + "left out")
    }

    /// A closed trade of LEAN without a member that a report needs; `trade` counts from 1.
    static func missingLeanMember(_ file: String, trade: Int, _ member: String) -> Finding {
        Finding(
            .missingMember, file, "closed trade \(trade) has no usable \(Phrase.excerpt(member))",
            "give the file as LEAN wrote it")
    }

    /// Tables of the cloud without the result that they belong to.
    static func tableAlone(_ file: String, what: String, lacks: String, remedy: String) -> Finding {
        Finding(.tradesWithoutEquity, file, "\(what) alone: \(lacks)", remedy)
    }

    static func equityAtExits(_ file: String) -> Finding {
        Finding(
            .equityAtExits, file,
            "equity is the initial capital and the profits of closed trades: what open trades are worth is not in it, so "
                + "drawdowns and volatility are understated",
            "put the result (JSON) beside it")
    }
}
