import Series

/// Bars of the symbols that a run traded: what fills, excursions and volumes are held against.
public struct PriceHistory: Equatable, Sendable {
    /// Bars of one symbol, at strictly increasing moments.
    public struct Bars: Equatable, Sendable {
        /// As trades and positions name it; empty where the file has one symbol and no name.
        public var symbol: String
        /// When each bar begins; the date of a bar of a day.
        public var timestamps: [Timestamp]
        /// First price of each bar; the close where the file has no such column.
        public var open: [Double]
        /// Highest price of each bar; the close where the file has no such column.
        public var high: [Double]
        /// Lowest price of each bar; the close where the file has no such column.
        public var low: [Double]
        /// Last price of each bar.
        public var close: [Double]
        /// Units traded in each bar, NaN where not known; nil where the file has no volumes.
        public var volume: [Double]?

        /// Bars with all their columns.
        public init(
            symbol: String, timestamps: [Timestamp], open: [Double], high: [Double], low: [Double], close: [Double],
            volume: [Double]?
        ) {
            self.symbol = symbol
            self.timestamps = timestamps
            (self.open, self.high, self.low, self.close) = (open, high, low, close)
            self.volume = volume
        }
    }

    /// The file that they were read from.
    public var file: String
    /// Every symbol's bars, by the name of the symbol.
    public var symbols: [Bars]
    /// Whether the file has opens, highs and lows, not closes alone.
    public var hasRanges: Bool
    /// Whether every bar is of a day or longer.
    public var areDaily: Bool

    /// Prices with all their parts.
    public init(file: String, symbols: [Bars], hasRanges: Bool) {
        self.file = file
        self.symbols = symbols.sorted { $0.symbol.utf8.lexicographicallyPrecedes($1.symbol.utf8) }
        self.hasRanges = hasRanges
        areDaily = symbols.allSatisfy { bars in bars.timestamps.allSatisfy { $0.millisecondsOfDay == 0 } }
    }

    /// The bars of a symbol; those of the only one where it has no name.
    public func bars(of symbol: String) -> Bars? {
        if symbols.count == 1, symbols[0].symbol.isEmpty || symbol.isEmpty { return symbols[0] }
        return symbols.first { $0.symbol == symbol }
    }

    /// The place of the bar in which a moment lies: that of the date, or within the day the last one that begins at or
    /// before it on the same date; nil where there is none.
    public func place(of moment: Timestamp, in bars: Bars) -> Int? {
        let limit = areDaily ? Timestamp(moment.date) : moment
        let place = bars.timestamps.indexBeforePartition(where: { $0 > limit })
        return place.flatMap { bars.timestamps[$0].date == moment.date ? $0 : nil }
    }
}
