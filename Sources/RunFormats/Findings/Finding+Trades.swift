import Formatting
import RunModel

/// Trades and positions.
extension Finding {
    static func noTrades(_ name: String) -> Finding {
        Finding(.noTrades, name, "the file has no rows: the run never traded")
    }

    static func zeroQuantity(_ name: String, _ line: Int, _ column: String) -> Finding {
        Finding(.zeroQuantity, name, row: line, column: column, "the size is 0", "leave the row out")
    }

    static func badSide(_ name: String, _ line: Int, _ column: String, _ text: String) -> Finding {
        Finding(
            .badSide, name, row: line, column: column, "neither long nor short: \(Phrase.excerpt(text))",
            "write long, short, buy or sell")
    }

    static func sideAgainstSize(_ name: String, _ line: Int, _ column: String, _ trades: Int) -> Finding {
        Finding(
            .sideAgainstSize, name, row: line, column: column,
            "\(Phrase.count(trades, "trade")) long with a size below 0, here the first; the side was taken",
            "write long with a size above 0, or short")
    }

    static func exitBeforeEntry(_ name: String, _ line: Int, _ trade: Trade) -> Finding {
        Finding(
            .exitBeforeEntry, name, row: line,
            "trade \(Phrase.excerpt(trade.id)) exits at \(trade.exit), before it enters at \(trade.entry)",
            "swap or correct the times")
    }

    static func tradesOutsideRun(_ name: String, _ line: Int, _ trades: Int) -> Finding {
        Finding(
            .tradesOutsideRun, name, row: line,
            "\(Phrase.count(trades, "trade")) \(trades == 1 ? "begins before or ends" : "begin before or end") after the series, "
                + "here the first",
            "give the equity of the whole time")
    }

    static func grossProfit(_ name: String, _ share: Double, ofEngine: Bool) -> Finding {
        Finding(
            .profitLooksGross, name,
            "profits equal price moves without fees in \(FixedDecimal.digits(of: share * 100, places: 0)) % of the "
                + "trades, but are taken as net",
            ofEngine ? engineRemedy : "name the column 'gross_pnl' if fees are not taken off")
    }

    static func excursionSigns(_ name: String, _ column: String) -> Finding {
        Finding(
            .excursionSigns, name, column: column, "values of both signs, so they are not used",
            "write mae as zero or negative and mfe as zero or positive money")
    }

    static func unpricedOpenTrades(_ name: String, _ trades: Int) -> Finding {
        Finding(
            .openTradesUnpriced, name,
            "\(Phrase.count(trades, "open trade")) without a price or profit; they count with their entry price",
            "write the last known price as exit_price")
    }

    static func repeatedPosition(_ name: String, _ line: Int, _ symbol: String) -> Finding {
        Finding(
            .repeatedPosition, name, row: line, "\(Phrase.excerpt(symbol)) has a row at this moment already",
            "keep one row per moment and symbol")
    }

    static func emptyPositions(_ name: String) -> Finding {
        Finding(.noPositions, name, "the file has no rows")
    }
}
