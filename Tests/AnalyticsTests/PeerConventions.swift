import Analytics

/// The choices of other tools, as data: what a profile of that name will be.
enum PeerConventions {
    /// quantstats 0.0.81 (PEERS 1.1).
    static let quantstats = Conventions(profile: "quantstats", annualiseShort: true).with {
        $0.growthYears = .observations
        $0.partialPeriods = .counted
        $0.gainToPainMonths = .summed
        $0.winRateBase = .nonZeroPeriods
        $0.kelly = .payoff
        $0.drawdownDays = .underwaterInclusive
        $0.ulcerDivisor = .observationsLessOne
        $0.martinNumerator = .totalReturn
        $0.recoveryNumerator = .summed
        $0.gaussianTail = .observationsBelow
        $0.regressionReturns = .plain
        $0.informationRatio = .perPeriod
        $0.treynorNumerator = .totalReturn
        $0.sharpeKurtosis = .excessLessThree
    }

    /// empyrical-reloaded 0.7.1 and pyfolio (PEERS 1.3).
    static let empyrical = Conventions(profile: "empyrical", annualiseShort: true).with {
        $0.growthYears = .observations
        $0.skewness = .moment
        $0.kurtosis = .momentExcess
        $0.historicalTail = .lowestCount
        $0.alphaAnnualisation = .compounded
        $0.informationRatio = .perPeriod
        $0.treynorNumerator = .annualGrowth
        $0.capture = .annualReturns
    }

    /// quantstats_lumi 1.1.5 (PEERS 1.2): every year has 365 periods and starts with the first return.
    static let lumi = Conventions(profile: "lumi", annualiseShort: true).with {
        $0.periodsPerYear = .fixed(365)
        $0.growthYears = .elapsed(daysPerYear: 365.25, from: .firstReturn)
    }

    /// What Lean's report does to growth, Sharpe and Sortino (PEERS 1.6, 5.1).
    static let lean = Conventions(profile: "lean", annualiseShort: true).with {
        $0.growthYears = .elapsed(daysPerYear: 365, from: .firstReturn)
        $0.ratioNumerator = .compoundedMean
        $0.downside = .negativeDeviation
    }

    /// The predecessor service (METRICS, profile `beta1`).
    static let beta1 = Conventions(profile: "beta1", annualiseShort: true).with {
        $0.periodsPerYear = .fixed(252)
        $0.riskFreeConversion = .arithmetic
        $0.monthlyReturns = .summed
        $0.yearlyReturns = .annualisedSum
        $0.partialPeriods = .counted
        $0.averageDrawdown = .underwaterPoints
        $0.treynorNumerator = .periodMean
        $0.tradeDays = .calendarDays
        $0.score = .predecessor
    }

    /// By name; standard for any other.
    static func named(_ name: String) -> Conventions {
        [quantstats, empyrical, lumi, lean, beta1].first { $0.profile == name } ?? .standard
    }
}
