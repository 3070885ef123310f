import Foundation
import RunFormats
import RunModel
import TestSupport

/// A result of LEAN in one of the dialects that the engine has written, about the same small run of our own: shares of SPY and
/// an option on them, traded and closed, and shares of AAPL that are open at the end; across a change of New York's clocks.
struct LeanFixture {
    /// What the engine wrote when.
    enum Dialect: CaseIterable {
        /// 2020: Pascal case, objects as points, numbers, one sample at each close.
        case pascalCloses
        /// 2023: Pascal case, objects as points, numbers as texts, samples at midnight, Daily Performance, names with hyphens.
        case pascalMidnights
        /// 2024: camel case, arrays and candles, Return.
        case camel
        /// 2026: lists of symbols, ids of orders; a download of the cloud on one line, with the performance at the end.
        case cloud
        /// An answer of the cloud's API: an envelope, orders in a list.
        case envelope
    }

    var dialect = Dialect.camel
    /// Account at the ends of the days from 7 March 2024 on, the start before them.
    var equity = [100_000, 100_099, 100_297.35, 100_297.35, 100_297.35, 100_329.7, 100_329.7, 100_779.7]
    var benchmark = [500.0, 501, 503, 503, 503, 499, 500, 504]
    /// Points within days: seconds since 1970, account.
    var intraday = [(1_709_910_000, 97_000.0)]
    var status: String? = "Completed"
    var runtimeError = ""
    var trades: [Trade]? = Trade.all
    var orders = Order.all
    var hasCharts = true
    var hasStatistics = true
    var tradingDays = 252
    var parameters = "{}"
    /// Whether the last day ends at the close of the market, and not at midnight.
    var endsAtClose = true
    var securityType = 1
    /// Shares of the account at the ends of the days, by series.
    var exposure = [String: [Double]]()
    /// Seconds that the zone's midnight is behind UTC's, by day since 1970; New York's where nil.
    var offset: (@Sendable (Int) -> Int)?

    static let firstDay = 19789

    struct Trade {
        var symbol: (value: String, id: String)
        var entry: (time: String, price: Double)
        var exit: (time: String, price: Double)
        var direction: Int
        var quantity: Double
        var gross: Double
        var fees: Double
        var excursions = (mae: -120.0, mfe: 330.0)

        static let all = [
            Trade(
                symbol: ("SPY", "SPY R735QTJ8XC9X"), entry: ("2024-03-07T14:31:00Z", 500),
                exit: ("2024-03-08T21:00:00Z", 503), direction: 0, quantity: 100, gross: 300, fees: 2),
            Trade(
                symbol: ("SPY   240315C00510000", "SPY 32DXB05B77PLY|SPY R735QTJ8XC9X"),
                entry: ("2024-03-08T15:00:00Z", 0.25), exit: ("2024-03-11T14:00:00Z", 0.41), direction: 1, quantity: 1,
                gross: -16, fees: 1.3, excursions: (-30, 4)),
        ]
    }

    struct Order {
        var id: Int
        var symbol: (value: String, id: String)
        var quantity: Double
        var price: Double
        /// Submitted and filled; nil where it was not filled.
        var submitted: String
        var filled: (text: String, seconds: Int)?
        var fee: Double
        var securityType = 1
        var tag = ""

        static let all = [
            Order(
                id: 1, symbol: ("SPY", "SPY R735QTJ8XC9X"), quantity: 100, price: 500,
                submitted: "2024-03-05T21:00:00Z", filled: ("2024-03-07T14:31:00Z", 1_709_821_860), fee: 1,
                tag: "breakout"),
            Order(
                id: 2, symbol: ("SPY   240315C00510000", "SPY 32DXB05B77PLY|SPY R735QTJ8XC9X"), quantity: -1,
                price: 0.25, submitted: "2024-03-08T15:00:00Z", filled: ("2024-03-08T15:00:00Z", 1_709_910_000),
                fee: 0.65, securityType: 2),
            Order(
                id: 3, symbol: ("SPY", "SPY R735QTJ8XC9X"), quantity: -100, price: 503,
                submitted: "2024-03-08T21:00:00Z", filled: ("2024-03-08T21:00:00Z", 1_709_931_600), fee: 1),
            Order(
                id: 4, symbol: ("SPY   240315C00510000", "SPY 32DXB05B77PLY|SPY R735QTJ8XC9X"), quantity: 1,
                price: 0.41, submitted: "2024-03-11T14:00:00Z", filled: ("2024-03-11T14:00:00Z", 1_710_165_600),
                fee: 0.65, securityType: 2),
            Order(
                id: 5, symbol: ("AAPL", "AAPL R735QTJ8XC9X"), quantity: 50, price: 170,
                submitted: "2024-03-11T15:00:00Z", filled: ("2024-03-11T15:00:00Z", 1_710_169_200), fee: 1),
            Order(
                id: 6, symbol: ("SPY", "SPY R735QTJ8XC9X"), quantity: 10, price: 0,
                submitted: "2024-03-12T15:00:00Z", filled: nil, fee: 0),
        ]
    }

    // MARK: Files

    /// The files of the result, by name.
    var files: [String: String] {
        let name = dialect == .cloud ? "Alert Orange Fox.json" : "1610854357.json"
        var files = [name: text]
        if dialect != .cloud && dialect != .envelope { files["1610854357-order-events.json"] = events }
        return files
    }

    var text: String {
        var members = [("rollingWindow", "{}")]
        let performance = ("totalPerformance", hasStatistics ? performance : "{}")
        if dialect != .cloud { members.append(performance) }
        if hasCharts { members.append(("charts", charts)) }
        members += [("orders", orderList), ("profitLoss", "{}")]
        members.append(("statistics", hasStatistics ? statistics : "{}"))
        members.append(("runtimeStatistics", #"{"Equity": "$100,779.70", "Net Profit": "$-8,110.42"}"#))
        if let status, !isPascal { members += [("state", state(status)), ("algorithmConfiguration", configuration)] }
        if dialect == .cloud { members.append(performance) }
        let text = object(members)
        return dialect == .envelope ? #"{"backtest": \#(text), "success": true}"# : text
    }

    /// The fills and what came before them.
    var events: String {
        let events = orders.flatMap { order -> [String] in
            guard let filled = order.filled else { return [event(order, "canceled", 1_710_255_600, fill: false)] }
            return [
                event(order, "submitted", filled.seconds - 60, fill: false),
                event(order, "filled", filled.seconds, fill: true),
            ]
        }
        return "[" + events.joined(separator: ",") + "]"
    }

    private var isPascal: Bool { dialect == .pascalCloses || dialect == .pascalMidnights }

    // MARK: Spelling

    private func object(_ members: [(String, String)]) -> String {
        let separator = dialect == .cloud ? "," : ",\n  "
        return "{" + members.map { "\"\(name($0.0))\": \($0.1)" }.joined(separator: separator) + "}"
    }

    /// A property's name in the dialect.
    private func name(_ camel: String) -> String {
        guard isPascal else { return camel }
        if ["id", "mae", "mfe"].contains(camel) { return camel == "id" ? "Id" : camel.uppercased() }
        return camel.prefix(1).uppercased() + camel.dropFirst()
    }

    private func kebab(_ camel: String) -> String {
        isPascal ? camel.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined() : camel
    }

    /// A number of the performance: a text since the end of 2020.
    private func number(_ value: Double) -> String { dialect == .pascalCloses ? "\(value)" : "\"\(value)\"" }

    // MARK: Charts

    private func midnight(_ day: Int) -> Int {
        if let offset { return day * 86_400 + offset(day) }
        // New York's clocks went forward on 10 March 2024.
        return day * 86_400 + (day <= 19_792 ? 5 : 4) * 3600
    }

    /// Moments of the daily samples: the midnights behind the days, or their closes.
    private var stamps: [Int] {
        (1..<equity.count).map { index in
            let isClose = dialect == .pascalCloses || endsAtClose && index == equity.count - 1
            return midnight(Self.firstDay + index) - (isClose ? 8 * 3600 : 0)
        }
    }

    private func point(_ second: Int, _ value: Double, candle: Bool = false) -> String {
        if isPascal { return #"{"x": \#(second), "y": \#(value)}"# }
        return candle ? "[\(second), \(value), \(value + 9), \(value - 9), \(value)]" : "[\(second), \(value)]"
    }

    private func series(_ name: String, _ points: [(Int, Double)], unit: String = "$", candle: Bool = false) -> String {
        let values = points.map { point($0.0, $0.1, candle: candle) }.joined(separator: ",")
        // Old files say Candle of points that are none.
        return object([
            ("name", "\"\(name)\""), ("unit", "\"\(unit)\""), ("index", "0"), ("seriesType", candle ? "2" : "0"),
            ("values", "[\(values)]"),
        ])
    }

    private func chart(_ name: String, _ series: [(String, String)]) -> String {
        let inner = "{" + series.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
        return object([("name", "\"\(name)\""), ("chartType", "0"), ("series", inner)])
    }

    private var charts: String {
        let start = midnight(Self.firstDay)
        let ends = Array(zip(stamps, equity.dropFirst()))
        let account = ([(start, equity[0])] + ends + intraday.map { ($0.0, $0.1) }).sorted { $0.0 < $1.0 }
        let returns = zip(stamps, (1..<equity.count).map { (equity[$0] / equity[$0 - 1] - 1) * 100 })
        let daily = (dialect == .pascalCloses ? [] : [(start, 0.0)]) + returns
        let levels = (dialect == .pascalCloses ? [] : [(start, benchmark[0])]) + zip(stamps, benchmark.dropFirst())
        let returnName = isPascal ? "Daily Performance" : "Return"
        let charts =
            [
                (
                    "Strategy Equity",
                    chart(
                        "Strategy Equity",
                        [
                            ("Equity", series("Equity", account, candle: true)),
                            (returnName, series(returnName, daily, unit: "%")),
                        ])
                ),
                ("Benchmark", chart("Benchmark", [("Benchmark", series("Benchmark", levels))])),
                (
                    "Baseline VS Strategy",
                    chart("Baseline VS Strategy", [("Strategy Equity", series("x", [(start, 1)]))])
                ),
            ] + (exposure.isEmpty ? [] : [("Exposure", chart("Exposure", shares(ends.map(\.0))))])
        return "{" + charts.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    private func shares(_ ends: [Int]) -> [(String, String)] {
        exposure.keys.sorted().map { name in
            (name, series(name, Array(zip(ends, exposure[name]?.dropFirst() ?? [])), unit: ""))
        }
    }

    // MARK: Trading

    private func symbol(_ symbol: (value: String, id: String)) -> String {
        let id = isPascal ? "ID" : "id"
        return "{\"\(name("value"))\": \"\(symbol.value)\", \"\(id)\": \"\(symbol.id)\"}"
    }

    private var orderList: String {
        let orders = orders.map { order -> (Int, String) in
            var members = [
                ("type", "0"), ("id", "\(order.id)"), ("symbol", symbol(order.symbol)), ("price", "\(order.price)"),
                ("time", "\"\(order.submitted)\""), ("quantity", "\(order.quantity)"),
                ("status", order.filled == nil ? "null" : "3"), ("tag", "\"\(order.tag)\""),
                ("securityType", "\(order.securityType == 1 ? securityType : order.securityType)"),
                ("direction", order.quantity > 0 ? "0" : "1"),
            ]
            if let filled = order.filled { members.append(("lastFillTime", "\"\(filled.text)\"")) }
            return (order.id, object(members))
        }
        if dialect == .envelope { return "[" + orders.map(\.1).joined(separator: ", ") + "]" }
        return "{" + orders.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    private func event(_ order: Order, _ status: String, _ seconds: Int, fill: Bool) -> String {
        var members = [
            ("id", "\"1610854357-\(order.id)-\(fill ? 2 : 1)\""), ("orderId", "\(order.id)"),
            ("orderEventId", "\(fill ? 2 : 1)"), ("symbol", "\"\(order.symbol.id)\""), ("time", "\(seconds).0"),
            ("status", "\"\(status)\""), ("fillPrice", fill ? "\(order.price)" : "0.0"),
            ("fillQuantity", fill ? "\(order.quantity)" : "0.0"), ("direction", "\"buy\""),
        ]
        if fill { members += [("orderFeeAmount", "\(order.fee)"), ("orderFeeCurrency", "\"USD\"")] }
        return "{" + members.map { "\"\(kebab($0.0))\": \($0.1)" }.joined(separator: ",") + "}"
    }

    private var performance: String {
        let list = trades.map { trades in
            "[" + trades.enumerated().map { closed($0.offset, $0.element) }.joined(separator: ", ") + "]"
        }
        let portfolio = object([
            ("winRate", number(0.5)), ("compoundingAnnualReturn", number(0.4967)), ("drawdown", number(0.031)),
            ("sharpeRatio", number(1.2)), ("sortinoRatio", "7.922816251426434e+28"),
            ("endEquity", number((equity.last ?? 0).rounded())),
        ])
        return object([
            ("tradeStatistics", "{}"), ("portfolioStatistics", portfolio), ("closedTrades", list ?? "null"),
        ])
    }

    private func closed(_ number: Int, _ trade: Trade) -> String {
        let side = dialect == .cloud ? ("symbols", "[\(symbol(trade.symbol))]") : ("symbol", symbol(trade.symbol))
        var members = [
            side, ("entryTime", "\"\(trade.entry.time)\""), ("entryPrice", "\(trade.entry.price)"),
            ("direction", "\(trade.direction)"), ("quantity", "\(trade.quantity)"),
            ("exitTime", "\"\(trade.exit.time)\""), ("exitPrice", "\(trade.exit.price)"),
            ("profitLoss", "\(trade.gross)"), ("totalFees", "\(trade.fees)"), ("mae", "\(trade.excursions.mae)"),
            ("mfe", "\(trade.excursions.mfe)"), ("duration", "\"1.06:29:00\""),
        ]
        if dialect == .cloud {
            members += [("id", "\"5a0e\""), ("orderIds", number == 0 ? "[1, 3]" : "[2, 4]"), ("isWin", "true")]
        }
        return object(members)
    }

    private var statistics: String {
        let orders = isPascal ? "Total Trades" : "Total Orders"
        return #"{"\#(orders)": "6", "Compounding Annual Return": "49.671%", "Drawdown": "3.100%", "Win Rate": "50%", "#
            + #""Sharpe Ratio": "1.2", "Sortino Ratio": "79228162514264337593543950335", "Total Fees": "$4.30"}"#
    }

    private func state(_ status: String) -> String {
        let error = runtimeError.replacingOccurrences(of: "\n", with: "\\n")
        return
            #"{"StartTime": "2025-09-15T06:52:31Z", "EndTime": "2025-09-15T06:52:35Z", "RuntimeError": "\#(error)", "#
            + #""StackTrace": "", "Name": "local", "Hostname": "secret-machine", "Status": "\#(status)"}"#
    }

    private var configuration: String {
        object([
            ("name", "\"local\""), ("accountCurrency", "\"USD\""), ("brokerage", "1"), ("accountType", "1"),
            ("parameters", parameters), ("tradingDaysPerYear", "\(tradingDays)"),
            ("startDate", "\"2024-03-07T00:00:00Z\""),
        ])
    }
}

extension LeanFixture {
    /// The run, read from a folder of its files.
    func read(_ options: RunOptions = RunOptions()) throws -> Run { try TemporaryRun(files).read(options) }

    /// The same days with another account, one value for each and the start before them.
    func with(equity: [Double], benchmark: [Double]? = nil) -> LeanFixture {
        var fixture = self
        (fixture.equity, fixture.intraday) = (equity, [])
        fixture.benchmark = benchmark ?? equity.map { _ in 0 }
        return fixture
    }

    /// Without orders and trades.
    var idle: LeanFixture {
        var fixture = self
        (fixture.orders, fixture.trades) = ([], [])
        return fixture
    }
}
