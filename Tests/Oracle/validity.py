"""How sure a Sharpe ratio is: Mertens' error, probabilistic and deflated ratio, minimum track record."""
import math

from scipy import stats

from arithmetic import deviation, mean
from history import NO_VARIATION
from judging import NA, either

KEYS = ("sharpe_standard_error", "sharpe_ci_low", "sharpe_ci_high", "probabilistic_sharpe", "deflated_sharpe",
        "minimum_track_record_length")
EULER = .5772156649015329


def metrics(run, trials, variance=None):
    """Of the daily view's excess returns. `variance` is that of the trials' ratios per period."""
    e, n = run.e, len(run.e)
    if n < 2:
        return {k: NA() for k in KEYS}
    if not run.varies(e):
        return {k: NO_VARIATION for k in KEYS} | {"deflated_sharpe": NA()}
    ratio, skew, kurtosis = mean(e) / deviation(e), float(stats.skew(e)), float(stats.kurtosis(e, fisher=False))
    spread = 1 - skew * ratio + (kurtosis - 1) / 4 * ratio * ratio
    if spread <= 0:
        return {k: NA() for k in KEYS}
    error, root = math.sqrt(spread / (n - 1)), math.sqrt(run.dA)
    z = stats.norm.ppf(.975)
    m = {}
    m["sharpe_standard_error"] = run.per_year(error * root)
    m["sharpe_ci_low"] = run.per_year((ratio - z * error) * root)
    m["sharpe_ci_high"] = run.per_year((ratio + z * error) * root)
    m["probabilistic_sharpe"] = stats.norm.cdf(ratio / error) if n >= 4 else NA()
    m["deflated_sharpe"] = deflated(ratio, error, n, trials, variance)
    needed = 1 + spread * (stats.norm.ppf(.95) / ratio) ** 2 if ratio > 0 else None
    m["minimum_track_record_length"] = NA() if n < 4 or needed is None else math.ceil(needed - 1e-9)
    return m


def deflated(ratio, error, n, trials, variance):
    """Above the best of `trials` without skill; without their variance the least one, 1/(n − 1)."""
    if trials is None:
        return NA()
    if trials == 1:
        best = 0.0
    else:
        best = math.sqrt(variance or 1 / (n - 1)) * (
            (1 - EULER) * stats.norm.ppf(1 - 1 / trials) + EULER * stats.norm.ppf(1 - 1 / (trials * math.e)))
    value = stats.norm.cdf((ratio - best) / error)
    return value if n >= 4 else either(value, NA())
