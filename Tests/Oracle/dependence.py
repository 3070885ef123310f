"""What returns say about those after them, their tails, and ratios that allow for it: of one history."""
import math

import numpy as np
from scipy import stats

from arithmetic import deviation, mean, spread, total
from history import NO_VARIATION
from judging import NA, Near, either

BENCHMARK = ("alpha_p_value_newey_west treynor_mazuy_gamma henriksson_merton_gamma m_squared appraisal_ratio specific_risk "
             "systematic_risk beta_up beta_down jensen_alpha").split()


def autocorrelations(x, count):
    x = np.asarray(x, float) - mean(x)
    return [total(x[k:] * x[:len(x) - k]) / total(x * x) if k < len(x) else 0.0 for k in range(count + 1)]


def newey_west_lag(n):
    return int(4 * (n / 100) ** (2 / 9))


def metrics(h):
    d, e, n, root = h.d, h.e, len(h.d), math.sqrt(h.dA)
    varying, flat = n > 1 and h.varies(d), n > 1 and not h.varies(e)
    m = {}
    of = lambda needed, value: NA() if n < needed else value() if varying else NO_VARIATION
    m["autocorrelation_1"] = of(3, lambda: autocorrelations(d, 1)[1])
    m["ljung_box_p"] = of(20, lambda: ljung_box(d))
    m["jarque_bera_p"] = of(20, lambda: jarque_bera(d))
    m["hurst"] = of(64, lambda: hurst(d))
    m["outlier_win_ratio"] = outlier(d, d[d >= 0], .99)
    m["outlier_loss_ratio"] = outlier(d, d[d < 0], .01)
    worst, best = d[d <= np.quantile(d, .05)], d[d >= np.quantile(d, .95)]
    m["rachev_ratio"] = NA() if n < 20 or not len(worst) or mean(worst) >= 0 or not len(best) else mean(best) / -mean(worst)
    down, up, loses = np.maximum(-e, 0), np.maximum(e, 0), bool((e < 0).any())
    undefined = flat or not varying or not loses
    m["kappa_3"] = NA() if undefined else mean(e) / np.cbrt(mean(down ** 3))
    m["upside_potential_ratio"] = NA() if undefined else mean(up) / math.sqrt(mean(down ** 2))
    sharpe = NA() if n < 2 else NO_VARIATION if flat or not varying else h.per_year(mean(e) / deviation(e) * root)
    sortino = NA() if undefined else h.per_year(mean(e) / math.sqrt(mean(down ** 2)) * root)
    m["smart_sharpe"], m["smart_sortino"] = smart(e, sharpe, n), smart(e, sortino, n)
    m["adjusted_sharpe"] = of(4, lambda: h.per_year(adjusted(e, root)) if not flat else NO_VARIATION)
    m["risk_of_ruin"] = ruin(h, d, n, varying)
    return m


def ljung_box(d):
    n = len(d)
    h = min(10, n // 5)
    rho = autocorrelations(d, h)
    return float(stats.chi2.sf(n * (n + 2) * sum(rho[k] ** 2 / (n - k) for k in range(1, h + 1)), h))


def jarque_bera(d):
    value = float(stats.jarque_bera(d).pvalue)
    return Near(value, 1e-9 * max(value, 1e-3))


def outlier(d, side, share):
    if not len(side) or mean(side) == 0:
        return NA()
    return np.quantile(d, share) / mean(side)


def hurst(d):
    """Rescaled range over blocks of 8, 16 … less what independent returns would show; 0.5 for those."""
    x, y, length = [], [], 8
    while length * 2 <= len(d):
        found = []
        for start in range(0, len(d) - length + 1, length):
            part = d[start:start + length]
            if spread(part) == 0:
                continue
            walk = np.cumsum(part - mean(part))
            found.append((walk.max() - walk.min()) / deviation(part))
        if not found:
            return either(NA(), NO_VARIATION)
        i = np.arange(1, length)
        gamma = math.exp(math.lgamma((length - 1) / 2) - math.lgamma(length / 2)) / math.sqrt(math.pi) \
            if length <= 340 else 1 / math.sqrt(length * math.pi / 2)
        expected = (length - .5) / length * gamma * total(np.sqrt((length - i) / i))
        x.append(math.log(length))
        y.append(math.log(mean(found)) - math.log(expected))
        length *= 2
    if len(x) < 3:
        return NA()
    return Near(.5 + float(np.polyfit(x, y, 1)[0]), 1e-8)


def smart(e, ratio, n):
    if isinstance(ratio, NA):
        return ratio
    if n < 4:
        return NA()
    now, before = e[1:], e[:-1]
    if spread(now) == 0 or spread(before) == 0:
        return NA()
    rho = abs(float(np.corrcoef(before, now)[0, 1]))
    k = np.arange(1, n)
    return Near(ratio / math.sqrt(1 + 2 * float(np.sum((n - k) / n * rho ** k))), 1e-8 * abs(ratio))


def adjusted(e, root):
    ratio = mean(e) / deviation(e)
    return ratio * root * (1 + float(stats.skew(e)) / 6 * ratio - float(stats.kurtosis(e)) / 24 * ratio ** 2)


def ruin(h, d, n, varying):
    """Of falling to half, by drift and variance of log growth."""
    if n < 2 or not h.long_enough:
        return NA()
    if not varying:
        return NO_VARIATION
    if np.any(d <= -1):
        return NA()
    logs = np.log1p(d)
    if mean(logs) <= 0:
        return 1.0
    value = math.exp(2 * math.log(.5) * mean(logs) / deviation(logs) ** 2)
    return Near(value, 1e-9 * max(value, 1e-6))


def lo(h):
    """Lo's scale of the Sharpe ratio, all lags of a year of monthly and slower returns, else Newey and West's number."""
    e, n = h.e, len(h.e)
    if n < 4 or not h.varies(e) or not h.long_enough:
        return NA()
    q = round(h.dA)
    lags = min(q - 1, n - 2)
    if q > 12:
        lags = min(lags, newey_west_lag(n))
    rho = autocorrelations(e, max(lags, 0))
    variance = q + 2 * sum((q - k) * rho[k] for k in range(1, lags + 1))
    return NA() if variance <= 0 else mean(e) / deviation(e) * q / math.sqrt(variance)


def of_pairs(run, pairs, A, f, noise):
    """Regressions beside the line itself; only where every one of the run's moments has a pair, so that A is known."""
    r, b = pairs.r - f, pairs.b - f
    n = len(r)
    if n < 5 or spread(b) <= noise["benchmark"] or spread(r) <= noise["run"]:
        return {}
    X = np.column_stack([np.ones(n), b])
    a, beta = np.linalg.lstsq(X, r, rcond=None)[0]
    residual = r - a - beta * b
    if spread(residual) <= 2 * (noise["run"] + abs(beta) * noise["benchmark"]):
        return {}
    long_enough, root = run.long_enough, math.sqrt(A)
    m = {"alpha_p_value_newey_west": newey_west(X, residual, a)}
    if len(set(np.round(b, 12))) > 3:
        m["treynor_mazuy_gamma"] = Near(*coefficient(r, [b, b ** 2]))
        if (b < 0).any() and (b > 0).any():
            m["henriksson_merton_gamma"] = Near(*coefficient(r, [b, np.maximum(-b, 0)]))
    m["m_squared"] = mean(r) * A * deviation(b) / deviation(r) + run.rf_annual if long_enough else NA()
    error = math.sqrt(total(residual ** 2) / (n - 2))
    m["appraisal_ratio"] = Near(a * root / error, 1e-9 * (1 + abs(a) * root / error)) if long_enough else NA()
    m["specific_risk"] = math.sqrt(total(residual ** 2) / n) * root if long_enough else NA()
    m["systematic_risk"] = abs(beta) * math.sqrt(total((b - mean(b)) ** 2) / n) * root if long_enough else NA()
    return m


def coefficient(y, columns):
    """The last coefficient, and room for how near the columns are to each other."""
    X = np.column_stack([np.ones(len(y))] + columns)
    solution = np.linalg.lstsq(X, y, rcond=None)[0]
    error = math.sqrt(total((y - X @ solution) ** 2) / (len(y) - X.shape[1]) * np.linalg.inv(X.T @ X)[-1, -1])
    return float(solution[-1]), 1e-7 * (abs(float(solution[-1])) + error)


def newey_west(X, residual, a):
    n, k = X.shape
    lag = newey_west_lag(n)
    u = X * residual[:, None]
    S = u.T @ u
    for distance in range(1, min(lag, n - 1) + 1):
        G = u[distance:].T @ u[:-distance]
        S += (1 - distance / (lag + 1)) * (G + G.T)
    bread = np.linalg.inv(X.T @ X)
    variance = (bread @ S @ bread)[0, 0] * n / (n - k)
    if variance <= 0:
        return either(NA(), Near(0.0, 1e-6))
    t = abs(a) / math.sqrt(variance)
    return Near(float(2 * stats.t.sf(t, n - k)), 1e-8)
