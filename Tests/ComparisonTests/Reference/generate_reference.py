"""Writes what numpy and scipy say of the difference of two Sharpe ratios: of the returns in series.csv and its benchmark.

pip install numpy==2.4.6 scipy==1.17.1
Usage: python3 generate_reference.py ../../AnalyticsTests/Reference/series.csv > reference.json

The formulas are written another way than ours: Memmel's variance in moments instead of ratios, and resamples by indices
instead of running sums.
"""
import csv
import json
import sys

import numpy as np
from scipy.stats import norm

MASK = (1 << 64) - 1
SESSIONS = 252


def generator(seed):
    """xoshiro256** started by SplitMix64, after the authors' C programs; yields 64-bit numbers."""

    def rotated(bits, count):
        return ((bits << count) | (bits >> (64 - count))) & MASK

    state = []
    for _ in range(4):
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        bits = seed
        bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & MASK
        state.append(bits ^ (bits >> 31))
    while True:
        yield (rotated((state[1] * 5) & MASK, 7) * 9) & MASK
        shifted = (state[1] << 17) & MASK
        state[2] ^= state[0]
        state[3] ^= state[1]
        state[1] ^= state[2]
        state[0] ^= state[3]
        state[2] ^= shifted
        state[3] = rotated(state[3], 45)


def below(numbers, bound):
    """Lemire's unbiased number below a bound."""
    while True:
        product = next(numbers) * bound
        if (product & MASK) >= (1 << 64) % bound:
            return product >> 64


def memmel(x, y):
    """z and the standard error of the difference of ratios per period, in Memmel's own notation."""
    n = len(x)
    m1, m2 = x.mean(), y.mean()
    s1, s2 = x.std(ddof=1), y.std(ddof=1)
    s12 = np.cov(x, y, ddof=1)[0, 1]
    theta = (
        2 * s1**2 * s2**2 - 2 * s1 * s2 * s12 + (m1 * s2) ** 2 / 2 + (m2 * s1) ** 2 / 2
        - m1 * m2 / (s1 * s2) * s12**2
    ) / n
    z = (s2 * m1 - s1 * m2) / np.sqrt(theta)
    return z, np.sqrt(theta) / (s1 * s2)


def bootstrap(x, y, seed, block, resamples):
    numbers = generator(seed)
    n = len(x)
    ratio = lambda values: values.mean() / values.std(ddof=1)
    differences = []
    for _ in range(resamples):
        indices = []
        while len(indices) < n:
            start = below(numbers, n)
            indices += [(start + step) % n for step in range(min(block, n - len(indices)))]
        differences.append((ratio(x[indices]) - ratio(y[indices])) * np.sqrt(SESSIONS))
    differences = np.array(differences)
    observed = (ratio(x) - ratio(y)) * np.sqrt(SESSIONS)
    beyond = int((np.abs(differences - observed) >= abs(observed)).sum())
    low, high = np.quantile(differences, [0.025, 0.975])
    return {
        "seed": seed, "block": block, "resamples": resamples, "standard_error": differences.std(ddof=1),
        "low": low, "high": high, "probability": (beyond + 1) / (resamples + 1), "smallest": differences.min(),
        "largest": differences.max(),
    }


def case(x, y, rate, draws):
    free = (1 + rate) ** (1 / SESSIONS) - 1
    x, y = x - free, y - free
    z, error = memmel(x, y)
    root = np.sqrt(SESSIONS)
    return {
        "risk_free": rate, "first": x.mean() / x.std(ddof=1) * root, "second": y.mean() / y.std(ddof=1) * root,
        "correlation": np.corrcoef(x, y)[0, 1], "statistic": z, "standard_error": error * root,
        "probability": 2 * norm.sf(abs(z)), "bootstrap": [bootstrap(x, y, *draw) for draw in draws],
    }


def main(path):
    with open(path) as file:
        rows = list(csv.DictReader(file))
    x = np.array([float(row["strategy"]) for row in rows])
    y = np.array([float(row["benchmark"]) for row in rows])
    numbers = generator(42)
    print(json.dumps({
        "numbers_of_seed_42": [str(next(numbers)) for _ in range(4)],
        "cases": [case(x, y, 0.0, [(1, 8, 400), (7, 1, 400)]), case(x, y, 0.02, [(2, 13, 300)])],
    }, indent=1))


main(sys.argv[1])
