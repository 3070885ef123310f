"""Series and tables of a run: wealth, drawdown, days, moving windows, months, years, declines."""
import math

import numpy as np

import windows
from judging import NA, Either, Near, either

WINDOWS = dict(minute=(126, 252), hourly=(126, 252), daily=(126, 252), irregular=(126, 252), weekly=(26, 52),
               monthly=(12, 36), quarterly=(8, 20), yearly=())


def rolling(run, w):
    """Exactly w observations of the daily view; where they do not vary a ratio has no value.

    Every series is a list of readings, each (stamps, values).
    """
    if len(run.d) < w:
        return {k: [([], [])] for k in ("volatility", "sharpe", "sortino")}
    view = np.lib.stride_tricks.sliding_window_view
    r, e, root = view(run.d, w), view(run.e, w), math.sqrt(run.dA)
    ends = run.dstamps[w - 1:]
    flat = np.ptp(r, axis=1) <= run.noise
    flat_excess = np.ptp(e, axis=1) <= run.noise
    downside = np.sqrt((np.minimum(e, 0) ** 2).mean(axis=1))
    # sums of squares of small numbers: where the window hardly loses, its last digits are rounding
    volatility = np.where(flat, 0.0, r.std(axis=1, ddof=1) * root)
    with np.errstate(all="ignore"):
        sharpe = e.mean(axis=1) / e.std(axis=1, ddof=1) * root
        sortino = e.mean(axis=1) / downside * root
    chosen = lambda values, keep: ([s for s, k in zip(ends, keep) if k], list(values[keep]))
    everywhere = np.ones(len(ends), bool)
    without = [chosen(volatility, ~flat), chosen(r.std(axis=1, ddof=1) * root, everywhere)] if flat.any() else []
    return dict(volatility=[chosen(volatility, everywhere)] + without,
                sharpe=[chosen(sharpe, ~flat_excess)], sortino=[chosen(sortino, (downside > 0) & ~flat_excess)])


def rolling_beta(pairs, f_readings, w, noise):
    if len(pairs.r) < w:
        return [([], [])]
    view, out = np.lib.stride_tricks.sliding_window_view, []
    for f in f_readings:
        x, y = view(pairs.b - f, w), view(pairs.r - f, w)
        cx, cy = x - x.mean(axis=1, keepdims=True), y - y.mean(axis=1, keepdims=True)
        keep = np.ptp(x, axis=1) > noise
        beta = (cx * cy).sum(axis=1) / np.where(keep, (cx * cx).sum(axis=1), 1)
        ends = pairs.stamps[w - 1:]
        out.append(([s for s, k in zip(ends, keep) if k], list(beta[keep])))
    return out


def drawdown_table(run):
    ordered = sorted(run.declines, key=lambda p: (round(p["depth"], 13), p["peak"]))
    return [dict(rank=i + 1, **{k: p[k] for k in ("depth", "peak", "valley", "recovery", "days", "days_to_valley",
                                                  "recovery_days")}) for i, p in enumerate(ordered)]


def answer(covered):
    """The mark `partial` that a coverage answer allows."""
    return {windows.YES: False, windows.NO: True}.get(covered, Either([True, False]))


def benchmark_by(benchmark, joint, key, covered, k):
    """The benchmark's return of a calendar period: of its own levels or of those at common moments; n/a or marked where
    it does not cover the period in full."""
    if benchmark is None:
        return None
    found = []
    for history in (benchmark, joint):
        if history is not None:
            values = history.grouped(key)
            found.append(values[k][0] if k in values else None)
    own = covered(benchmark, k)
    if own != windows.YES:
        found.append(None)
    return either(*found)


def month_table(run, benchmark, joint):
    return [dict(month=f"{k:%Y-%m}", strategy=v, observations=n, partial=answer(windows.covers_month(run, k)),
                 benchmark=benchmark_by(benchmark, joint, windows.month_of, windows.covers_month, k))
            for k, (v, n) in run.grouped(windows.month_of).items()]


def year_table(run, benchmark, joint):
    return [dict(year=str(k), strategy=v, observations=n, partial=answer(windows.covers_year(run, k)),
                 benchmark=benchmark_by(benchmark, joint, windows.year_of, windows.covers_year, k))
            for k, (v, n) in run.grouped(windows.year_of).items()]


def trailing_table(run, benchmark, joint):
    rows = []
    for key in windows.KEYS:
        value, per_year = windows.trailing(run, key)
        row = dict(window=key, strategy=value, annualised=Either([True, False]) if per_year is None else per_year)
        row["benchmark"] = trailing_of_benchmark(key, run, benchmark, joint)
        rows.append(row)
    return rows


def trailing_of_benchmark(key, run, benchmark, joint):
    """Of its own levels or those at common moments; n/a where it does not cover the window in full."""
    if benchmark is None:
        return None
    found = [windows.trailing(h, key)[0] for h in (benchmark, joint) if h is not None]
    if key == "since_inception" and not covers_run(run, benchmark):
        found.append(NA())
    return either(*found)


def covers_run(run, benchmark):
    return benchmark.base.normalize() <= run.base.normalize() \
        and benchmark.stamps[-1].normalize() >= run.stamps[-1].normalize()


def weekday_table(run):
    if run.spacing > 1.6:
        return []
    by_day = {}
    for s, v in zip(run.dstamps, run.d):
        by_day.setdefault(s.weekday(), []).append(v)
    names = "Mon Tue Wed Thu Fri Sat Sun".split()
    return [dict(weekday=names[k], observations=len(v), mean=Near(math.fsum(v) / len(v), 1e-15),
                 win_rate=sum(x > 0 for x in v) / len(v)) for k, v in sorted(by_day.items())]


def extreme_table(run):
    """The ten best and the ten worst periods side by side."""
    ranked = {end: sorted(range(len(run.d)), key=lambda i: (-sign * run.d[i], i))[:10]
              for end, sign in (("best", 1), ("worst", -1))}
    rows = []
    for place in range(len(ranked["best"])):
        row = dict(rank=place + 1)
        for end, order in ranked.items():
            row[end + "_time"], row[end + "_return"] = run.dstamps[order[place]].normalize(), run.d[order[place]]
        rows.append(row)
    return rows
