import Formatting
import RunModel
import Series

/// Benchmarks and rates.
extension Words {
    static func noOverlap(_ name: String, _ span: String, run: String) -> Finding {
        error(
            "benchmark_no_overlap", .relations, name, "the benchmark covers \(span), the run \(run)",
            "give a benchmark of the run's time, or leave it out")
    }

    static func unmatched(_ name: String, run: Int, of all: Int, benchmark: Int) -> Finding {
        let severity: Finding.Severity = run * 2 > all ? .warning : .note
        return Finding(
            severity: severity, layer: .relations, code: "benchmark_unmatched", file: name,
            fact:
                "\(all - run) of the run's \(count(all, "moment")) have a level of the benchmark, and \(benchmark) of "
                + "the benchmark's have none of the run; returns of both span from one common moment to the next")
    }

    static func missingPairs(_ name: String, _ missing: Int, of all: Int) -> Finding {
        note(
            "benchmark_missing_returns", .relations, name,
            "\(missing) of \(count(all, "return")) between common moments cannot be had, since a return is missing in the "
                + "file; they are left out of the comparison")
    }

    static func partBenchmark(_ name: String, _ benchmark: String, run: String) -> Finding {
        warning(
            "benchmark_part", .relations, name, "the benchmark covers \(benchmark), the run \(run)",
            "give a benchmark of the run's whole time")
    }

    static func fewPairs(_ name: String) -> Finding {
        warning(
            "benchmark_too_short", .relations, name,
            "no two moments of the run have a level of the benchmark, so it is left out",
            "give a benchmark of the run's whole time")
    }

    static func benchmarkLevels(_ name: String, _ column: String, bad: Int, of all: Int, line: Int) -> Finding {
        let isZero = bad == all
        return warning(
            "benchmark_not_positive", .schema, name, row: isZero ? nil : line, column: column,
            isZero
                ? "the benchmark is 0 or below throughout, so it is left out"
                : "the benchmark is 0 or below in \(count(bad, "row")), here the first, so it is left out",
            "give the benchmark's prices; if these are its returns, name the column 'returns'")
    }

    static func benchmarkLoss(_ name: String, _ column: String, bad: Int, line: Int) -> Finding {
        warning(
            "benchmark_total_loss", .schema, name, row: line, column: column,
            "the benchmark has a return of -1 or below in \(count(bad, "row")), here the first, so it is left out",
            "write the benchmark's returns as fractions: -0.01 for a loss of one percent")
    }

    static func benchmarkLooksLikeLevels(_ name: String, _ column: String, _ smallest: Double, _ largest: Double)
        -> Finding
    {
        error(
            "benchmark_looks_like_levels", .relations, name, column: column,
            "read as the benchmark's returns, but all values lie between \(number(smallest)) and \(number(largest)), as "
                + "prices do",
            "name the column 'close' if these are prices")
    }

    static func benchmarkAbsent(_ name: String, _ benchmark: String) -> Finding {
        note(
            "benchmark_absent", .relations, name,
            "the benchmark \(excerpt(benchmark)) is named, but the run has no data of it",
            "write benchmark.csv, or give --benchmark")
    }

    static func coarseBenchmark(_ name: String, _ benchmark: String, run: String) -> Finding {
        warning(
            "benchmark_too_coarse", .relations, name,
            "the benchmark is \(benchmark) and the run \(run), so they are not compared",
            "give a benchmark of the run's frequency")
    }

    static func noBenchmarkValues(_ name: String) -> Finding {
        warning("benchmark_empty", .schema, name, "the benchmark has fewer than two values and is left out")
    }

    static func rateCoverage(_ name: String, _ covered: Int, of all: Int) -> Finding {
        warning(
            "risk_free_coverage", .relations, name,
            "rates for \(covered) of \(count(all, "return")) of the run, so the series is not used",
            "give rates for the whole run")
    }
}

/// Trades and positions.
extension Words {
    static func noTrades(_ name: String) -> Finding {
        note("no_trades", .schema, name, "the file has no rows: the run never traded")
    }

    static func zeroQuantity(_ name: String, _ line: Int, _ column: String) -> Finding {
        error("zero_quantity", name, row: line, column: column, "the size is 0", "leave the row out")
    }

    static func badSide(_ name: String, _ line: Int, _ column: String, _ text: String) -> Finding {
        error(
            "bad_side", name, row: line, column: column, "neither long nor short: \(excerpt(text))",
            "write long, short, buy or sell")
    }

    static func sideAgainstSize(_ name: String, _ line: Int, _ column: String, _ trades: Int) -> Finding {
        warning(
            "side_against_size", .relations, name, row: line, column: column,
            "\(count(trades, "trade")) long with a size below 0, here the first; the side was taken",
            "write long with a size above 0, or short")
    }

    static func exitBeforeEntry(_ name: String, _ line: Int, _ trade: Trade) -> Finding {
        error(
            "exit_before_entry", .relations, name, row: line,
            "trade \(excerpt(trade.id)) exits at \(trade.exit), before it enters at \(trade.entry)",
            "swap or correct the times")
    }

    static func outsideRun(_ name: String, _ line: Int, _ trades: Int) -> Finding {
        warning(
            "trades_outside_run", .relations, name, row: line,
            "\(count(trades, "trade")) begin before or end after the series, here the first",
            "give the equity of the whole time")
    }

    static func grossProfit(_ name: String, _ share: Double) -> Finding {
        warning(
            "profit_looks_gross", .relations, name,
            "profits equal price moves without fees in \(FixedDecimal.digits(of: share * 100, places: 0)) % of the "
                + "trades, but are taken as net",
            "name the column 'gross_pnl' if fees are not taken off")
    }

    static func excursionSigns(_ name: String, _ column: String) -> Finding {
        warning(
            "excursion_signs", .relations, name, column: column, "values of both signs, so they are not used",
            "write mae as zero or negative and mfe as zero or positive money")
    }

    static func unpricedOpenTrades(_ name: String, _ trades: Int) -> Finding {
        warning(
            "open_trades_unpriced", .relations, name,
            "\(count(trades, "open trade")) without a price or profit; they count with their entry price",
            "write the last known price as exit_price")
    }

    static func repeatedPosition(_ name: String, _ line: Int, _ symbol: String) -> Finding {
        error(
            "repeated_position", name, row: line, "\(excerpt(symbol)) has a row at this moment already",
            "keep one row per moment and symbol")
    }

    static func emptyPositions(_ name: String) -> Finding {
        note("no_positions", .schema, name, "the file has no rows")
    }

    static func outOfSampleOutside(_ start: CalendarDate, _ first: CalendarDate, _ last: CalendarDate) -> Finding {
        warning(
            "out_of_sample_outside", .relations, "run.json", column: "out_of_sample_start",
            "\(start.iso) does not divide the returns, which run from \(first.iso) to \(last.iso); nothing is shown as "
                + "out of sample",
            "give a date after the first return and not after the last")
    }

    static func endValue(_ name: String, _ statistic: String, _ value: Double, last: Double) -> Finding {
        warning(
            "end_value", .relations, name,
            "'\(statistic)' is \(number(value)), the last equity is \(number(last))",
            "check that both files belong to one run")
    }
}
