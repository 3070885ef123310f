"""Every right number of one shape, under one reading of what the definitions leave open."""
import itertools
import math

import numpy as np

import benchmark as benchmarks
import series
import trades
import dependence
import validity
import windows
from arithmetic import DAY, rounding_noise
from history import History, share_above_zero
from judging import NA, Near, either

DECLARED_RF = .02


def periods_a_year(calendar, observations, elapsed_days, stated=None):
    """The calendar's number, or what the data hold where they differ by more than five percent; both where a
    fence post decides. `stated` is the program's own, taken for the data's if it is within one observation of them."""
    years = elapsed_days / 365.25
    counted = observations / years
    if stated is not None and abs(stated * years - observations) <= 1.1:
        counted = stated
    if calendar is None:
        return [counted]
    inside = [abs((observations + k) / years / calendar - 1) <= .05 for k in (-1.5, 0, 1.5)]
    if all(inside) and elapsed_days >= 90:
        return [calendar]
    return [counted] if not any(inside) and elapsed_days >= 90 else [calendar, counted]


class Account:
    """What the file of a shape says: moments, returns, wealth, money, and what is not in the file."""

    def __init__(self, case):
        kept = [i for i, x in enumerate(case["values"]) if x is not None]
        stamps, values = [case["stamps"][i] for i in kept], [float(case["values"][i]) for i in kept]
        self.noise = rounding_noise([repr(v) for v in values], values, case["kind"])
        self.capital = case.get("capital")
        self.added = False
        if case["kind"] == "equity":
            self.read_levels(case, stamps, values)
        else:
            self.read_returns(case, stamps, values, kept)
        self.stop_at_ruin()
        self.cut(case)

    def read_levels(self, case, stamps, levels):
        if self.capital and abs(levels[0] - self.capital) > self.capital * 1e-9:
            stamps, levels, self.added = [case["before"]] + stamps, [float(self.capital)] + levels, True
        levels = np.array(levels)
        self.base, self.stamps = stamps[0], stamps[1:]
        ruined = np.flatnonzero(levels <= 0)
        if len(ruined):
            levels = levels[:ruined[0] + 1]
            levels[-1] = 0.0
            self.stamps = self.stamps[:len(levels) - 1]
        self.returns, self.wealth, self.money = levels[1:] / levels[:-1] - 1, levels / levels[0], levels

    def read_returns(self, case, stamps, returns, kept):
        first_empty = case["values"][0] is None
        self.base = case["stamps"][kept[0] - 1] if first_empty else case["before"]
        self.added = not first_empty
        self.stamps, self.returns = stamps, np.array(returns)
        self.money = None

    def stop_at_ruin(self):
        if self.money is not None:
            return
        ruined = np.flatnonzero(self.returns <= -1)
        if len(ruined):
            self.returns = self.returns[:ruined[0] + 1]
            self.returns[-1] = -1.0
            self.stamps = self.stamps[:len(self.returns)]
        self.wealth = np.concatenate([[1.0], np.cumprod(1 + self.returns)])
        self.money = self.wealth * self.capital if self.capital else None

    def cut(self, case):
        first, last = case.get("from"), case.get("to")
        if first is None and last is None:
            return
        i = next(i for i, s in enumerate(self.stamps) if first is None or s.normalize() >= first)
        j = len(self.stamps) if last is None else sum(s.normalize() <= last for s in self.stamps)
        self.added = self.added and i == 0
        self.base = ([self.base] + self.stamps)[i]
        self.stamps, self.returns = self.stamps[i:j], self.returns[i:j]
        self.wealth = self.wealth[i:j + 1] / self.wealth[i]
        if self.money is not None:
            self.money = self.money[i:j + 1]


def risk_free(rf):
    """A function of (moment before, stamps, periods a year) that gives the risk-free return of each period."""
    if not isinstance(rf, tuple):
        return lambda base, stamps, A: math.expm1(math.log1p(rf) / A)
    kind, moments, values = rf
    table = {s.normalize(): v for s, v in zip(moments, values)}
    if kind == "returns":
        return lambda base, stamps, A: np.array([table[s.normalize()] for s in stamps])

    def rates(base, stamps, A):
        # the rate in force over a period: the last row at or before its start, or its end
        asked = stamps if kind == "annual-at-end" else [base] + stamps[:-1]
        out = []
        for s in asked:
            known = [v for t, v in zip(moments, values) if t.normalize() <= s.normalize()]
            out.append((1 + known[-1]) ** (1 / A) - 1)
        return np.array(out)
    return rates


def make_run(case, account, A, rf):
    return History(account.base, account.stamps, account.returns, account.wealth, start_added=account.added,
                   noise=account.noise, **settings(case, case["cadence"], A, rf))


def settings(case, cadence, A, rf):
    """What the run's history and its benchmark's are told alike."""
    more = dict(cadence=cadence, A=A, sessions=A, currencies=case.get("currencies", False), risk_free=risk_free(rf),
                rf_annual=None if isinstance(rf, tuple) else rf, annualise_short=case.get("annualise_short", False))
    if case.get("spacing") and cadence == case["cadence"]:
        more["spacing"] = case["spacing"]
    return more


def benchmark_noise(case):
    given = case["bench"]
    values = [float(v) for v in given["values"] if v is not None]
    return rounding_noise([repr(v) for v in values], values, given["kind"])


def own_history(case, run, rf, sampled, own_base):
    """The benchmark's own levels from the last at or before the run's start value to the run's end, by its own calendar."""
    given = case["bench"]
    levels = benchmarks.Levels(given, given["base"])
    finer, bars = given.get("finer"), run.intraday and not levels.dates_only
    by_day = lambda s: s.normalize()
    key = by_day if finer else benchmarks.period_key(case["cadence"])
    first = benchmarks.start_place(levels, run, key, bars) or 0
    ends = (lambda s: s) if bars else key
    last = max(i for i, s in enumerate(levels.stamps) if ends(s) <= ends(run.stamps[-1]))
    stamps, values = levels.stamps[first:last + 1], levels.levels[first:last + 1]
    cadence, calendar = case["cadence"], given.get("A", case.get("sessions", case["A"]))
    if finer and not sampled or run.intraday and levels.dates_only:
        cadence, calendar = "daily", given.get("A", 252)
    elif finer:
        places = [levels.last_before(s, by_day, False) for s in [run.base] + run.stamps]
        places = [p for p in places if p is not None]
        stamps, values = ([run.base] + run.stamps)[-len(places):], levels.levels[places]
    base = run.base if own_base == "run" and stamps[0] <= run.base else stamps[0]
    if run.intraday and levels.dates_only and own_base == "run":
        # A date beside bars is the close of that day: its time is the run's own.
        stamps = stamps[:-1] + [max(stamps[-1], run.stamps[-1])]
    days = len({benchmarks.session(run, s) for s in stamps[1:]}) if bars else len(stamps) - 1
    elapsed = (stamps[-1] - stamps[0]) / DAY
    A = run.dA if calendar == case.get("sessions", case["A"]) and len(stamps) == len(run.stamps) + 1 else \
        periods_a_year(calendar, days, elapsed)[0]
    more = settings(case, cadence, A, rf)
    return History(base, stamps[1:], values[1:] / values[:-1] - 1, values / values[0], noise=benchmark_noise(case),
                   must_reach=run.stamps[-1], start_added=run.start_added and given["kind"] == "returns", **more)


def joint_history(case, run, pairs, rf):
    """The benchmark at common moments only."""
    if not len(pairs.r):
        return None
    wealth = np.concatenate([[1.0], np.cumprod(1 + pairs.b)])
    more = settings(case, "daily" if run.intraday else case["cadence"], run.dA, rf)
    return History(pairs.base, pairs.stamps, pairs.b, wealth, noise=benchmark_noise(case),
                   must_reach=run.stamps[-1], start_added=run.start_added, **more)


def readings(case, stated):
    """The combinations of what the definitions leave open for a shape, each a choice for the whole document."""
    account = Account(case)
    elapsed = (account.stamps[-1] - account.base) / DAY
    days = len(account.stamps)
    if case["cadence"] in ("minute", "hourly"):
        # The weekend's hours of currencies belong to Monday, so they are no session of their own.
        late = lambda day: day + DAY * (7 - day.weekday()) if case.get("currencies") and day.weekday() > 4 else day
        days = len({late(s.normalize()) for s in account.stamps})
    calendar = case.get("sessions", case["A"])
    open_ = dict(A=[calendar] if case.get("declared") else periods_a_year(calendar, days, elapsed, stated))
    open_["A"] += case.get("A_too", [])
    rf = case.get("rf", DECLARED_RF)
    open_["rf"] = [rf]
    if isinstance(rf, tuple):
        if rf[0] == "annual" and case["cadence"] == "daily":
            open_["rf"].append(("annual-at-end", *rf[1:]))
        if case["cadence"] in ("minute", "hourly"):
            open_["rf"].append(DECLARED_RF)                 # not used, with a warning
    bench = case.get("bench")
    open_["sampled"] = [True, False] if bench and bench.get("finer") else [True]
    open_["own_base"] = ["own", "run"] if bench and case.get("open_base") else ["own"]
    return [dict(zip(open_, x)) for x in itertools.product(*open_.values())]


class Answers:
    """Metrics, the benchmark's metrics, tables and series of a shape, under one reading."""

    def __init__(self, case, reading):
        self.case, self.reading = case, reading
        account = self.account = Account(case)
        self.run = make_run(case, account, reading["A"], reading["rf"])
        self.metrics = self.run.metrics() | dependence.metrics(self.run)
        self.metrics["sharpe_lo_adjusted"] = dependence.lo(self.run)
        self.benchmark = self.joint = self.pairs = self.benchmark_metrics = None
        self.tables, self.optional = {}, {}
        self.add_times(account)
        self.add_benchmark()
        ratios, trials = case.get("trial_sharpes"), case.get("trials")
        a_year = float(np.var(ratios, ddof=1)) if ratios else case.get("trial_sharpe_variance")
        variance = a_year / self.run.dA if a_year else None
        self.metrics.update(validity.metrics(self.run, len(ratios) if ratios and not trials else trials, variance))
        closed = self.add_trades(account)
        self.add_score()
        self.add_bars()
        self.add_tables()
        self.add_series(closed)
        self.add_facts(account)

    def add_times(self, account):
        m, run, case = self.metrics, self.run, self.case
        m["runtime_days"] = (run.stamps[-1].normalize() - run.base.normalize()).days
        m["runtime_years"] = run.elapsed / 365.25
        positions = case.get("positions")
        if positions is None:
            moved = [np.mean(run.returns != 0)] + ([np.mean(run.d != 0)] if run.intraday else [])
            m["exposure"] = either(*map(float, moved))
            return
        held = [any(x not in (None, 0) for x in row) for s, row in zip(positions["stamps"], positions["values"])]
        n = len(run.returns)
        m["exposure"] = either(*map(float, (np.mean(held), np.mean(held[1:]), sum(held) / n, sum(held[:-1]) / n)))

    def add_benchmark(self):
        case, run, reading = self.case, self.run, self.reading
        if case.get("bench") is None or case["bench"].get("unusable"):
            self.metrics.update({k: NA() for k in benchmarks.KEYS + dependence.BENCHMARK})
            return
        self.pairs = benchmarks.pair(case, run)
        self.benchmark = own_history(case, run, reading["rf"], reading["sampled"], reading["own_base"])
        self.joint = joint_history(case, run, self.pairs, reading["rf"])
        noise = dict(run=run.noise, benchmark=benchmark_noise(case))
        self.metrics.update(benchmarks.metrics(run, self.pairs, self.benchmark, noise))
        if self.pairs.complete and len(self.pairs.r) > 1:
            found = benchmarks.risk_free_of_pairs(run, self.pairs, run.dA)
            self.metrics.update(dependence.of_pairs(run, self.pairs, run.dA, found[0], noise))
        self.benchmark_metrics = self.benchmark.metrics() | dependence.metrics(self.benchmark)
        self.mark_uncovered()
        if self.benchmark.intraday and self.joint is not None:
            self.allow_daily_drawdowns()

    def mark_uncovered(self):
        """A benchmark that does not cover the run may have its totals, or none."""
        if series.covers_run(self.run, self.benchmark):
            return
        for key in ("total_return", "cagr", "since_inception"):
            self.benchmark_metrics[key] = either(self.benchmark_metrics[key], NA())

    def allow_daily_drawdowns(self):
        """Drawdowns of an intraday benchmark: of its bars, or of days, in which it is compared."""
        by_day = self.joint.metrics()
        for key in list(by_day):
            if key in DRAWDOWN_KEYS:
                self.benchmark_metrics[key] = either(self.benchmark_metrics[key], by_day[key])

    def add_trades(self, account):
        if self.case.get("trades") is None:
            self.metrics.update({"trades." + k: NA() for k in trades.KEYS})
            self.metrics["turnover"] = NA()
            return None
        closed, opened = trades.read(self.case, self.run.stamps[-1])
        found = trades.metrics(closed, opened, self.run)
        self.metrics.update({"trades." + k: v for k, v in found.items()})
        self.metrics["turnover"] = trades.turnover(closed + opened, account.money, self.run)
        self.tables.update(trades.tables(closed, opened))
        return closed

    def add_score(self):
        """n/a under a year, and while the interval of the Sharpe ratio holds zero; never from trades."""
        m, run = self.metrics, self.run
        low, high = m["sharpe_ci_low"], m["sharpe_ci_high"]
        year = windows.covers_a_year_of_calendar(run)
        if isinstance(m["sharpe"], NA) or isinstance(low, NA) or low <= 0 <= high or year == windows.NO:
            m["score"] = m["score_rating"] = NA()
        else:
            points = 50 + max(-30, min(30, 15 * m["sharpe"])) + 30 * share_above_zero(run.d) + 200 * m["max_drawdown"]
            points = max(0, min(100, points))
            word = "Excellent" if points >= 80 else "Good" if points >= 65 else "Fair" if points >= 50 else "Poor"
            open_ = [NA()] if year == windows.OPEN else []
            m["score"], m["score_rating"] = either(Near(points, 1e-9), *open_), either(word, *open_)
        volatility = m["annual_volatility"]
        if isinstance(volatility, NA):
            m["risk_level"] = NA()
            return
        worse = max(volatility.value, -m["max_drawdown"])
        m["risk_level"] = "low" if worse < .1 else "moderate" if worse < .2 else "high" if worse < .35 else "extreme"

    def add_bars(self):
        """Ratios of bars are extra keys; judged where the program has them."""
        run, A = self.run, self.case["A"]
        if not run.intraday or A is None or isinstance(self.reading["rf"], tuple):
            return
        bars = History(run.base, run.stamps, run.returns, run.wealth, noise=run.noise,
                       **(settings(self.case, "daily", A, self.reading["rf"])))
        found = bars.metrics()
        for key in ("sharpe", "sortino", "annual_volatility", "omega", "gain_to_pain"):
            self.optional[key + "_bars"] = found[key]
        self.optional["volatility_bars"] = found["annual_volatility"]

    def add_tables(self):
        run, t = self.run, self.tables
        t["drawdowns"] = series.drawdown_table(run)
        if run.sees("monthly"):
            t["monthly_returns"] = series.month_table(run, self.benchmark, self.joint)
        t["annual_returns"] = series.year_table(run, self.benchmark, self.joint)
        t["trailing_returns"] = series.trailing_table(run, self.benchmark, self.joint)
        t["weekday_returns"] = series.weekday_table(run)
        t["extreme_returns"] = series.extreme_table(run)

    def add_series(self, closed):
        run, self.series = self.run, {}
        moments = [run.base] + run.stamps
        self.series["growth"] = [(moments, run.wealth)]
        self.series["drawdown"] = [(moments, run.below)]
        self.series["daily_returns"] = [(run.dstamps, run.d)]
        if self.benchmark is not None:
            self.series["benchmark_growth"] = [
                ([h.base] + h.stamps, h.wealth) for h in (self.benchmark, self.joint) if h is not None]
            if self.benchmark.intraday:
                h = self.benchmark
                self.series["benchmark_growth"].append(([h.base] + h.dstamps, np.cumprod(np.concatenate([[1], 1 + h.d]))))
        if closed is not None:
            self.series["cumulative_trade_pnl"] = [trades.cumulative(closed)]

    def rolling_series(self, w):
        found = {f"rolling_{k}_{w}": v for k, v in series.rolling(self.run, w).items()}
        if self.pairs is not None and len(self.pairs.r):
            A, _ = benchmarks.pairs_in_a_year(self.pairs, self.run)
            f = benchmarks.risk_free_of_pairs(self.run, self.pairs, A)
            found[f"rolling_beta_{w}"] = series.rolling_beta(self.pairs, f, w, benchmark_noise(self.case))
        return found

    def windows(self):
        return () if self.run.spacing > 1.6 and self.case["cadence"] == "irregular" else \
            series.WINDOWS.get(self.case["cadence"], ())

    def add_facts(self, account):
        run, case = self.run, self.case
        self.facts = dict(observations=len(run.returns), start=either(run.base, run.stamps[0]), end=run.stamps[-1])
        stated = [self.reading["A"]]
        if run.intraday and case["A"] is not None:
            stated += [case["A"], case["A"] / case["sessions"] * self.reading["A"], len(run.returns) / (run.elapsed / 365.25)]
        self.facts["periods_per_year"] = either(*map(float, stated))


DRAWDOWN_KEYS = set("""max_drawdown average_drawdown average_underwater time_underwater longest_drawdown_days
average_drawdown_days max_recovery_days ulcer_index pain_index cdar_95 calmar martin_ratio pain_ratio burke_ratio
sterling_ratio recovery_factor stability""".split())
