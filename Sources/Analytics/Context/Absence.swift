/// Why a number cannot be given; what computations throw instead of returning NaN or zero.
struct Absence: Error, Equatable, Sendable {
    /// Lower case, without a full stop: `no losing trade`.
    let reason: String
}

/// The words of every reason, in one place.
extension Absence {
    static let noReturns = Absence(reason: "no returns")
    static let oneReturn = fewerThan(2, "returns")
    static let short = Absence(reason: "shorter than 90 days")
    static let underYear = Absence(reason: "shorter than a year")
    static let notIntraday = Absence(reason: "observed once a day or less")
    static let noTime = Absence(reason: "no time elapsed")
    static let constant = Absence(reason: "returns do not vary")
    static let ruined = Absence(reason: "all capital was lost")
    static let notFinite = Absence(reason: "not a finite number")

    static let noDrawdown = Absence(reason: "no drawdown")
    static let noRecovery = Absence(reason: "no drawdown has recovered")
    static let noDownside = Absence(reason: "no return below the target")
    static let oneDownside = Absence(reason: "fewer than two negative returns")
    static let noLoss = Absence(reason: "no losing period")
    static let noGain = Absence(reason: "no winning period")
    static let noMovement = Absence(reason: "every return is zero")
    static let zeroQuantile = Absence(reason: "the 5 % quantile is zero")

    static let noMonth = Absence(reason: "no month")
    static let noUpMonth = Absence(reason: "no winning month")
    static let noDownMonth = Absence(reason: "no losing month")
    static let noLosingMonth = Absence(reason: "no losing month")
    static let noWholeMonth = Absence(reason: "no complete calendar month")
    static let noYear = Absence(reason: "no complete calendar year")
    static let oneYear = Absence(reason: "fewer than two complete calendar years")
    static let zeroMeanYear = Absence(reason: "the mean year is zero")
    static let coarse = Absence(reason: "observed less than once in such a period")

    static let noBenchmark = Absence(reason: "no benchmark")
    static let noOverlap = Absence(reason: "fewer than two periods in common with the benchmark")
    static let shortOverlap = Absence(reason: "fewer than three periods in common with the benchmark")
    static let constantBenchmark = Absence(reason: "the benchmark does not vary")
    static let sameAsBenchmark = Absence(reason: "does not differ from the benchmark")
    static let exactFit = Absence(reason: "the fit leaves no residual")
    static let noPositiveBeta = Absence(reason: "beta is not above zero")
    static let noUpPeriod = Absence(reason: "the benchmark never rose")
    static let noDownPeriod = Absence(reason: "the benchmark never fell")
    static let noUpMonthOf = Absence(reason: "the benchmark rose in no whole month")
    static let noDownMonthOf = Absence(reason: "the benchmark fell in no whole month")

    static let noTrials = Absence(reason: "number of trials not given")
    static let notPositive = Absence(reason: "the Sharpe ratio is not above zero")
    static let uncertainSharpe = Absence(reason: "the interval of the Sharpe ratio holds zero")
    static let undefinedError = Absence(reason: "skewness and kurtosis give no standard error")

    static let noTradeRecord = Absence(reason: "no trades recorded")
    static let noTrades = Absence(reason: "no closed trade")
    static let oneTrade = Absence(reason: "fewer than two closed trades")
    static let noWinningTrade = Absence(reason: "no winning trade")
    static let noLosingTrade = Absence(reason: "no losing trade")
    static let constantProfit = Absence(reason: "profits do not vary")
    static let zeroProfits = Absence(reason: "every profit is zero")
    static let noExcursions = Absence(reason: "no excursions recorded")
    static let noPositions = Absence(reason: "no positions recorded")
    static let noMoney = Absence(reason: "the account's value in money is not known")

    /// Too few observations: `fewer than 20 returns`.
    static func fewerThan(_ count: Int, _ noun: String) -> Absence {
        let words = [2: "two", 3: "three", 4: "four"]
        return Absence(reason: "fewer than \(words[count] ?? String(count)) \(noun)")
    }
    /// A window that starts between two observations.
    static let noWindowStart = Absence(reason: "no value at the start of the window")
    /// A trailing window longer than the run.
    static func shorter(than window: String) -> Absence { Absence(reason: "history shorter than \(window)") }
    /// A calendar window that began before the run.
    static func startsAfter(_ date: String) -> Absence { Absence(reason: "the run starts after \(date)") }
    /// A window that ends after the benchmark.
    static func benchmarkEnds(_ date: String) -> Absence { Absence(reason: "the benchmark ends on \(date)") }
    /// A window that begins before the benchmark.
    static func benchmarkStarts(_ date: String) -> Absence { Absence(reason: "the benchmark starts on \(date)") }
}
