import Analytics
import Foundation
import RunModel
import TestSupport
import Testing

@Test func `the metric reference is what the declarations say`() throws {
    try expectGolden(MetricCatalog.reference, "../../Documentation/Metrics.md")
}

@Test func `keys are unique and in the order of METRICS`() {
    let keys = MetricCatalog.all.map(\.key.rawValue)
    #expect(Set(keys).count == keys.count)
    #expect(keys == declaredKeys.split(whereSeparator: \.isWhitespace).map(String.init))
}

@Test func `every key that METRICS lists is there`() throws {
    let folder = repositoryRoot.appendingPathComponent("Tests/AnalyticsTests/Reference")
    let listed = try String(contentsOf: folder.appendingPathComponent("metrics-keys.txt"), encoding: .utf8)
        .split(separator: "\n").map(String.init)
    let known = Set(MetricCatalog.all.map(\.key.rawValue))
    #expect(listed.count == 180 && listed.filter { !known.contains($0) } == [])
}

@Test func `every metric says what it is, how it is computed, and what happens at the edges`() {
    for declaration in MetricCatalog.all {
        #expect(!declaration.name.isEmpty && !declaration.formula.isEmpty, "\(declaration.key)")
        #expect(declaration.summary.hasSuffix("."), "\(declaration.key)")
        #expect(declaration.edgeCases.hasSuffix("."), "\(declaration.key)")
        #expect(declaration.peers.isEmpty || declaration.peers.hasSuffix("."), "\(declaration.key)")
        #expect((0...4).contains(declaration.places), "\(declaration.key)")
    }
}

@Test func `a metric is found by its key, and a slip of the keys by the nearest one`() {
    #expect(MetricCatalog.declaration(named: "trades.win_rate")?.name == "Win rate")
    #expect(
        MetricCatalog.declaration(named: "sharp") == nil
            && MetricKey(rawValue: "sharp") == nil && MetricKey(rawValue: "sharpe") == .sharpe)
    #expect(MetricCatalog.nearest(to: "sharp") == "sharpe")
    #expect(MetricCatalog.nearest(to: "trades.winrate") == "trades.win_rate")
    #expect(MetricCatalog.nearest(to: "xxxxxxxxxxxx") == nil)
}

@Test func `every declared metric has a number on a run that has everything`() throws {
    let analysis = Analyzer.analyze(FullRun.run(), conventions: .standard)
    #expect(analysis.metrics.metrics.map(\.declaration.key) == MetricCatalog.all.map(\.key))
    for metric in analysis.metrics.metrics
    where metric.value.number == nil && metric.value.word == nil && !metric.declaration.isOfBars {
        Issue.record("\(metric.declaration.key) is n/a: \(metric.value.reason ?? "")")
    }
}

@Test func `the benchmark has exactly the metrics that apply to it, all with numbers`() throws {
    let analysis = Analyzer.analyze(FullRun.run(), conventions: .standard)
    let metrics = try #require(analysis.benchmarkMetrics)
    #expect(metrics.metrics.map(\.declaration.key) == MetricCatalog.all.filter(\.appliesToBenchmark).map(\.key))
    #expect(metrics.metrics.allSatisfy { $0.value.number != nil })
    #expect(metrics[.alpha] == nil && metrics[.tradeCount] == nil)
}

private let declaredKeys = """
    total_return cagr annual_volatility annual_volatility_bars best_day worst_day best_month worst_month best_year
    worst_year average_month average_up_month average_down_month daily_win_rate weekly_win_rate monthly_win_rate quarterly_win_rate annual_win_rate
    rolling_12m_win_rate consistency_score mtd 3m 6m ytd 1y 3y 5y 10y since_inception expected_daily expected_monthly expected_yearly exposure
    runtime_days runtime_years
    sharpe sharpe_bars sortino sortino_bars calmar omega gain_to_pain gain_to_pain_monthly smart_sharpe smart_sortino adjusted_sharpe
    information_ratio treynor martin_ratio pain_ratio
    burke_ratio sterling_ratio serenity_index recovery_factor common_sense_ratio kelly risk_of_ruin risk_return_ratio
    stability kappa_3 upside_potential_ratio
    max_drawdown average_drawdown average_underwater time_underwater longest_drawdown_days average_drawdown_days
    max_recovery_days ulcer_index pain_index cdar_95
    skewness kurtosis tail_ratio outlier_win_ratio outlier_loss_ratio rachev_ratio downside_deviation upside_deviation var_historical_95 var_historical_99
    cvar_historical_95 cvar_historical_99 var_gaussian_95 var_gaussian_99 cvar_gaussian_95 cvar_gaussian_99
    var_cornish_fisher_95 var_cornish_fisher_99 cvar_cornish_fisher_95 cvar_cornish_fisher_99
    var_monte_carlo_95 var_monte_carlo_99 cvar_monte_carlo_95 cvar_monte_carlo_99 var_historical_95_5d
    var_historical_99_5d cvar_historical_95_5d cvar_historical_99_5d var_gaussian_95_5d var_gaussian_99_5d
    cvar_gaussian_95_5d cvar_gaussian_99_5d var_cornish_fisher_95_5d var_cornish_fisher_99_5d
    cvar_cornish_fisher_95_5d cvar_cornish_fisher_99_5d var_monte_carlo_95_5d var_monte_carlo_99_5d
    cvar_monte_carlo_95_5d cvar_monte_carlo_99_5d var_exceedances_95 var_exceedance_rate_95 var_kupiec_p_95
    var_independence_p_95 var_christoffersen_p_95 var_exceedances_99 var_exceedance_rate_99 var_kupiec_p_99
    var_independence_p_99 var_christoffersen_p_99
    stress_periods stress_worst_return stress_worst_drawdown limit_breaches
    hurst autocorrelation_1 ljung_box_p jarque_bera_p
    alpha beta alpha_standard_error alpha_t alpha_p_value alpha_p_value_newey_west r_squared correlation tracking_error active_return
    excess_cagr up_capture down_capture up_capture_monthly down_capture_monthly batting_average
    m_squared jensen_alpha appraisal_ratio specific_risk systematic_risk beta_up beta_down treynor_mazuy_gamma
    henriksson_merton_gamma
    benchmark_beaten_6m benchmark_beaten_12m benchmark_beaten_24m
    up_days down_days flat_days max_consecutive_up_days max_consecutive_down_days profit_factor_daily
    payoff_ratio_daily
    sharpe_lo_adjusted sharpe_standard_error sharpe_ci_low sharpe_ci_high probabilistic_sharpe deflated_sharpe
    sharpe_noise_hurdle minimum_track_record_length out_of_sample_luck
    sharpe_bootstrap_low sharpe_bootstrap_high cagr_bootstrap_low cagr_bootstrap_high max_drawdown_bootstrap_low
    max_drawdown_bootstrap_high monte_carlo_loss_probability monte_carlo_drawdown_95 monte_carlo_growth_5
    total_return_without_best_1 total_return_without_best_5 total_return_without_best_10 total_return_without_best_20
    total_return_without_worst_1 total_return_without_worst_5 total_return_without_worst_10
    total_return_without_worst_20
    trades.count trades.winners trades.losers trades.even trades.win_rate trades.average_win trades.average_loss
    trades.largest_win trades.largest_loss trades.profit_factor trades.payoff_ratio trades.expectancy trades.sqn
    trades.average_duration_hours trades.median_duration_hours trades.shortest_duration_hours
    trades.longest_duration_hours trades.per_day trades.max_consecutive_wins
    trades.max_consecutive_losses trades.total_pnl trades.pnl_deviation trades.total_fees trades.commission_impact
    trades.fees_of_gross_pnl trades.average_mae trades.average_mfe trades.average_give_back trades.entry_efficiency
    trades.exit_efficiency trades.win_rate_ci_low trades.win_rate_ci_high trades.runs_test_p trades.open turnover
    trades.pnl_without_best_1 trades.pnl_without_best_5 trades.pnl_without_best_10
    leverage_mean leverage_max gross_exposure_mean net_exposure_mean concentration_max herfindahl_mean holdings_mean cash_mean
    total_commission gross_return net_return cost_drag break_even_cost_bps position_risk diversification_ratio
    margin_use_mean margin_use_max
    total_slippage slippage_bps fill_delay_hours fills_outside_bar fill_place_in_bar next_bar_return volume_share_mean
    volume_share_max capacity capacity_10pct days_to_liquidate impact_cost impact_bps orders.count orders.fill_rate
    orders.cancelled_share orders.rejected_share orders.median_fill_hours
    score score_rating risk_level
    """
