import Formatting
import RunModel
import Series

/// Bars of prices.
extension Finding {
    static func missingPriceColumns(_ name: String, _ header: [String]) -> Finding {
        Finding(
            .missingPriceColumns, name,
            "no column 'close' among \(Phrase.list(header)): the file has no prices",
            "name the columns time, symbol, open, high, low, close and volume")
    }

    static func badBars(_ name: String, _ line: Int, _ count: Int) -> Finding {
        Finding(
            .badBars, name, row: line,
            "\(Phrase.count(count, "bar")) whose high is below or whose low is above another of its prices, here the first; "
                + "\(count == 1 ? "it was" : "they were") left out",
            "correct the prices, or the order of the columns")
    }

    static func negativeVolume(_ name: String, _ line: Int, _ column: String, _ count: Int) -> Finding {
        Finding(
            .negativeVolume, name, row: line, column: column,
            "\(Phrase.count(count, "volume")) below 0, here the first; \(count == 1 ? "it counts" : "they count") as unknown",
            "correct the volumes, or leave the cells empty")
    }

    static func repeatedBars(_ name: String, _ line: Int, _ count: Int) -> Finding {
        Finding(
            .repeatedBars, name, row: line,
            "\(Phrase.count(count, "bar")) of a symbol and a moment that \(count == 1 ? "has" : "have") one already; the first was kept",
            "leave one of them out")
    }

    static func unpricedSymbols(_ name: String, _ symbols: [String]) -> Finding {
        Finding(
            .unpricedSymbols, name,
            "no prices of \(Phrase.list(symbols)), which the run traded or held",
            "add their bars, by the names that trades and positions have")
    }

    static func priceSpikes(
        _ name: String, _ count: Int, symbol: String, move: Double, at moment: Timestamp, score: Double,
        threshold: Double
    ) -> Finding {
        Finding(
            .priceSpikes, name,
            "\(Phrase.count(count, "move")) of prices by more than \(Phrase.number(threshold)) robust standard deviations; the "
                + "farthest is \(Phrase.percent(move)) of \(Phrase.excerpt(symbol)) at \(moment), "
                + "\(FixedDecimal.digits(of: score, places: 0)) of them away",
            "check the prices there: splits, wrong digits; --threshold price_spike=N moves the bound")
    }

    static func volumeSpikes(
        _ name: String, _ count: Int, symbol: String, times: Double, at moment: Timestamp, threshold: Double
    ) -> Finding {
        Finding(
            .volumeSpikes, name,
            "\(Phrase.count(count, "volume")) of more than \(Phrase.number(threshold)) times the symbol's median; the largest is "
                + "\(FixedDecimal.digits(of: times, places: 0)) times it, of \(Phrase.excerpt(symbol)) at \(moment)",
            "check the volumes there; --threshold volume_spike=N moves the bound")
    }
}
