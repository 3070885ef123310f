import Containers

/// What a result of LEAN calls its symbols: `SPY 240102P00471000` for `SPY 32DXB05B77PLY|SPY R735QTJ8XC9X`.
///
/// An id begins with the first ticker that a security ever had, which may be another than the one it is known by.
struct LeanSymbols {
    private var tickers = [String: String]()
    /// The classes of the symbols, such as `Equity`, by ticker.
    private(set) var classes = [String: String]()
    /// Tickers in the order in which they came.
    private(set) var all = [String]()

    /// Notes the symbol of an order or a trade; gives its ticker.
    mutating func add(_ value: JSONValue?, securityType: JSONValue? = nil) -> String? {
        guard let ticker = ticker(value) else { return nil }
        if let id = LeanObject(value)?.text("id") { tickers[id] = ticker }
        guard let name = LeanNames.securityType(securityType), classes[ticker] == nil else { return ticker }
        classes[ticker] = name
        all.append(ticker)
        return ticker
    }

    /// A symbol as an object with value and id, or as an id alone.
    private func ticker(_ value: JSONValue?) -> String? {
        if let object = LeanObject(value) {
            return object.text("value") ?? object.text("permtick") ?? object.text("id").map(ticker(ofID:))
        }
        return value?.leanText.map(ticker(ofID:))
    }

    /// The ticker of an id.
    func ticker(ofID id: String) -> String {
        if let known = tickers[id] { return known }
        return id.split(separator: " ").first.map(String.init) ?? id
    }

    /// A ticker as a chart names it, without the blanks that pad it.
    static func plain(_ name: String) -> String? { JSONValue.string(name).leanText }

    /// Whether something among the symbols trades at weekends.
    var tradesAlways: Bool { classes.values.contains { $0 == "Crypto" || $0 == "CryptoFuture" } }
}

/// The words behind LEAN's numbers.
enum LeanNames {
    private static let securityTypes = [
        "Base", "Equity", "Option", "Commodity", "Forex", "Future", "Cfd", "Crypto", "FutureOption", "Index",
        "IndexOption", "CryptoFuture",
    ]

    private static let brokerages = [
        0: "QuantConnect (default)", 1: "Interactive Brokers", 2: "Tradier", 3: "Oanda", 4: "FXCM", 5: "Bitfinex",
        6: "Binance", 12: "GDAX", 13: "Alpaca", 14: "Alpha Streams", 15: "Zerodha", 16: "Samco", 17: "Atreyu",
        18: "Trading Technologies", 19: "Kraken", 20: "FTX", 21: "FTX US", 22: "Exante", 23: "Binance US",
        24: "Wolverine", 25: "TD Ameritrade", 26: "Binance Futures", 27: "Binance Coin Futures", 28: "RBI", 29: "Bybit",
        30: "Eze", 31: "Axos", 32: "Coinbase", 33: "TradeStation", 34: "Terminal Link", 35: "Charles Schwab",
        36: "Tastytrade", 37: "Interactive Brokers FIX", 38: "dYdX", 39: "Kalshi",
    ]

    /// The class of a security, written as a number or as a word.
    static func securityType(_ value: JSONValue?) -> String? {
        word(value) { securityTypes.indices.contains($0) ? securityTypes[$0] : nil }
    }

    /// The broker whose rules the engine followed.
    static func brokerage(_ value: JSONValue?) -> String? { word(value) { brokerages[$0] } }

    static func accountType(_ value: JSONValue?) -> String? { word(value) { [0: "margin", 1: "cash"][$0] } }

    private static func word(_ value: JSONValue?, _ words: (Int) -> String?) -> String? {
        if case .integer(let number)? = value { return words(number) }
        return value?.leanText
    }

    /// Whether an order or event was filled, or filled in part; `filled` in live results and old files.
    static func fillState(_ status: JSONValue?) -> FillState {
        switch status {
        case .integer(3): return .filled
        case .integer(2): return .partly
        default: break
        }
        return switch status?.leanText?.lowercased() {
        case "filled": .filled
        case "partiallyfilled", "partially filled", "partially-filled": .partly
        default: .none
        }
    }

    enum FillState { case none, partly, filled }
}
