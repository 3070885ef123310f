"""One history of returns, the run's or its benchmark's, with the metrics that either has."""
import math

import numpy as np
import pandas as pd
from scipy import stats

import windows
from arithmetic import DAY, compounded, declines, deviation, geometric_mean, mean, month_index, spread, total
from judging import NA, Near, each, either

SPACING = dict(minute=0, hourly=0, daily=1, weekly=7, monthly=30.4, quarterly=91, half_yearly=182, yearly=365)
COARSEST = dict(daily=1.6, weekly=8.5, monthly=33, quarterly=97, yearly=380)
NO_VARIATION = NA("returns do not vary")
TOO_SHORT = NA("shorter than a year")


class History:
    """Returns between moments, with what every definition needs.

    `stamps[i]` ends return i; `base` is the moment before the first; `wealth` has 1 first. `f` is the risk-free return
    of each daily-view period (a number or an array), `A` the daily view's periods in a year. `start_added` says that
    `base` is not in the file. `must_reach` is the run's last moment, for a benchmark. `noise` is how far apart equal
    returns may be.
    """

    def __init__(self, base, stamps, returns, wealth, **more):
        self.base, self.stamps = base, list(stamps)
        self.returns, self.wealth = np.asarray(returns, float), np.asarray(wealth, float)
        self.cadence, self.sessions = more["cadence"], more["sessions"]
        self.spacing = more.get("spacing", SPACING.get(self.cadence, 1))
        self.currencies = more.get("currencies", False)
        self.start_added = more.get("start_added", False)
        self.must_reach, self.noise = more.get("must_reach"), more.get("noise", 1e-13)
        self.annualise_short = more.get("annualise_short", False)
        self.elapsed = (self.stamps[-1] - base) / DAY
        self.days = list(pd.DatetimeIndex([base] + self.stamps).normalize())
        self.months = {month_index(s) for s in self.stamps}
        self.weekdays = set(pd.DatetimeIndex(self.stamps).weekday)
        self.weekdays_only = not {5, 6} <= self.weekdays
        self.groups, self.dA = {}, more["A"]
        self.view_days()
        self.df = more["risk_free"](self.base, self.dstamps, self.dA)
        self.rf_annual = more["rf_annual"]
        if self.rf_annual is None:
            self.rf_annual = math.exp(mean(np.log1p(self.df)) * self.dA) - 1
        self.e = self.d - self.df
        self.long_enough = self.annualise_short or self.elapsed >= 90

    @property
    def intraday(self):
        return self.cadence in ("minute", "hourly")

    def view_days(self):
        """The daily view: returns compounded by session; Saturdays and Sundays of currencies belong to Monday."""
        if not self.intraday:
            self.dstamps, self.d = self.stamps, self.returns
            return
        sessions = {}
        for i, stamp in enumerate(self.stamps):
            day = stamp.normalize()
            if self.currencies and day.weekday() > 4:
                day += DAY * (7 - day.weekday())
            sessions.setdefault(day, []).append(i)
        self.dstamps = [self.stamps[places[-1]] for places in sessions.values()]
        self.d = np.array([compounded(self.returns[places]) for places in sessions.values()])

    def sees(self, period):
        """Whether the series is observed at least about once in such a period."""
        return self.spacing <= COARSEST[period]

    def grouped(self, key):
        """Compounded return and count of the daily view by calendar period."""
        if key not in self.groups:
            out = {}
            for stamp, value in zip(self.dstamps, self.d):
                out.setdefault(key(stamp), []).append(value)
            self.groups[key] = {k: (compounded(v), len(v)) for k, v in out.items()}
        return self.groups[key]

    def values(self, key):
        return [v for v, _ in self.grouped(key).values()]

    def varies(self, x, noise=None):
        return spread(x) > (self.noise if noise is None else noise)

    def growth_per_year(self, value):
        """A number per year needs 98 % of a year."""
        answer = windows.covers_a_year_of_calendar(self)
        if answer == windows.NO:
            return TOO_SHORT
        return value if answer == windows.YES else either(value, TOO_SHORT)

    def per_year(self, value):
        """A deviation per year needs ninety days."""
        return value if self.long_enough else NA()

    # ---------------------------------------------------------------------------------------------------- metrics

    def metrics(self):
        m = {}
        self.add_returns(m)
        self.add_calendar_periods(m)
        self.add_drawdowns(m)
        self.add_distribution(m)
        self.add_ratios(m)
        self.add_growth_ratios(m)
        return m

    def add_returns(self, m):
        days = self.sees("daily")
        no_days = NA()
        m["total_return"] = self.wealth[-1] - 1
        m["cagr"] = self.cagr()
        m["best_day"] = self.d.max() if days else no_days
        m["worst_day"] = self.d.min() if days else no_days
        m["daily_win_rate"] = share_above_zero(self.d) if days else no_days
        m["expected_daily"] = geometric(self.d) if days else no_days
        for name, sign in (("up", 1), ("down", -1)):
            m[f"max_consecutive_{name}_days"] = longest_run(self.d, sign) if days else no_days
        for key in windows.KEYS:
            m[key] = windows.trailing(self, key)[0]

    def cagr(self):
        growth = self.wealth[-1]
        if growth <= 0:
            return either(-1.0, NA())
        return self.growth_per_year(growth ** (365.25 / self.elapsed) - 1)

    def month_sets(self):
        """Months that count: all, or whole ones only. Either rule is right for best, worst and mean months."""
        return [self.values(windows.month_of)], windows.choices(self, windows.month_of, windows.covers_month)

    def add_calendar_periods(self, m):
        touched, whole = self.month_sets()
        seen = self.sees("monthly")
        either_rule = lambda f: over(touched + whole if whole else [], f) if seen else NA()
        m["best_month"], m["worst_month"] = either_rule(max), either_rule(min)
        m["average_month"] = either_rule(mean)
        m["average_up_month"] = either_rule(lambda x: mean([v for v in x if v > 0]))
        m["average_down_month"] = either_rule(lambda x: mean([v for v in x if v < 0]))
        m["gain_to_pain_monthly"] = either_rule(gain_to_pain)
        m["monthly_win_rate"] = over(touched, share_above_zero) if seen else NA()
        m["expected_monthly"] = over(whole, geometric) if seen else NA()
        weeks = self.values(lambda s: tuple(s.isocalendar())[:2])
        quarters = self.values(lambda s: (s.year, s.quarter))
        m["weekly_win_rate"] = share_above_zero(weeks) if self.sees("weekly") else NA()
        m["quarterly_win_rate"] = share_above_zero(quarters) if self.sees("quarterly") else NA()
        years = windows.choices(self, windows.year_of, windows.covers_year)
        all_years = [self.values(windows.year_of)]
        any_years = all_years + years if years else []
        m["best_year"], m["worst_year"] = over(any_years, max), over(any_years, min)
        m["annual_win_rate"] = over(years, share_above_zero)
        m["expected_yearly"] = over(years, geometric)
        m["consistency_score"] = over(years, consistency)

    def add_drawdowns(self, m):
        """Drawdowns are of the finest data."""
        all_declines, below = declines(self.wealth, [self.base] + self.stamps)
        x, n = below[1:], len(self.returns)
        none = NA("no drawdown")
        self.declines, self.below = all_declines, below
        depths, lengths = [p["depth"] for p in all_declines], [p["days"] for p in all_declines]
        recoveries = [p["recovery_days"] for p in all_declines if p["recovery"] is not None]
        m["max_drawdown"] = below.min()
        m["average_drawdown"] = mean(depths) if depths else none
        m["average_underwater"] = mean(x[x < 0]) if depths else none
        m["time_underwater"] = float((x < 0).mean())
        m["longest_drawdown_days"] = max(lengths) if lengths else none
        m["average_drawdown_days"] = mean(lengths) if lengths else none
        m["max_recovery_days"] = max(recoveries) if recoveries else NA()
        m["ulcer_index"] = math.sqrt(total(x * x) / n)
        m["pain_index"] = -total(x) / n
        quantile = np.quantile(x, .05)
        m["cdar_95"] = mean(x[x <= quantile]) if (x <= quantile).any() else quantile

    def add_distribution(self, m):
        d, n = self.d, len(self.d)
        varying = n > 1 and self.varies(d)
        m["skewness"] = NA() if n < 3 else float(stats.skew(d, bias=False)) if varying else NO_VARIATION
        m["kurtosis"] = NA() if n < 4 else float(stats.kurtosis(d, bias=False)) if varying else NO_VARIATION
        low, high = np.quantile(d, .05), np.quantile(d, .95)
        m["tail_ratio"] = abs(high / low) if low != 0 else NA()
        if not varying and low != 0:
            m["tail_ratio"] = either(Near(1.0, self.noise / abs(low)), NO_VARIATION)
        for level, needed in ((95, 20), (99, 100)):
            self.add_tail(m, level, n >= needed)

    def add_tail(self, m, level, enough):
        """Historical: interpolated quantile, mean of what lies at or below it. Gaussian: of mean and deviation."""
        d, share = self.d, 1 - level / 100
        quantile = np.quantile(d, share)
        beyond = d[d <= quantile]
        m[f"var_historical_{level}"] = quantile if enough else NA()
        m[f"cvar_historical_{level}"] = (mean(beyond) if len(beyond) else quantile) if enough else NA()
        if len(d) < 2:
            m[f"var_gaussian_{level}"] = m[f"cvar_gaussian_{level}"] = NA()
            return
        z = stats.norm.ppf(share)
        value = Near(mean(d) + deviation(d) * z, 2e-15 + self.flat_noise())
        tail = Near(mean(d) - deviation(d) * stats.norm.pdf(z) / share, 2e-15 + self.flat_noise())
        m[f"var_gaussian_{level}"] = value if enough else either(value, NA())
        m[f"cvar_gaussian_{level}"] = tail if enough else either(tail, NA())

    def flat_noise(self):
        """Room around numbers of a history that does not vary but for rounding."""
        return 0 if self.varies(self.d) else 4 * self.noise

    def add_ratios(self, m):
        """Of the daily view, on excess of the risk-free return."""
        d, e, n, root = self.d, self.e, len(self.d), math.sqrt(self.dA)
        few, flat = n < 2, n > 1 and not self.varies(e)
        down, up = np.minimum(e, 0), np.maximum(e, 0)
        downside, upside = math.sqrt(total(down * down) / n), math.sqrt(total(up * up) / n)
        loses = bool((e < 0).any())
        room = 1e-12 * root + self.flat_noise() * root
        ratio = lambda value: NA() if few else NO_VARIATION if flat else value()
        m["annual_volatility"] = NA() if few else self.per_year(Near(deviation(d) * root, room))
        m["downside_deviation"] = self.per_year(Near(downside * root, self.flat_noise() * root))
        m["upside_deviation"] = self.per_year(Near(upside * root, self.flat_noise() * root))
        m["sharpe"] = ratio(lambda: self.per_year(mean(e) / deviation(e) * root))
        m["sortino"] = NA() if few or flat or not loses else self.per_year(mean(e) / downside * root)
        m["omega"] = NA() if flat or not loses else total(up) / -total(down)
        if few and loses:
            m["sortino"], m["omega"] = either(NA(), self.per_year(-root)), either(0.0, NA())
        m["kelly"] = ratio(lambda: mean(e) / deviation(e) ** 2)
        m["risk_return_ratio"] = NA() if few else mean(d) / deviation(d) if self.varies(d) else NO_VARIATION
        m["gain_to_pain"] = gain_to_pain(d)
        m["stability"] = self.stability()
        self.add_days(m)

    def add_days(self, m):
        d = self.d
        gain, loss = total(np.maximum(d, 0)), -total(np.minimum(d, 0))
        days = self.sees("daily")
        factor = gain / loss if days and loss > 0 else NA()
        m["profit_factor_daily"] = factor
        m["payoff_ratio_daily"] = mean(d[d > 0]) / -mean(d[d < 0]) if days and gain and loss else NA()
        m["common_sense_ratio"] = factor if isinstance(factor, NA) else each(lambda x: factor * x, m["tail_ratio"])

    def stability(self):
        """R² of log wealth on its place; days or bars of an intraday run, since METRICS names neither."""
        found = []
        for r in ([self.d, self.returns] if self.intraday else [self.d]):
            if len(r) < 2:
                found.append(NA())
                continue
            if np.any(r <= -1):
                found.append(NA())
                continue
            y = np.cumsum(np.log1p(r))
            if spread(y) <= self.noise:
                found.append(NO_VARIATION)
                continue
            found.append(Near(stats.linregress(np.arange(1, len(r) + 1), y).rvalue ** 2, 1e-9))
            if not self.varies(r):
                found.append(NO_VARIATION)
        return either(*found)

    def add_growth_ratios(self, m):
        """Growth per year over a measure of drawdown."""
        ruined = self.wealth[-1] <= 0
        cagr = -1.0 if ruined else self.wealth[-1] ** (365.25 / self.elapsed) - 1
        worst = -m["max_drawdown"]
        depth = math.sqrt(total([p["depth"] ** 2 for p in self.declines]))
        with_drawdown = lambda value: either(value(), NA()) if ruined else self.growth_per_year(value()) \
            if self.declines else NA()
        m["calmar"] = with_drawdown(lambda: cagr / worst)
        m["martin_ratio"] = with_drawdown(lambda: (cagr - self.rf_annual) / m["ulcer_index"])
        m["pain_ratio"] = with_drawdown(lambda: (cagr - self.rf_annual) / m["pain_index"])
        m["burke_ratio"] = with_drawdown(lambda: (cagr - self.rf_annual) / depth)
        sterling = cagr / (worst + .1)
        m["sterling_ratio"] = either(sterling, NA()) if ruined else self.growth_per_year(sterling)
        m["recovery_factor"] = (self.wealth[-1] - 1) / worst if self.declines else NA("no drawdown")


def over(sets, function):
    """A statistic of each set of periods that may be meant; n/a where a set gives none, anything where all is open."""
    found = [] if sets else [Near(0.0, math.inf), NA()]
    for x in sets:
        try:
            found.append(function(x) if len(x) else NA())
        except ZeroDivisionError:
            found.append(NA())
    return either(*found)


def share_above_zero(x):
    return sum(v > 0 for v in x) / len(x)


def geometric(x):
    """Geometric mean; a loss of everything has −1, or none."""
    return either(-1.0, NA()) if min(x) <= -1 else geometric_mean(x)


def gain_to_pain(x):
    pain = -total(np.minimum(x, 0))
    return total(x) / pain if pain > 0 else NA()


def consistency(years):
    if len(years) < 2 or mean(years) == 0:
        return NA()
    return 1 - deviation(years) / abs(mean(years))


def longest_run(x, sign):
    best = now = 0
    for v in x:
        now = now + 1 if v * sign > 0 else 0
        best = max(best, now)
    return best
