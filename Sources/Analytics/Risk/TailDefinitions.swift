extension MetricDefinition {
    /// VaR and CVaR beside those of ``historicalVaR95`` and its neighbours: two more methods, and five days.
    static let tails = TailNumber.all.map(tail)

    private static func tail(_ number: TailNumber) -> MetricDefinition {
        MetricDefinition(
            MetricDeclaration(
                key: number.key, name: number.title + (number.days == 1 ? ", one day" : ", five days"), group: .risk,
                unit: .fraction, places: 2, better: .higher, summary: summary(number), formula: formula(number),
                edgeCases: edgeCases(number), source: source(number.method), appliesToBenchmark: true,
                hasOwnTable: true),
            decidedBy: number.method == .historical ? [] : [.gaussianVaR, .periodsPerYear],
            inputs: { $0.text.dailyReturns },
            compute: { context throws(Unavailable) in try value(number, context) },
            name: { context in
                number.days == 1
                    ? context.cadence.overOnePeriod(number.title)
                    : number.title + ", five " + context.cadence.days
            })
    }

    private static func value(_ number: TailNumber, _ context: MetricContext) throws(Unavailable) -> Double {
        try context(ObservedTail.self).requireObservations(number.level)
        switch number.method {
        case .historical: return try context(FiveDayTail.self).value(number)
        case .gaussian:
            let z = NormalDistribution.quantile(number.share)
            let tail = number.isShortfall ? -NormalDistribution.density(z) / number.share : z
            return try context(NormalTail.self).value(at: tail, days: number.days)
        case .cornishFisher:
            let tail = try context(CornishFisherTail.self)
            return number.isShortfall
                ? try tail.shortfall(number.share, days: number.days)
                : try tail.quantile(number.share, days: number.days)
        case .monteCarlo: return try context(SimulatedTail.self).value(number)
        }
    }

    private static func summary(_ number: TailNumber) -> String {
        let span = number.days == 1 ? "of one day" : "over five days"
        let below =
            number.isShortfall ? "Mean of the returns below VaR" : "The return that \(number.level) % stay above"
        switch number.method {
        case .historical: return "\(below), \(span), in overlapping spans as they were observed."
        case .gaussian: return "\(below), \(span), under a normal distribution of independent days."
        case .cornishFisher:
            return "\(below), \(span), under a normal distribution corrected for skewness and kurtosis."
        case .monteCarlo: return "\(below), \(span), among 10,000 simulated paths with the run's fat tails."
        }
    }

    private static func formula(_ number: TailNumber) -> String {
        let (c, d) = (number.share, number.days)
        let span = d == 1 ? ("mean(r)", "s(r)") : ("\(d)·mean(r)", "√\(d)·s(r)")
        switch number.method {
        case .historical:
            return number.isShortfall
                ? "mean of R ≤ q(R, \(c)), R = ∏(1+r)−1 over \(d) observations"
                : "q(R, \(c)), R = ∏(1+r)−1 over \(d) observations"
        case .gaussian:
            return number.isShortfall
                ? "\(span.0) − \(span.1)·φ(Φ⁻¹(c))/c, c = \(c)"
                : "\(span.0) + \(span.1)·Φ⁻¹(c), c = \(c)"
        case .cornishFisher:
            let moments = d == 1 ? "S = γ₃, K = γ₄−3" : "S = γ₃/√\(d), K = (γ₄−3)/\(d)"
            return number.isShortfall
                ? "\(span.0) + \(span.1)·φ(z)/c·(−1 − z·S/6 + (1−z²)·K/24 − (1−2z²)·S²/36), z = Φ⁻¹(c), c = \(c), "
                    + moments
                : "\(span.0) + \(span.1)·(z + (z²−1)·S/6 + (z³−3z)·K/24 − (2z³−5z)·S²/36), z = Φ⁻¹(\(c)), " + moments
        case .monteCarlo:
            let draws = "r* = mean(r) + s(r)·√((ν−2)/ν)·t(ν), ν = 4 + 6/(γ₄−3), seed \(SimulatedTail.seed)"
            let total = d == 1 ? "R = r*" : "R = ∏(1+r*)−1 of \(d) draws"
            return (number.isShortfall ? "mean of R ≤ q(R, \(c)), " : "q(R, \(c)), ") + total + ", " + draws
        }
    }

    private static func edgeCases(_ number: TailNumber) -> String {
        let least = (number.level == 99 ? 100 : 20) + (number.method == .historical ? number.days - 1 : 0)
        let common = "A return, negative for a loss, not of excess. Fewer than \(least) returns of the daily view: n/a."
        switch number.method {
        case .historical: return common + " Overlapping spans are not independent of each other: fewer say as much."
        case .gaussian: return common + " Zero variance: the mean. Sums stand for compounding."
        case .cornishFisher:
            return common + " Zero variance: the mean. γ₃ and γ₄ are population moments. n/a where the corrected "
                + "quantiles do not rise all the way from −4 deviations to z."
        case .monteCarlo:
            return common + " Zero variance: the mean. γ₄ ≤ 3: draws are normal. Skewness is not simulated; no draw is "
                + "below −1. 50,000 draws of one day, 10,000 paths of five: the simulation's own error is about 1 % and 3 %."
        }
    }

    private static func source(_ method: TailNumber.Method) -> String {
        switch method {
        case .historical, .gaussian: ""
        case .cornishFisher:
            "Zangari (1996), A VaR Methodology for Portfolios that Include Options; Maillard (2012), A User's Guide to the "
                + "Cornish Fisher Expansion."
        case .monteCarlo: "Bailey (1994), Polar Generation of Random Variates with the t-Distribution."
        }
    }
}
