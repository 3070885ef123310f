"""Writes what quantstats, empyrical, pandas, scipy and statsmodels say of a series of daily returns and its benchmark.

pip install quantstats==0.0.81 empyrical-reloaded==0.7.1 statsmodels==0.15.0 scipy==1.17.1 pandas==3.1.1 nolds==0.5.2
Usage: python3 generate_reference.py series.csv --all > reference.json
       python3 generate_reference.py .../bench-inputs/daily_returns.csv > reference-bench.json

Each row: who says it, which set of conventions makes ours the same, the annual risk-free rate, key, value.
"""
import importlib.metadata
import json
import sys
import warnings

import numpy as np
import pandas as pd
import scipy.stats as st
import nolds
import statsmodels.api as sm
from statsmodels.stats.diagnostic import acorr_ljungbox
from statsmodels.tsa.stattools import acf

import packages
import peers

warnings.filterwarnings("ignore")
rows = []


def say(source, conventions, rf, **values):
    for key, value in values.items():
        rows.append([source, conventions, rf, key, float(value)])


def quantstats(r, b):
    say("quantstats", "quantstats", 0.0, **packages.asked(packages.quantstats(r)))
    say("quantstats", "quantstats", 0.0, **packages.asked(packages.quantstats_against(r, b)))
    say("quantstats", "quantstats", 0.03, **packages.asked(packages.quantstats_with_rate(r, 0.03)))


def empyrical(r, b):
    say("empyrical", "empyrical", 0.0, **packages.asked(packages.empyrical(r)))
    say("empyrical", "empyrical", 0.0, **packages.asked(packages.empyrical_against(r, b)))
    say("empyrical", "empyrical", 0.02, **packages.asked(packages.empyrical_with_rate(r, 0.02)))
    say("empyrical", "empyrical", 0.02, **packages.asked(packages.empyrical_against_with_rate(r, b, 0.02)))


def probabilistic(e):
    n, ratio = len(e), e.mean() / e.std(ddof=1)
    return ratio, 1 - st.skew(e) * ratio + (st.kurtosis(e, fisher=False) - 1) / 4 * ratio**2, n


def standard(r, b):
    f = 1.02 ** (1 / 252) - 1
    e, c, n = r - f, b - f, len(r)
    fit = sm.OLS(e, sm.add_constant(c)).fit()
    say(
        "statsmodels OLS", "standard", 0.02, alpha=fit.params.iloc[0] * 252, beta=fit.params.iloc[1],
        alpha_p_value=fit.pvalues.iloc[0], r_squared=fit.rsquared, alpha_error=fit.bse.iloc[0] * 252,
        alpha_statistic=fit.tvalues.iloc[0], correlation=np.corrcoef(e, c)[0, 1])
    wealth = np.concatenate([[1.0], (1 + r).cumprod().values])
    dd = (wealth / np.maximum.accumulate(wealth) - 1)[1:]
    years = (r.index[-1] - r.index[0]).days / 365.25 + 1 / 365.25
    growth = wealth[-1] ** (1 / years) - 1
    d = r - b
    say(
        "numpy", "standard", 0.02, cagr=growth, sharpe=e.mean() / e.std(ddof=1) * 252**0.5,
        sortino=e.mean() / np.sqrt((np.minimum(e, 0) ** 2).mean()) * 252**0.5,
        omega=np.maximum(e, 0).sum() / np.maximum(-e, 0).sum(), kelly=e.mean() / e.var(ddof=1),
        ulcer_index=np.sqrt((dd**2).mean()), pain_index=-dd.mean(), average_underwater=dd[dd < 0].mean(),
        time_underwater=(dd < 0).mean(), cdar_95=dd[dd <= np.quantile(dd, 0.05)].mean(), max_drawdown=dd.min(),
        martin_ratio=(growth - 0.02) / np.sqrt((dd**2).mean()), pain_ratio=(growth - 0.02) / -dd.mean(),
        sterling_ratio=growth / (0.1 - dd.min()), calmar=growth / -dd.min(),
        recovery_factor=(wealth[-1] - 1) / -dd.min(), information_ratio=d.mean() / d.std(ddof=1) * 252**0.5,
        tracking_error=d.std(ddof=1) * 252**0.5, active_return=d.mean() * 252,
        treynor=e.mean() * 252 / fit.params.iloc[1], up_capture=r[b > 0].mean() / b[b > 0].mean(),
        down_capture=r[b < 0].mean() / b[b < 0].mean(), batting_average=(r > b).mean(), exposure=(r != 0).mean(),
        downside_deviation=np.sqrt((np.minimum(e, 0) ** 2).mean() * 252),
        upside_deviation=np.sqrt((np.maximum(e, 0) ** 2).mean() * 252), runtime_years=years)
    say(
        "pandas", "standard", 0.02, skewness=r.skew(), kurtosis=r.kurt(), var_historical_95=r.quantile(0.05),
        var_historical_99=r.quantile(0.01), cvar_historical_95=r[r <= r.quantile(0.05)].mean(),
        cvar_historical_99=r[r <= r.quantile(0.01)].mean(), tail_ratio=abs(r.quantile(0.95) / r.quantile(0.05)))
    months = (1 + r).resample("ME").prod() - 1
    weeks = (1 + r).resample("W-SUN").prod() - 1
    say(
        "pandas", "standard", 0.02, average_month=months.mean(), average_up_month=months[months > 0].mean(),
        average_down_month=months[months < 0].mean(), best_month=months.max(), worst_month=months.min(),
        monthly_win_rate=(months > 0).mean(), weekly_win_rate=(weeks > 0).mean(), daily_win_rate=(r > 0).mean(),
        gain_to_pain_monthly=months.sum() / -months[months < 0].sum())
    first, last = r.index[0], r.index[-1]
    years = pd.Series({year: (1 + r[str(year)]).prod() - 1 for year in range(first.year, last.year + 1)
                       if first <= pd.Timestamp(year, 1, 5) and last >= pd.Timestamp(year, 12, 27)})
    since = lambda **offset: (1 + r[r.index > last - pd.DateOffset(**offset)]).prod()
    windows = {"3m": since(months=3) - 1, "6m": since(months=6) - 1, "1y": since(years=1) - 1}
    windows |= {f"{n}y": since(years=n) ** (1 / n) - 1 for n in (3, 5, 10)
                if last - pd.DateOffset(years=n) >= first - pd.DateOffset(days=5)}
    say(
        "pandas", "standard", 0.02, best_year=years.max(), worst_year=years.min(),
        expected_yearly=(1 + years).prod() ** (1 / len(years)) - 1, annual_win_rate=(years > 0).mean(),
        mtd=(1 + r[last.strftime("%Y-%m")]).prod() - 1, ytd=(1 + r[last.strftime("%Y")]).prod() - 1, **windows)
    if len(years) > 1:
        say("pandas", "standard", 0.02, consistency_score=1 - years.std() / abs(years.mean()))
    z = st.norm.ppf(0.05)
    z99 = st.norm.ppf(0.01)
    mu, s = r.mean(), r.std(ddof=1)
    say(
        "scipy", "standard", 0.02, var_gaussian_95=mu + s * z, var_gaussian_99=mu + s * z99,
        cvar_gaussian_95=mu - s * st.norm.pdf(z) / 0.05, cvar_gaussian_99=mu - s * st.norm.pdf(z99) / 0.01)
    ratio, variance, n = probabilistic(e)
    error = np.sqrt(variance / (n - 1))
    gamma, trials = np.euler_gamma, 40
    best = ((1 - gamma) * st.norm.ppf(1 - 1 / trials) + gamma * st.norm.ppf(1 - 1 / (trials * np.e))) / np.sqrt(n - 1)
    say(
        "scipy", "standard", 0.02, sharpe_standard_error=error * 252**0.5,
        sharpe_ci_low=(ratio + st.norm.ppf(0.025) * error) * 252**0.5,
        sharpe_ci_high=(ratio + st.norm.ppf(0.975) * error) * 252**0.5,
        probabilistic_sharpe=st.norm.cdf(ratio / error), deflated_sharpe=st.norm.cdf((ratio - best) / error),
        minimum_track_record_length=np.ceil(1 + variance * (st.norm.ppf(0.95) / ratio) ** 2))


def dependence(r, b):
    """What returns say about those after them, normality, timing, and errors that allow for dependence."""
    f = 1.02 ** (1 / 252) - 1
    e, c, n = r - f, b - f, len(r)
    lag = int(4 * (n / 100) ** (2 / 9))
    hac = dict(cov_type="HAC", cov_kwds={"maxlags": lag, "use_correction": True}, use_t=True)
    fit = sm.OLS(e, sm.add_constant(c)).fit(**hac)
    mazuy = sm.OLS(e, sm.add_constant(np.column_stack([c, c**2]))).fit()
    merton = sm.OLS(e, sm.add_constant(np.column_stack([c, np.maximum(-c, 0)]))).fit()
    say(
        "statsmodels", "standard", 0.02, alpha_p_value_newey_west=fit.pvalues.iloc[0],
        ljung_box_p=acorr_ljungbox(r, lags=[min(10, n // 5)])["lb_pvalue"].iloc[0],
        autocorrelation_1=acf(r, nlags=1)[1], treynor_mazuy_gamma=mazuy.params.iloc[2],
        henriksson_merton_gamma=merton.params.iloc[2],
        appraisal_ratio=fit.params.iloc[0] * 252**0.5 / np.sqrt(fit.mse_resid),
        specific_risk=fit.resid.std(ddof=0) * 252**0.5,
        systematic_risk=abs(fit.params.iloc[1]) * c.std(ddof=0) * 252**0.5,
        beta_up=sm.OLS(e[c > 0], sm.add_constant(c[c > 0])).fit().params.iloc[1],
        beta_down=sm.OLS(e[c < 0], sm.add_constant(c[c < 0])).fit().params.iloc[1])
    lengths = [8 * 2**k for k in range(30) if 16 * 2**k <= n]
    say(
        "nolds", "standard", 0.02,
        hurst=nolds.hurst_rs(r.values, nvals=lengths, fit="poly", corrected=True, unbiased=True))
    rho = acf(e, nlags=lag)
    ratio, tail = e.mean() / e.std(), np.maximum(-e, 0)
    logs = np.log1p(r)
    say(
        "scipy", "standard", 0.02, jarque_bera_p=st.jarque_bera(r).pvalue,
        sharpe_lo_adjusted=ratio * 252 / np.sqrt(252 + 2 * sum((252 - k) * rho[k] for k in range(1, lag + 1))),
        adjusted_sharpe=252**0.5 * ratio * (1 + st.skew(e) / 6 * ratio - st.kurtosis(e) / 24 * ratio**2),
        m_squared=e.mean() * 252 * c.std() / e.std() + 0.02, kappa_3=e.mean() / np.cbrt((tail**3).mean()),
        upside_potential_ratio=np.maximum(e, 0).mean() / np.sqrt((tail**2).mean()),
        rachev_ratio=r[r >= r.quantile(0.95)].mean() / -r[r <= r.quantile(0.05)].mean(),
        outlier_win_ratio=r.quantile(0.99) / r[r >= 0].mean(), outlier_loss_ratio=r.quantile(0.01) / r[r < 0].mean(),
        risk_of_ruin=0.5 ** (2 * logs.mean() / logs.var()))
    wealth = np.concatenate([[1.0], (1 + r).cumprod().values])
    dd = (wealth / np.maximum.accumulate(wealth) - 1)[1:]
    years = (r.index[-1] - r.index[0]).days / 365.25 + 1 / 365.25
    pitfall = -dd[dd <= np.quantile(dd, 0.05)].mean() / (r.std() * 252**0.5)
    growth = wealth[-1] ** (1 / years) - 1
    say("numpy", "standard", 0.02, serenity_index=(growth - 0.02) / (np.sqrt((dd**2).mean()) * pitfall))


def rolling(r, b):
    e, c = r - (1.02 ** (1 / 252) - 1), b - (1.02 ** (1 / 252) - 1)
    result = {}
    for window in (126, 252):
        w, root = e.rolling(window), 252**0.5
        down = (np.minimum(e, 0) ** 2).rolling(window).mean()
        series = {
            "volatility": r.rolling(window).std() * root, "sharpe": w.mean() / w.std() * root,
            "sortino": w.mean() / np.sqrt(down) * root, "beta": w.cov(c) / c.rolling(window).var()}
        for name, values in series.items():
            result[f"rolling_{name}_{window}"] = [float(v) for v in values.dropna()]
    return result


def distributions():
    """Points of the distributions that are our own: x, Φ(x), Φ⁻¹, and two-sided t tails."""
    normal = [[x, float(st.norm.cdf(x))] for x in (-8.0, -3.0, -1.5, -0.1, 0.0, 0.7, 2.0, 5.0)]
    quantiles = [[p, float(st.norm.ppf(p))] for p in (1e-12, 1e-4, 0.01, 0.05, 0.3, 0.5, 0.77, 0.975, 0.9999)]
    student = [[t, v, float(2 * st.t.sf(t, v))] for t in (0.0, 0.01, 0.5, 1.0, 1.96, 3.0, 8.0, 40.0)
               for v in (1, 2, 3, 10, 60, 498, 2518, 98000)]
    return {"normal": normal, "quantile": quantiles, "student": student}


def main():
    frame = pd.read_csv(sys.argv[1], index_col=0, parse_dates=True)
    r, b = frame["strategy"], frame["benchmark"]
    quantstats(r, b)
    empyrical(r, b)
    standard(r, b)
    dependence(r, b)
    say("quantstats", "quantstats", 0.0, **peers.quantstats_windows(r))
    say("pyfolio", "empyrical", 0.0, **peers.pyfolio(r))
    for rf in (0.0, 0.03):
        say("METRICS", "beta1", rf, **peers.beta1(r, b, rf))
        say("Lean's formulas", "lean", rf, **peers.lean(r, b, rf))
        say("PerformanceAnalytics' formulas", "performanceanalytics", rf, **peers.performance_analytics(r, b, rf))
    packages = ["quantstats", "empyrical-reloaded", "statsmodels", "scipy", "pandas", "numpy", "nolds"]
    document = {
        "made_by": "generate_reference.py", "versions": {name: importlib.metadata.version(name) for name in packages},
        "metrics": rows}
    if "--all" in sys.argv:
        document |= {"rolling": rolling(r, b), "distributions": distributions()}
    print("{\n" + ",\n".join(f'"{key}": ' + (
        "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in value) + "\n]" if isinstance(value, list)
        else json.dumps(value)) for key, value in document.items()) + "\n}")


main()
