import Formatting
import Series

/// A result of LEAN as its engine writes one: charts of equity, return and benchmark with a point a day, orders, statistics.
enum GeneratedLean {
    /// About a megabyte: eleven years of days of the calendar, and a thousand orders.
    static func result() -> [UInt8] {
        var noise = SeededNoise(seed: 4)
        var (equity, benchmark) = (100_000.0, 300.0)
        var (account, returns, index) = ([String](), [String](), [String]())
        for day in 0..<4000 {
            let time = 1_420_088_400 + 86_400 * day
            let before = equity
            if day % 7 < 5 {
                equity *= 1 + 0.0003 + 0.01 * noise.next()
                benchmark *= 1 + 0.0002 + 0.01 * noise.next()
            }
            let (low, high) = (min(before, equity), max(before, equity))
            let prices = [before, high, low, equity].map { digits($0, 4) }.joined(separator: ",")
            account.append("[\(time),\(prices)]")
            returns.append("[\(time),\(digits(100 * (equity / before - 1), 6))]")
            index.append("[\(time),\(digits(benchmark, 4))]")
        }
        let charts = [
            chart("Strategy Equity", [series("Equity", "$", 2, account), series("Return", "%", 3, returns)]),
            chart("Benchmark", [series("Benchmark", "$", 0, index)]),
        ]
        let text = """
            {"charts":{\(charts.joined(separator: ","))},"orders":{\(orders(1000).joined(separator: ","))},\
            "statistics":{"Start Equity":"100000","End Equity":"\(digits(equity, 2))","Total Fees":"$1000.00"},\
            "runtimeStatistics":{},"algorithmConfiguration":{"accountCurrency":"USD","tradingDaysPerYear":252}}
            """
        return Array(text.utf8)
    }

    private static func chart(_ name: String, _ series: [String]) -> String {
        "\"\(name)\":{\"name\":\"\(name)\",\"chartType\":0,\"series\":{\(series.joined(separator: ","))}}"
    }

    private static func series(_ name: String, _ unit: String, _ type: Int, _ points: [String]) -> String {
        "\"\(name)\":{\"name\":\"\(name)\",\"unit\":\"\(unit)\",\"index\":0,\"seriesType\":\(type),"
            + "\"values\":[\(points.joined(separator: ","))]}"
    }

    /// Orders that buy and sell in turn.
    private static func orders(_ count: Int) -> [String] {
        (1...count).map { id in
            let time = moment(day: 3 * id)
            let quantity = id % 2 == 1 ? 100 : -100
            return """
                "\(id)":{"type":0,"id":\(id),"contingentId":0,"brokerId":["\(id)"],\
                "symbol":{"value":"SPY","id":"SPY R735QTJ8XC9X","permtick":"SPY"},\
                "price":\(digits(100 + Double(id % 50), 2)),"priceCurrency":"USD","time":"\(time)","createdTime":"\(time)",\
                "lastFillTime":"\(time)","quantity":\(quantity).0,"status":3,"tag":"","properties":{"timeInForce":{}},\
                "securityType":1,"direction":\(id % 2 == 1 ? 0 : 1),"value":\(digits(100 * (100 + Double(id % 50)), 2))}
                """
        }
    }

    private static func moment(day: Int) -> String { "\(CalendarDate(day: 16_436 + day))T20:00:00Z" }

    private static func digits(_ value: Double, _ places: Int) -> String {
        FixedDecimal.digits(of: value, places: places)
    }
}
