"""What quantstats and empyrical-reloaded are asked for, and under which key of ours: used by generate_reference.py and
generate_shapes.py. Each value is a call, so that one that raises costs no other."""
import empyrical as ep
import quantstats.stats as qs
import scipy.stats as st

# What empyrical calls the years that it knows.
NAMES = {252: "daily", 52: "weekly", 12: "monthly"}


def quantstats(r, periods=252):
    def details():
        return qs.drawdown_details(qs.to_drawdown_series(r))

    return dict(
        total_return=lambda: qs.comp(r), cagr=lambda: qs.cagr(r, periods=periods),
        annual_volatility=lambda: qs.volatility(r, periods=periods), sharpe=lambda: qs.sharpe(r, periods=periods),
        sortino=lambda: qs.sortino(r, periods=periods), omega=lambda: qs.omega(r, periods=periods),
        calmar=lambda: qs.calmar(r, periods=periods), max_drawdown=lambda: qs.max_drawdown(r),
        skewness=lambda: qs.skew(r), kurtosis=lambda: qs.kurtosis(r), ulcer_index=lambda: qs.ulcer_index(r),
        martin_ratio=lambda: qs.upi(r), recovery_factor=lambda: qs.recovery_factor(r),
        risk_return_ratio=lambda: qs.risk_return_ratio(r), tail_ratio=lambda: qs.tail_ratio(r),
        kelly=lambda: qs.kelly_criterion(r), var_gaussian_95=lambda: qs.value_at_risk(r),
        cvar_gaussian_95=lambda: qs.cvar(r), var_gaussian_99=lambda: qs.value_at_risk(r, confidence=0.99),
        best_day=lambda: qs.best(r), worst_day=lambda: qs.worst(r), best_month=lambda: qs.best(r, "ME"),
        worst_month=lambda: qs.worst(r, "ME"), best_year=lambda: qs.best(r, "YE"), worst_year=lambda: qs.worst(r, "YE"),
        daily_win_rate=lambda: qs.win_rate(r), monthly_win_rate=lambda: qs.win_rate(r, "ME"),
        quarterly_win_rate=lambda: qs.win_rate(r, "QE"), annual_win_rate=lambda: qs.win_rate(r, "YE"),
        expected_daily=lambda: qs.expected_return(r), expected_monthly=lambda: qs.expected_return(r, "ME"),
        expected_yearly=lambda: qs.expected_return(r, "YE"),
        max_consecutive_up_days=lambda: qs.consecutive_wins(r),
        max_consecutive_down_days=lambda: qs.consecutive_losses(r),
        common_sense_ratio=lambda: qs.common_sense_ratio(r), profit_factor_daily=lambda: qs.profit_factor(r),
        payoff_ratio_daily=lambda: qs.payoff_ratio(r), gain_to_pain=lambda: qs.gain_to_pain_ratio(r),
        gain_to_pain_monthly=lambda: qs.gain_to_pain_ratio(r, resolution="ME"),
        probabilistic_sharpe=lambda: qs.probabilistic_sharpe_ratio(r),
        average_drawdown=lambda: details()["max drawdown"].mean() / 100,
        longest_drawdown_days=lambda: details()["days"].max(), average_drawdown_days=lambda: details()["days"].mean(),
        smart_sharpe=lambda: qs.smart_sharpe(r, periods=periods),
        smart_sortino=lambda: qs.smart_sortino(r, periods=periods), serenity_index=lambda: qs.serenity_index(r),
        risk_of_ruin=lambda: qs.risk_of_ruin(r), outlier_win_ratio=lambda: qs.outlier_win_ratio(r),
        outlier_loss_ratio=lambda: qs.outlier_loss_ratio(r))


def quantstats_with_rate(r, rf, periods=252):
    return dict(
        sharpe=lambda: qs.sharpe(r, rf=rf, periods=periods), sortino=lambda: qs.sortino(r, rf=rf, periods=periods))


def quantstats_against(r, b, periods=252):
    return dict(
        alpha=lambda: qs.greeks(r, b, periods=periods)["alpha"], beta=lambda: qs.greeks(r, b, periods=periods)["beta"],
        r_squared=lambda: qs.r_squared(r, b), information_ratio=lambda: qs.information_ratio(r, b),
        treynor=lambda: qs.treynor_ratio(r, b, periods=periods))


def empyrical(r, periods=252):
    a = dict(annualization=periods)
    return dict(
        total_return=lambda: ep.cum_returns_final(r), cagr=lambda: ep.annual_return(r, **a),
        annual_volatility=lambda: ep.annual_volatility(r, **a), sharpe=lambda: ep.sharpe_ratio(r, **a),
        sortino=lambda: ep.sortino_ratio(r, **a), calmar=lambda: ep.calmar_ratio(r, **a),
        omega=lambda: ep.omega_ratio(r, **a), max_drawdown=lambda: ep.max_drawdown(r),
        stability=lambda: ep.stability_of_timeseries(r), tail_ratio=lambda: ep.tail_ratio(r),
        var_historical_95=lambda: ep.value_at_risk(r, 0.05), var_historical_99=lambda: ep.value_at_risk(r, 0.01),
        cvar_historical_95=lambda: ep.conditional_value_at_risk(r, 0.05),
        cvar_historical_99=lambda: ep.conditional_value_at_risk(r, 0.01),
        downside_deviation=lambda: ep.downside_risk(r, **a), skewness=lambda: st.skew(r),
        kurtosis=lambda: st.kurtosis(r))


def empyrical_with_rate(r, rf, periods=252):
    a, f = dict(annualization=periods), (1 + rf) ** (1 / periods) - 1
    return dict(
        sharpe=lambda: ep.sharpe_ratio(r, risk_free=f, **a), sortino=lambda: ep.sortino_ratio(r, required_return=f, **a),
        omega=lambda: ep.omega_ratio(r, required_return=rf, **a))


def empyrical_against(r, b, periods=252):
    a = dict(annualization=periods)
    return dict(
        alpha=lambda: ep.alpha(r, b, **a), beta=lambda: ep.beta(r, b),
        information_ratio=lambda: ep.excess_sharpe(r, b), up_capture=lambda: ep.up_capture(r, b, period=NAMES[periods]),
        down_capture=lambda: ep.down_capture(r, b, period=NAMES[periods]),
        batting_average=lambda: ep.batting_average(r, b)["batting average"])


def empyrical_against_with_rate(r, b, rf, periods=252):
    a, f = dict(annualization=periods), (1 + rf) ** (1 / periods) - 1
    return dict(alpha=lambda: ep.alpha(r, b, risk_free=f, **a), beta=lambda: ep.beta(r, b, risk_free=f))


def asked(calls):
    """The numbers of the calls."""
    return {key: call() for key, call in calls.items()}
