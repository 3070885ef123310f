"""Sums, means, drawdowns and what counts as variation: the plain arithmetic under every definition."""
import math

import numpy as np
import pandas as pd

DAY = pd.Timedelta(days=1)


def total(x):
    return math.fsum(np.asarray(x, float).tolist())


def mean(x):
    return total(x) / len(x)


def deviation(x):
    """Sample standard deviation, n − 1."""
    return math.sqrt(total((np.asarray(x, float) - mean(x)) ** 2) / (len(x) - 1))


def compounded(x):
    return float(np.prod(1 + np.asarray(x, float))) - 1


def geometric_mean(x):
    return (1 + compounded(x)) ** (1 / len(x)) - 1


def spread(x):
    x = np.asarray(x, float)
    return float(x.max() - x.min()) if len(x) else 0.0


def decimals(text):
    """Digits after the point that a written number has; trailing zeros do not count."""
    mantissa, _, exponent = text.lower().partition("e")
    places = len(mantissa.partition(".")[2].rstrip("0"))
    return places - int(exponent or 0)


def rounding_noise(texts, values, kind):
    """How far apart two returns can be although the true returns are equal: the file's digits, at least a few ulps.

    A level is off by half a unit of its last digit, a return of two levels by twice that, two returns by four times.
    """
    half_unit = 0.5 * 10.0 ** -max(decimals(t) for t in texts)
    if kind == "returns":
        return max(1e-13, 2.02 * half_unit)
    return max(1e-13, 4.04 * half_unit / min(abs(v) for v in values if v))


def drawdown(wealth):
    """W/max(W) − 1; a product of returns that comes back to within rounding of the peak is back."""
    below = wealth / np.maximum.accumulate(wealth) - 1
    return np.where(below > -1e-12, 0.0, below)


def days_between(a, b):
    return (b.normalize() - a.normalize()).days


def declines(wealth, stamps):
    """Every decline from a peak: depth, moments, and calendar days; an unfinished one counts to the end."""
    below, out, i = drawdown(wealth), [], 0
    while i < len(below):
        if below[i] == 0:
            i += 1
            continue
        j = i
        while j < len(below) and below[j] < 0:
            j += 1
        peak, valley = stamps[i - 1], stamps[i + int(np.argmin(below[i:j]))]
        recovery = stamps[j] if j < len(below) else None
        out.append(dict(
            peak=peak, valley=valley, recovery=recovery, depth=float(below[i:j].min()),
            days=days_between(peak, recovery or stamps[-1]), days_to_valley=days_between(peak, valley),
            recovery_days=None if recovery is None else days_between(valley, recovery)))
        i = j
    return out, below


def month_index(stamp):
    return stamp.year * 12 + stamp.month - 1


def month_end(index):
    """Last day of a month counted from year 0."""
    following = index + 1
    return pd.Timestamp(following // 12, following % 12 + 1, 1) - DAY
