import RunModel

@testable import RunFormats

extension FindingFixture {
    private static let header = "date,symbol,open,high,low,close,volume\n"

    /// Sixty bars of one symbol; some of them changed by their number.
    private static func bars(_ changes: [Int: String] = [:]) -> String {
        header
            + dates.enumerated().map { number, date in
                let close = 100 + Double(number % 7)
                return changes[number] ?? "\(date),A,\(close),\(close + 1),\(close - 1),\(close),1000\n"
            }.joined()
    }

    private static func prices(_ code: FindingCode, _ text: String, _ others: [String: String] = [:]) -> FindingFixture
    {
        FindingFixture(code, beside: others.merging(["prices.csv": text]) { own, _ in own }, days: 60)
    }

    private static let dates = dailyEquity(60).split(separator: "\n").dropFirst().map { String($0.prefix(10)) }
    private static let date = dates[40]

    /// Bars of prices, and scenarios.
    static let prices: [FindingFixture] = [
        prices(.badBars, bars([40: "\(date),A,100,99,98,100,1000\n"])),
        prices(.negativeVolume, bars([40: "\(date),A,100,101,99,100,-5\n"])),
        prices(.repeatedBars, bars([40: "\(dates[39]),A,100,101,99,100,5\n"])),
        prices(
            .unpricedSymbols, bars(),
            ["positions.csv": "date,B,cash\n\(dates[0]),10,90\n\(dates[1]),10,90\n"]),
        prices(.priceSpikes, bars([40: "\(date),A,1000,1001,999,1000,1000\n"])),
        prices(.volumeSpikes, bars([40: "\(date),A,100,101,99,100,90000\n"])),
        .init(.badScenarios, .needsOption, ["equity.csv": dailyEquity(5), "scenarios.toml": "[Crash]\n"]),
        FindingFixture(.unknownShocks, beside: ["scenarios.toml": "[Crash]\nassets = { NONE = -0.2 }\n"]),
    ]
}
