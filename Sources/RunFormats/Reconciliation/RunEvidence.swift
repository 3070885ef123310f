import RunModel
import Series

/// What the files of a run say, as far as it can be held against each other: the whole run, before options cut it.
struct RunEvidence {
    let raw: RawRun
    /// Equity and returns, the start value included.
    let account: AccountCurve
    /// Whether equity is an amount of money, not growth of 1.
    let moneyIsKnown: Bool
    let isIntraday: Bool
    /// Sorted by exit; nil where none are recorded.
    let trades: [RawTrades.Row]?
    let positions: PositionHistory?
    let benchmark: Benchmark?
    let clock: WallClock
    /// The largest size of a return, whose digits bound the rounding of all.
    private let largestReturn: Double
    private let countsByDate: Bool

    init(
        raw: RawRun, account: AccountCurve, moneyIsKnown: Bool, isIntraday: Bool, trades: [RawTrades.Row]?,
        positions: PositionHistory?, benchmark: Benchmark?, clock: WallClock
    ) {
        self.raw = raw
        self.account = account
        self.moneyIsKnown = moneyIsKnown
        self.isIntraday = isIntraday
        self.trades = trades
        self.positions = positions
        self.benchmark = benchmark
        self.clock = clock
        largestReturn = account.returns.values.reduce(0) { max($0, $1.magnitude) }
        countsByDate = !isIntraday || Self.haveDatesOnly(trades ?? [])
    }

    /// Whether no trade has a time of day.
    private static func haveDatesOnly(_ trades: [RawTrades.Row]) -> Bool {
        !trades.isEmpty
            && trades.allSatisfy {
                $0.trade.entry.millisecondsOfDay == 0 && ($0.trade.isOpen || $0.trade.exit.millisecondsOfDay == 0)
            }
    }
}

extension RunEvidence {
    var equity: TimeSeries { account.equity }

    /// Why nothing can be said of trades and money together; nil where something can.
    var tradeObstacle: String? {
        guard let trades, !trades.isEmpty else { return noTrades }
        if !moneyIsKnown { return Self.noMoney }
        let (first, last) = (equity.timestamps[0].date, equity.timestamps[equity.count - 1].date)
        let isInside = trades.allSatisfy { $0.trade.entry.date >= first && $0.trade.exit.date <= last }
        return isInside ? nil : "trades begin before or end after the series"
    }

    /// Why there is no trade to look at.
    var noTrades: String { trades == nil ? "the run has no trades" : "the run records no trade" }

    static let noMoney = "the account's value in money is not known"

    /// Whether an open trade has no price but its entry.
    static func isUnpriced(_ trade: Trade) -> Bool {
        trade.isOpen && trade.exitPrice == trade.entryPrice && trade.profit == -trade.fees
    }

    /// The line of the equity file for a point; nil for a start value that the reader added.
    func line(ofPoint index: Int) -> Int? {
        guard index > 0, index <= account.lines.count else { return nil }
        return Int(account.lines[index - 1])
    }

    // MARK: Moments

    /// What two moments must share to be the same one: the date, or the instant for runs within days whose trades have
    /// times.
    func key(_ timestamp: Timestamp) -> Int64 { countsByDate ? Int64(timestamp.date.day) : timestamp.milliseconds }

    // MARK: Rounding

    /// Half of the distance of numbers that a column can tell apart; 0 where it holds whole doubles.
    static func half(_ digits: WrittenDigits?, _ value: Double) -> Double { (digits?.spacing(near: value) ?? 0) / 2 }

    /// Units that are all whole were counted, not rounded.
    static func half(ofUnits digits: WrittenDigits?, _ value: Double) -> Double {
        (digits?.decimals ?? 0) > 0 ? half(digits, value) : 0
    }

    /// How far a point of equity may be from what it stands for.
    func rounding(ofPoint index: Int) -> Double {
        let level = equity.values[index]
        guard account.equityIsDerived else { return Self.half(raw.main.digits, level) }
        var sum = RoundingSum()
        sum.add(Self.half(raw.main.digits, largestReturn), count: index)
        return sum.bound * level
    }

    /// How far a trade's profit may be from the true one: half a digit where it was written, else what its prices allow.
    func rounding(ofProfit trade: Trade) -> Double {
        let mark = trade.isOpen ? roundingOfMark(trade) : 0
        guard let digits = raw.trades?.digits, raw.trades?.hasProfits == true else {
            return roundingOfPrices(trade) + mark
        }
        return Self.half(digits.profit, trade.profit) + mark
    }

    /// What the digits of the last position leave open of a trade that was priced with it.
    private func roundingOfMark(_ trade: Trade) -> Double {
        guard let positions = raw.positions, let column = positions.symbols.firstIndex(of: trade.symbol),
            column < positions.digits.count, let last = positions.values[column].last
        else { return 0 }
        return Self.half(positions.digits[column], last)
    }

    /// What the digits of prices, quantity and fees leave open of a profit.
    func roundingOfPrices(_ trade: Trade) -> Double {
        guard let digits = raw.trades?.digits else { return 0 }
        let size = (trade.quantity * trade.multiplier).magnitude
        let prices = Self.half(digits.entryPrice, trade.entryPrice) + Self.half(digits.exitPrice, trade.exitPrice)
        let move = ((trade.exitPrice - trade.entryPrice) * trade.multiplier).magnitude
        return size * prices + Self.half(ofUnits: digits.quantity, trade.quantity) * move
            + Self.half(digits.fees, trade.fees)
            + 1e-12 * size * max(trade.entryPrice.magnitude, trade.exitPrice.magnitude)
    }
}

/// How far a sum of rounded numbers may be from the sum of what they stand for.
///
/// At most the sum of all halves; for many independent roundings six standard deviations of their sum, which is less.
struct RoundingSum {
    private var most = 0.0
    private var squares = 0.0
    private var fixed = 0.0

    /// A number, or several alike, each within `half` of what it stands for.
    mutating func add(_ half: Double, count: Int = 1) {
        most += half * Double(count)
        squares += half * half / 3 * Double(count)
    }

    /// What doubles themselves leave open.
    mutating func addExactly(_ amount: Double) { fixed += amount }

    /// The bound.
    var bound: Double { min(most, 6 * squares.squareRoot()) + fixed }
}

/// One check, and what it has found.
struct CheckResult {
    var check: Reconciliation.Check
    var findings = [Finding]()

    /// A check that a missing file or column prevents.
    static func notChecked(_ key: Reconciliation.Check.Key, _ reason: String) -> CheckResult {
        CheckResult(check: Reconciliation.Check(key, .notChecked, reason))
    }
}
