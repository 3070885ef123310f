/// Why a number cannot be given; what computations throw instead of returning NaN or zero.
struct Absence: Error, Equatable, Sendable {
    /// Lower case, without a full stop: `no losing trade`.
    let reason: String
}

/// The words of every reason, in one place.
extension Absence {
    static let noReturns = Absence(reason: "no returns")
    static let oneReturn = Absence(reason: "fewer than two returns")
    static let twoReturns = Absence(reason: "fewer than three returns")
    static let threeReturns = Absence(reason: "fewer than four returns")
    static let short = Absence(reason: "shorter than 90 days")
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
    static let noYear = Absence(reason: "no complete calendar year")
    static let oneYear = Absence(reason: "fewer than two complete calendar years")
    static let zeroMeanYear = Absence(reason: "the mean year is zero")
    static let coarse = Absence(reason: "observed less than once in such a period")

    static let noBenchmark = Absence(reason: "no benchmark")
    static let noOverlap = Absence(reason: "fewer than two returns in common with the benchmark")
    static let shortOverlap = Absence(reason: "fewer than three returns in common with the benchmark")
    static let constantBenchmark = Absence(reason: "the benchmark does not vary")
    static let sameAsBenchmark = Absence(reason: "does not differ from the benchmark")
    static let exactFit = Absence(reason: "the fit leaves no residual")
    static let zeroBeta = Absence(reason: "beta is zero")
    static let noUpPeriod = Absence(reason: "the benchmark never rose")
    static let noDownPeriod = Absence(reason: "the benchmark never fell")

    static let noTrials = Absence(reason: "number of trials not given")
    static let notPositive = Absence(reason: "the Sharpe ratio is not above zero")
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

    /// A trailing window longer than the run.
    static func shorter(than window: String) -> Absence { Absence(reason: "history shorter than \(window)") }
    /// A calendar window that began before the run.
    static func startsAfter(_ date: String) -> Absence { Absence(reason: "the run starts after \(date)") }
}
