"""Writes reference-risk.json: VaR and CVaR of series.csv by numpy, pandas and scipy, and tests of VaR by vartests and scipy.

pip install numpy pandas scipy==1.17.1 vartests==0.4.1
Usage: python3 generate_risk.py series.csv > reference-risk.json

`tails` are exact; `simulated` are true values of what a simulation estimates, each with four of its standard errors.
"""
import json
import sys

import numpy as np
import pandas as pd
import scipy.integrate as si
import scipy.stats as st
import vartests

r = pd.read_csv(sys.argv[1], index_col=0, parse_dates=True)["strategy"]
tails, simulated = {}, {}


def corrected(p, s, k):
    """The Cornish-Fisher quantile of a standardised variable."""
    z = st.norm.ppf(p)
    return z + (z**2 - 1) * s / 6 + (z**3 - 3 * z) * k / 24 - (2 * z**3 - 5 * z) * s**2 / 36


def moments():
    for days in (1, 5):
        end = "" if days == 1 else "_5d"
        mean, deviation = days * r.mean(), days**0.5 * r.std()
        s, k = st.skew(r) / days**0.5, st.kurtosis(r) / days
        for level in (95, 99):
            c = 1 - level / 100
            normal = st.norm(mean, deviation)
            if days > 1:
                tails[f"var_gaussian_{level}{end}"] = normal.ppf(c)
                tails[f"cvar_gaussian_{level}{end}"] = normal.expect(lambda x: x, ub=normal.ppf(c)) / c
                spans = (1 + r).rolling(days).apply(np.prod, raw=True).dropna() - 1
                tails[f"var_historical_{level}{end}"] = spans.quantile(c)
                tails[f"cvar_historical_{level}{end}"] = spans[spans <= spans.quantile(c)].mean()
            tails[f"var_cornish_fisher_{level}{end}"] = mean + deviation * corrected(c, s, k)
            area = si.quad(lambda z: corrected(st.norm.cdf(z), s, k) * st.norm.pdf(z), -37, st.norm.ppf(c), epsabs=1e-14)
            tails[f"cvar_cornish_fisher_{level}{end}"] = mean + deviation * area[0] / c


def draws():
    """The Student distribution that has the run's moments: its quantiles, and five million paths of five days."""
    nu = 4 + 6 / st.kurtosis(r)
    t = st.t(nu, r.mean(), r.std() * ((nu - 2) / nu) ** 0.5)
    paths = (1 + t.rvs((5_000_000, 5), random_state=np.random.default_rng(5))).prod(axis=1) - 1
    for days, sample, count in ((1, None, 50_000), (5, np.sort(paths), 10_000)):
        end = "" if days == 1 else "_5d"
        for level in (95, 99):
            c = 1 - level / 100
            var = t.ppf(c) if days == 1 else np.quantile(sample, c)
            width = (c * (1 - c) / count) ** 0.5
            if days == 1:
                density = t.pdf(var)
                tail = t.expect(lambda x: x, ub=var) / c
                spread = (t.expect(lambda x: (x - tail) ** 2, ub=var) / c) ** 0.5
            else:
                step = 0.1 * sample.std()
                density = ((sample > var - step / 2) & (sample < var + step / 2)).mean() / step
                tail, spread = sample[sample <= var].mean(), sample[sample <= var].std()
            simulated[f"var_monte_carlo_{level}{end}"] = [var, 4 * width / density]
            simulated[f"cvar_monte_carlo_{level}{end}"] = [tail, 4 * (spread + abs(tail - var)) / (count * c) ** 0.5]


def backtests():
    for level in (95, 99):
        c = 1 - level / 100
        forecast = r.rolling(252).quantile(c).shift(1).dropna()
        failed = (r[forecast.index] < forecast).astype(int)
        table = pd.crosstab(failed.shift(1).iloc[1:].astype(int), failed.iloc[1:])
        independence = st.chi2_contingency(table, correction=False, lambda_="log-likelihood")
        kupiec = vartests.kupiec_test(failed, risk_conf_level=level / 100)
        joint = kupiec["statistic"] + independence.statistic
        tails[f"var_exceedances_{level}"] = failed.sum()
        tails[f"var_exceedance_rate_{level}"] = failed.mean()
        tails[f"var_kupiec_p_{level}"] = kupiec["p-value"]
        tails[f"var_independence_p_{level}"] = independence.pvalue
        tails[f"var_christoffersen_p_{level}"] = st.chi2.sf(joint, 2)


moments()
draws()
backtests()
print(json.dumps({
    "tails": {key: float(value) for key, value in sorted(tails.items())},
    "simulated": {key: [float(x) for x in value] for key, value in sorted(simulated.items())},
}, indent=1))
