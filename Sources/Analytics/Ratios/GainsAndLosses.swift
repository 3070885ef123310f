extension MetricKey {
    /// Omega ratio.
    public static let omega = MetricKey("omega")
    /// Gain to pain, daily.
    public static let gainToPain = MetricKey("gain_to_pain")
    /// Gain to pain.
    public static let gainToPainMonthly = MetricKey("gain_to_pain_monthly")
}

extension MetricDefinition {
    static let omega = MetricDefinition(
        MetricDeclaration(
            key: .omega, name: "Omega ratio", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Gains above the risk-free rate over shortfalls below it.",
            formula: "Σ max(e,0)/Σ max(−e,0)",
            edgeCases:
                "Not annualised, of the daily view. No return below the target: n/a, never infinite. Returns that do not "
                + "vary, n = 0: n/a.",
            source: "Keating and Shadwick (2002), A Universal Performance Measure.", appliesToBenchmark: true),
        decidedBy: ConventionField.ofExcess, inputs: { [$0.text.riskFree] },
        compute: { context throws(Unavailable) in
            try context.requireReturns()
            try context.requireVariation()
            guard context(ExcessStatistics.self).losses > 0 else { throw .noDownside }
            return context(ExcessStatistics.self).gains / context(ExcessStatistics.self).losses
        })

    static let gainToPain = MetricDefinition(
        MetricDeclaration(
            key: .gainToPain, name: "Gain to pain, daily", group: .ratios, unit: .ratio, places: 2, better: .higher,
            summary: "Sum of daily returns over the sum of daily losses.",
            formula: "Σr/|Σ min(r,0)|",
            edgeCases: "Of the daily view; not annualised, no risk-free rate. No losing period: n/a. n = 0: n/a.",
            peers: "Schwager takes months: that is `gain_to_pain_monthly`.", appliesToBenchmark: true),
        inputs: { [$0.text.dailyReturns] },
        compute: { context throws(Unavailable) in
            try context.requireReturns()
            return try gainToPain(context(ReturnTally.self).tally, none: .noLoss)
        })

    static let gainToPainMonthly = MetricDefinition(
        decidedBy: [.gainToPainMonths],
        { conventions in
            MetricDeclaration(
                key: .gainToPainMonthly, name: "Gain to pain", group: .ratios, unit: .ratio, places: 2, better: .higher,
                summary: "Sum of monthly returns over the sum of monthly losses, as Schwager defines it.",
                formula: "Σm/|Σ min(m,0)| over months, " + conventions.gainToPainMonths.phrase,
                edgeCases: "Partial months included. No losing month: n/a.",
                source: "Schwager (2012), Hedge Fund Market Wizards.", appliesToBenchmark: true)
        },
        inputs: { [$0.text.dailyReturns] },
        compute: { context throws(Unavailable) in
            let calendar = try context(CalendarReturns.self).resolving(.monthly)
            return try gainToPain(WinLossTally(calendar.gainToPainMonths), none: .noDownMonth)
        })

    private static func gainToPain(_ outcomes: WinLossTally, none: Unavailable) throws(Unavailable) -> Double {
        guard outcomes.lost > 0 else { throw none }
        return (outcomes.gained - outcomes.lost) / outcomes.lost
    }
}
