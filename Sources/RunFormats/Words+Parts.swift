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
        let severity: Finding.Severity = run * 20 > all ? .warning : .note
        return Finding(
            severity: severity, layer: .relations, code: "benchmark_unmatched", file: name,
            fact: "\(run) of \(count(all, "return")) of the run have no return of the benchmark, and \(benchmark) of "
                + "the benchmark's none of the run; compared is what both have")
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

    static func emptyPositions(_ name: String) -> Finding {
        note("no_positions", .schema, name, "the file has no rows")
    }

    static func positionsSum(
        _ name: String, _ line: Int, _ differing: Int, of all: Int, sum: Double, equity: Double, at stamp: Timestamp
    ) -> Finding {
        warning(
            "positions_sum", .relations, name, row: line,
            "positions and cash differ from equity on \(differing) of \(count(all, "row")); the most at \(stamp): "
                + "\(FixedDecimal.digits(of: sum, places: 2)) against \(FixedDecimal.digits(of: equity, places: 2))",
            "write all positions at market value, and cash as a column 'cash'")
    }

    static func endValue(_ name: String, _ statistic: String, _ value: Double, last: Double) -> Finding {
        warning(
            "end_value", .relations, name,
            "'\(statistic)' is \(number(value)), the last equity is \(number(last))",
            "check that both files belong to one run")
    }
}
