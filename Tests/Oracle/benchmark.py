"""The benchmark: pairs of returns between moments that both have, and what is computed of them.

Levels are paired, never returns: two moments that run and benchmark both have make one pair, and both returns span the
time between. The benchmark starts at its last level at or before the run's start value.
"""
import itertools
import math

import numpy as np
import pandas as pd
from scipy import stats

import windows
from arithmetic import DAY, compounded, deviation, mean, month_index, spread, total
from judging import NA, Either, Near, each, either

KEYS = ("alpha beta alpha_standard_error alpha_t alpha_p_value r_squared correlation tracking_error active_return "
        "excess_cagr up_capture down_capture up_capture_monthly down_capture_monthly batting_average "
        "information_ratio treynor").split()


class Pairs:
    """Returns of both between common moments; `steps[i]` are the run's periods that pair i spans."""

    def __init__(self, run, run_base, benchmark_base, stamps, returns, benchmark, steps):
        self.base, self.benchmark_base, self.stamps = run_base, benchmark_base, stamps
        self.r, self.b, self.steps = np.asarray(returns, float), np.asarray(benchmark, float), steps
        self.complete = len(stamps) == len(run.dstamps) and benchmark_base is not None \
            and benchmark_base.normalize() == run_base.normalize()


def period_key(cadence):
    """What makes two moments the same: the day, or the week, month, quarter or year of slower series."""
    return {"monthly": month_index, "quarterly": lambda s: month_index(s) // 3, "yearly": lambda s: s.year,
            "weekly": lambda s: tuple(s.isocalendar())[:2]}.get(cadence, lambda s: s.normalize())


class Levels:
    """A benchmark as levels at moments; returns are compounded from the moment before the first."""

    def __init__(self, given, base):
        stamps, values = list(given["stamps"]), given["values"]
        kept = [(s, float(v)) for s, v in zip(stamps, values) if v is not None]
        self.dates_only = all(s == s.normalize() for s in stamps)
        if given["kind"] == "levels":
            self.stamps, self.levels = [s for s, _ in kept], np.array([v for _, v in kept])
        else:
            self.stamps = [base] + [s for s, _ in kept]
            self.levels = np.concatenate([[1.0], np.cumprod([1 + v for _, v in kept])])

    def last_before(self, moment, key, strictly):
        """Place of the last level at or before a moment, or None."""
        places = [i for i, s in enumerate(self.stamps) if key(s) < key(moment) or not strictly and key(s) == key(moment)]
        return places[-1] if places else None


def pair(case, run):
    """Pairs of the daily view of a run with a benchmark."""
    given = case["bench"]
    key = period_key(case["cadence"])
    if given["kind"] == "returns" and None in given["values"]:
        return pair_returns(run, given)
    levels = Levels(given, given["base"])
    intraday = run.intraday and not levels.dates_only
    table = {}
    for i, s in enumerate(levels.stamps):
        table[session(run, s) if intraday else key(s)] = i
    if given.get("finer"):
        table = {key(s): levels.last_before(s, lambda x: x.normalize(), False) for s in run.dstamps}
        table = {k: v for k, v in table.items() if v is not None}
    moments = []                                       # (run's place, benchmark's place)
    first = start_place(levels, run, (lambda s: s.normalize()) if given.get("finer") else key, intraday)
    if first is not None:
        moments.append((0, first))
    for i, s in enumerate(run.dstamps):
        place = table.get(session(run, s) if intraday else key(s))
        if place is not None and (not moments or place > moments[-1][1]):
            moments.append((i + 1, place))
    return joined(run, levels, moments)


def session(run, stamp):
    day = stamp.normalize()
    if run.currencies and day.weekday() > 4:
        day += DAY * (7 - day.weekday())
    return day


def start_place(levels, run, key, intraday):
    """The benchmark's level at or before the run's start value; a date alone is the end of its day."""
    if intraday:
        return levels.last_before(run.base, lambda s: s, False)
    return levels.last_before(run.base, key, run.intraday)


def joined(run, levels, moments):
    growth = np.concatenate([[1.0], np.cumprod(1 + run.d)])
    all_moments = [run.base] + run.dstamps
    r, b, steps, stamps = [], [], [], []
    for (i, p), (j, q) in zip(moments, moments[1:]):
        r.append(run.d[j - 1] if j == i + 1 else growth[j] / growth[i] - 1)
        b.append(levels.levels[q] / levels.levels[p] - 1)
        steps.append(range(i, j))
        stamps.append(all_moments[j])
    base = all_moments[moments[0][0]] if moments else run.base
    own = levels.stamps[moments[0][1]] if moments else None
    return Pairs(run, base, own, stamps, r, b, steps)


def pair_returns(run, given):
    """A missing return cannot be joined: its pair is left out."""
    known = {s.normalize(): float(v) for s, v in zip(given["stamps"], given["values"]) if v is not None}
    places = [i for i, s in enumerate(run.dstamps) if s.normalize() in known]
    stamps = [run.dstamps[i] for i in places]
    return Pairs(run, run.base, run.base, stamps, run.d[places], [known[s.normalize()] for s in stamps],
                 [range(i, i + 1) for i in places])


def pairs_in_a_year(pairs, run):
    """All of the run's moments: its own A. Otherwise counted, or taken from a calendar within five percent."""
    if pairs.complete or not len(pairs.r):
        return run.dA, 0.0
    elapsed = (pairs.stamps[-1] - pairs.base) / DAY / 365.25
    counted = len(pairs.r) / elapsed
    if abs(counted / run.dA - 1) < .052:
        return counted, abs(run.dA / counted - 1) + .005
    return counted, .05


def metrics(run, pairs, benchmark, noise):
    """Every metric of the pair. `benchmark` is its own history."""
    n = len(pairs.r)
    if n < 2:
        return {k: NA() for k in KEYS}
    A, room = pairs_in_a_year(pairs, run)
    found = [of_risk_free(run, pairs, f, A, room, noise) for f in risk_free_of_pairs(run, pairs, A)]
    m = {k: either(*[x[k] for x in found]) for k in found[0]}
    m.update(differences(run, pairs, A, room, noise))
    for name, sign in (("up", 1), ("down", -1)):
        m[f"{name}_capture"] = capture(pairs, sign)
        m[f"{name}_capture_monthly"] = monthly_capture(run, pairs, benchmark, sign)
    m["excess_cagr"] = excess_cagr(run, benchmark)
    return m


def risk_free_of_pairs(run, pairs, A):
    """A constant return per pair, and the run's own compounded over the periods that a pair spans: both are right."""
    if np.ndim(run.df) == 0:
        constant = math.expm1(math.log1p(run.rf_annual) / A)
        if pairs.complete:
            return [constant]
        return [constant, np.array([(1 + run.df) ** len(s) - 1 for s in pairs.steps])]
    return [np.array([compounded(run.df[list(s)]) for s in pairs.steps])]


def scaled(value, share):
    return Near(value, share * abs(value)) if share else value


def of_risk_free(run, pairs, f, A, room, noise):
    """Least squares of excess returns: alpha per year is the intercept times the pairs in a year."""
    r, b = pairs.r - f, pairs.b - f
    n, m = len(r), {}
    regression = "alpha beta alpha_standard_error alpha_t alpha_p_value r_squared correlation treynor".split()
    if spread(b) <= noise["benchmark"]:
        return {k: NA() for k in regression}
    mx, my = mean(b), mean(r)
    sxx, syy = total((b - mx) ** 2), total((r - my) ** 2)
    sxy = total((b - mx) * (r - my))
    flat = spread(r) <= noise["run"]
    beta = sxy / sxx
    a = my - beta * mx
    long_enough = run.long_enough
    m["beta"] = Near(beta, noise["run"] / math.sqrt(sxx / n)) if flat else beta
    alpha_room = room * abs(mean(pairs.r) - beta * mean(pairs.b)) * A + 1e-13 * A
    m["alpha"] = Near(a * A, alpha_room + (4 * noise["run"] * A if flat else 0)) if long_enough else NA()
    m["correlation"] = NA() if flat else sxy / math.sqrt(sxx * syy)
    m["r_squared"] = NA() if flat else m["correlation"] ** 2
    treynor = my * A / beta if beta > 0 else None
    m["treynor"] = NA() if treynor is None or flat or not long_enough else \
        Near(treynor, room * abs(mean(pairs.r)) * A / beta)
    if flat:
        m["beta"] = either(m["beta"], NA())
        m["alpha"] = either(m["alpha"], NA())
        m["treynor"] = either(NA(), SKIPPED)
    residual = r - a - beta * b
    if n < 3 or flat or spread(residual) <= noise["run"] + abs(beta) * noise["benchmark"]:
        m["alpha_standard_error"] = either(NA(), Near(0.0, 4 * (noise["run"] + abs(beta) * noise["benchmark"]) * A))
        m["alpha_t"] = m["alpha_p_value"] = NA()
        return m
    error = math.sqrt(total(residual ** 2) / (n - 2) * (1 / n + mx * mx / sxx))
    m["alpha_standard_error"] = scaled(error * A, room) if long_enough else NA()
    # where the pairs in a year are open, so is their risk-free return, and with it the intercept
    t, t_room = a / error, 1e-9 + room * abs(1 - beta) * float(np.mean(f)) / error
    m["alpha_t"] = Near(t, t_room)
    m["alpha_p_value"] = Near(2 * stats.t.sf(abs(t), n - 2), 1e-9 + 2 * stats.t.pdf(abs(t), n - 2) * t_room * 1.1)
    return m


SKIPPED = Near(0.0, math.inf)


def differences(run, pairs, A, room, noise):
    """Of returns minus the benchmark's."""
    difference, n, root = pairs.r - pairs.b, len(pairs.r), math.sqrt(A)
    rounding = noise["run"] + noise["benchmark"]
    same = spread(difference) <= rounding
    active, error = mean(difference) * A, deviation(difference) * root
    m = {}
    near_zero = rounding if same else 1e-12
    m["tracking_error"] = Near(error, room / 2 * error + near_zero * root) if run.long_enough else NA()
    m["active_return"] = Near(active, room * abs(active) + (near_zero if same else 1e-12 / math.sqrt(n)) * A) \
        if run.long_enough else NA()
    ratio = NA() if same or not run.long_enough else scaled(mean(difference) / deviation(difference) * root, room / 2)
    m["information_ratio"] = ratio
    ahead = float(np.mean(difference > 0))
    if np.any((abs(difference) < rounding) & (difference != 0)):
        ahead = either(float(np.mean(difference > rounding)), 0.0 if same else ahead)
    m["batting_average"] = ahead
    return m


def capture(pairs, sign):
    chosen = pairs.b * sign > 0
    return mean(pairs.r[chosen]) / mean(pairs.b[chosen]) if chosen.any() else NA()


def monthly_capture(run, pairs, benchmark, sign):
    """Months that both have, compounded. Over or per month or per year, all or whole months: METRICS leaves these open."""
    if not run.sees("monthly"):
        return NA()
    month, joint = windows.month_of, {}
    for s, r, b in zip(pairs.stamps, pairs.r, pairs.b):
        joint.setdefault(month(s), []).append((r, b))
    rows = {k: (compounded([x for x, _ in v]), compounded([y for _, y in v])) for k, v in joint.items()}
    own_run, own = run.grouped(month), benchmark.grouped(month)
    own_rows = {k: (own_run[k][0], own[k][0]) for k in own_run if k in own}
    values = []
    for table in (rows, own_rows):
        values += compounded_captures(list(table.values()), sign)
        covered = {k: windows.both(windows.covers_month(run, k), windows.covers_month(benchmark, k)) for k in table}
        open_ = [k for k in table if covered[k] == windows.OPEN][:6]
        for n in range(len(open_) + 1):
            for also in itertools.combinations(open_, n):
                values += compounded_captures([table[k] for k in table if covered[k] == windows.YES or k in also], sign)
    return either(*values)


def compounded_captures(rows, sign):
    chosen = [(r, b) for r, b in rows if b * sign > 0]
    if not chosen:
        return [NA()]
    r, b = compounded([x for x, _ in chosen]), compounded([y for _, y in chosen])
    n = len(chosen)
    out = []
    for power in (1, 1 / n, 12 / n):
        if r > -1 and b > -1:
            out.append(((1 + r) ** power - 1) / ((1 + b) ** power - 1))
    return out or [NA()]


def excess_cagr(run, benchmark):
    """CAGR minus the benchmark's; over the benchmark's span, or n/a, where that is shorter."""
    ours = run.cagr()
    whole = each(lambda x: each(lambda y: x - y, benchmark.cagr()), ours)
    starts = benchmark.base.normalize() <= run.base.normalize()
    if starts and benchmark.stamps[-1].normalize() >= run.stamps[-1].normalize():
        return whole
    return either(whole, NA(), common_span_cagr(run, benchmark))


def common_span_cagr(run, benchmark):
    moments = [run.base] + run.stamps
    inside = [i for i, s in enumerate(moments) if benchmark.base.normalize() <= s.normalize() <= benchmark.stamps[-1].normalize()]
    if len(inside) < 2:
        return NA()
    i, j = inside[0], inside[-1]
    years = (moments[j] - moments[i]) / DAY / 365.25
    ours = (run.wealth[j] / run.wealth[i]) ** (1 / years) - 1
    return each(lambda x: Near(ours - x, .001), benchmark.cagr())
