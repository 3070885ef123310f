import Analytics

/// What a run has: `has.benchmark` and the others.
enum RunFlags {
    /// Each with how it is found out.
    static func all(_ analysis: Analysis, _ options: ReportOptions) -> [(name: String, isSet: @Sendable () -> Bool)] {
        let run = analysis.run
        return [
            ("benchmark", { run.benchmark != nil }),
            ("trades", { (try? analysis.trades) != nil }),
            ("closed_trades", { (try? analysis.trades)?.closed.isEmpty == false }),
            ("several_symbols", { ((try? analysis.trades)?.bySymbol.count ?? 0) > 1 }),
            ("positions", { (try? analysis.positions) != nil }),
            ("out_of_sample", { analysis.outOfSampleStart != nil }),
            ("fills", { run.fills?.isEmpty == false }),
            ("reported_statistics", { run.reported.contains { $0.key != nil } }),
            ("parameters", { !run.identity.parameters.isEmpty }),
            ("subtitle", { !(options.subtitle ?? "").isEmpty }),
            ("drawdowns", { !analysis.drawdowns.episodes.isEmpty }),
            ("rolling", { analysis.rolling.contains { !$0.series.isEmpty } }),
            ("value_at_risk_backtest", { analysis.hasValueAtRiskBacktest }),
            ("resamples", { analysis.hasResamples }),
            ("stress", { analysis.hasStress }),
            ("regimes", { run.regimes != nil }),
            ("verdict", { analysis.verdict != nil }),
            ("limits", { run.limits != nil }),
            ("scenarios", { (try? analysis.scenarios) != nil }),
            ("prices", { run.prices != nil }),
            ("orders", { (try? analysis.orders) != nil }),
            ("fill_quality", { (try? analysis.fillQuality) != nil }),
            ("capacity", { (try? analysis.capacity)?.rows.isEmpty == false }),
            ("liquidity", { (try? analysis.liquidity) != nil }),
            ("asset_risk", { (try? analysis.assetRisk) != nil }),
            ("position_correlations", { (try? analysis.positionCorrelations) != nil }),
            ("factors", { (try? analysis.factors) != nil }),
            ("rolling_factors", { (try? analysis.rollingExposures()) != nil }),
            ("contributions", { (try? analysis.contributions) != nil }),
            ("brinson", { (try? analysis.brinson) != nil }),
            ("sectors", { run.instruments.contains { $0.sector != nil } }),
            ("holdings", { (try? analysis.holdingDetails)?.symbols.isEmpty == false }),
            ("costs", { (try? analysis.costBridge) != nil && analysis.metrics.number(.totalCommission) != nil }),
            ("excursions", { (try? analysis.excursions()) != nil }),
            ("times_of_day", { (try? analysis.tradeGroups(by: .hour)) != nil }),
            ("exit_reasons", { (try? analysis.tradeGroups(by: .exitReason)) != nil }),
            ("tags", { (try? analysis.tradeGroups(by: .tag)) != nil }),
            ("intraday", { run.calendar.cadence == .minute || run.calendar.cadence == .hourly }),
        ]
    }
}
