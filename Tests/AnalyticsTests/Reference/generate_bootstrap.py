"""Writes reference-bootstrap.json: quantiles of circular block bootstraps of series.csv by arch, and what pandas says of the
series without its best and worst days and over windows of whole months.

pip install arch==8.0.0 pandas numpy
Usage: python3 generate_bootstrap.py series.csv > reference-bootstrap.json

`quantiles` come with four standard errors of ours (10,000 paths) and theirs (40,000) together.
"""
import json
import sys

import numpy as np
import pandas as pd
from arch.bootstrap import CircularBlockBootstrap

frame = pd.read_csv(sys.argv[1], index_col=0, parse_dates=True)
r, b = frame["strategy"], frame["benchmark"]
PATHS = 40_000


def statistics(x):
    wealth = np.concatenate([[1.0], np.cumprod(1 + x)])
    return np.array([
        x.mean() / x.std(ddof=1) * 252**0.5, wealth[-1], (wealth / np.maximum.accumulate(wealth) - 1).min()])


def quantiles():
    sample = CircularBlockBootstrap(8, r.values, seed=np.random.default_rng(11)).apply(statistics, PATHS)
    result = {}
    wanted = [
        ("sharpe_bootstrap_low", 0, 0.025), ("sharpe_bootstrap_high", 0, 0.975), ("max_drawdown_bootstrap_low", 2, 0.025),
        ("max_drawdown_bootstrap_high", 2, 0.975), ("monte_carlo_drawdown_95", 2, 0.05), ("monte_carlo_growth_5", 1, 0.05)]
    for key, column, share in wanted:
        values = np.sort(sample[:, column])
        value = np.quantile(values, share)
        step = 0.2 * values.std()
        density = ((values > value - step / 2) & (values < value + step / 2)).mean() / step
        error = (share * (1 - share) * (1 / 10_000 + 1 / PATHS)) ** 0.5 / density
        result[key] = [value, 4 * error]
    loss = (sample[:, 1] < 1).mean()
    result["monte_carlo_loss_probability"] = [loss, 4 * (loss * (1 - loss) * (1 / 10_000 + 1 / PATHS)) ** 0.5]
    return result


def exact():
    result = {}
    for count in (1, 5, 10, 20):
        result[f"total_return_without_best_{count}"] = (1 + r.drop(r.nlargest(count).index)).prod() - 1
        result[f"total_return_without_worst_{count}"] = (1 + r.drop(r.nsmallest(count).index)).prod() - 1
    months = (1 + frame).resample("ME").prod().iloc[1:-1]
    for length in (6, 12):
        windows = months.rolling(length).apply(np.prod, raw=True).dropna()
        result[f"benchmark_beaten_{length}m"] = (windows["strategy"] > windows["benchmark"]).mean()
    return result


print(json.dumps({
    "quantiles": {key: [float(x) for x in value] for key, value in quantiles().items()},
    "exact": {key: float(value) for key, value in exact().items()},
}, indent=1))
