"""Writes what statsmodels, scipy and pandas say of factors, runs of wins, win rates and returns by length of time.

pip install statsmodels==0.15.0 scipy==1.17.1 pandas==3.1.1
Usage: python3 generate_attribution.py series.csv > attribution.json
"""
import importlib.metadata
import json
import sys

import numpy as np
import pandas as pd
import scipy.stats as st
import statsmodels.api as sm
from statsmodels.sandbox.stats.runs import runstest_1samp

from generate_series import returns


def factors(r, b):
    """Three made-up factors, and the regression of the run's excess returns on them with plain and Newey-West errors."""
    n = len(r)
    columns = {
        "Market": [round(x, 8) for x in b.values],
        "Size": [round(x, 8) for x in returns(21, n, 0.0001, 0.008)],
        "Value": [round(x, 8) for x in returns(22, n, -0.0001, 0.006)]}
    design = sm.add_constant(np.column_stack(list(columns.values())))
    e = r.values - (1.02 ** (1 / 252) - 1)
    lag = int(4 * (n / 100) ** (2 / 9))
    plain = sm.OLS(e, design).fit()
    robust = sm.OLS(e, design).fit(
        cov_type="HAC", cov_kwds={"maxlags": lag, "use_correction": True}, use_t=True)
    last = sm.OLS(e[-252:], design[-252:]).fit()
    return {
        "columns": columns, "lag": lag, "r_squared": plain.rsquared, "adjusted": plain.rsquared_adj,
        "coefficients": list(plain.params), "errors": list(plain.bse), "p": list(plain.pvalues),
        "newey_west_errors": list(robust.bse), "newey_west_p": list(robust.pvalues), "last_window": list(last.params[1:])}


def runs():
    """Results in order, 1 for a win, and the two-sided p-value of the runs test without correction."""
    rows = []
    for seed, drift in ((1, 0.0), (2, 0.002), (3, -0.003), (4, 0.0)):
        values = [1 if x > 0 else -1 for x in returns(seed, 60, drift, 0.02)]
        if seed == 4:
            values = sorted(values[:30]) + values[30:]
        z, p = runstest_1samp([1 if v > 0 else 0 for v in values], cutoff=0.5, correction=False)
        rows.append([values, float(p)])
    return rows


def lengths(r):
    """Quantiles and moments of days, and of the whole months between the first and the last."""
    months = ((1 + r).resample("ME").prod() - 1).iloc[1:-1]
    weeks = ((1 + r).resample("W-SUN").prod() - 1).iloc[1:-1]
    def row(x, periods):
        rate = 1.02 ** (1 / periods) - 1
        return {
            "count": len(x), "mean": x.mean(), "deviation": x.std(), "skewness": x.skew(), "kurtosis": x.kurt(),
            "geometric_mean": st.gmean(1 + x) - 1, "standard_error": st.sem(x),
            "sharpe": (x.mean() - rate) / x.std() * periods**0.5,
            "quantiles": [x.quantile(q) for q in (0, 0.05, 0.25, 0.5, 0.75, 0.95, 1)]}
    return {"day": row(r, 252), "week": row(weeks, 365.25 / 7), "month": row(months, 12)}


def main():
    frame = pd.read_csv(sys.argv[1], index_col=0, parse_dates=True)
    r, b = frame["strategy"], frame["benchmark"]
    beta = [[w, n, float(st.beta.ppf(q, w + 1, n - w + 1)), q] for w, n in ((0, 1), (3, 7), (55, 100), (900, 1000))
            for q in (0.025, 0.975)]
    packages = ["statsmodels", "scipy", "pandas", "numpy"]
    print(json.dumps({
        "made_by": "generate_attribution.py", "versions": {p: importlib.metadata.version(p) for p in packages},
        "factors": factors(r, b), "runs": runs(), "win_rates": beta, "lengths": lengths(r)}, indent=1))


main()
