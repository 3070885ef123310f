"""Other weeks, weekly to yearly series, labels, irregular distances."""
import numpy as np
import pandas as pd

from arithmetic import DAY
from shapes import business, days, every, month_ends, of_levels, of_returns, weekdays

DAYS_OF_DRAWDOWNS = ["longest_drawdown_days", "average_drawdown_days", "max_recovery_days", "drawdowns.peak",
                     "drawdowns.valley", "drawdowns.recovery", "drawdowns.days", "drawdowns.days_to_valley",
                     "drawdowns.recovery_days"]
MOMENTS = ["stamps", "run.start", "run.end", "runtime_days", "runtime_years", "extreme_returns.best_time",
           "extreme_returns.worst_time", *DAYS_OF_DRAWDOWNS]


def add_all(shapes):
    for add in (weeks, data_decide, next_midnight, weekly, monthly, month_labels, slow, irregular):
        shapes.use("calendar " + add.__name__)
        add(shapes)


def weeks(s):
    for i in range(3):
        stamps = days(f"2020-03-{5 + i:02}", 600 + 77 * i)
        s.add(f"crypto-{i}", "equity", stamps, s.levels(len(stamps), 1e5, 1e-3, .035, True), 365, "daily",
              bench=of_levels(stamps, s.levels(len(stamps), 9, 1e-3, .04)))
    for name, but, A in (("sunday-to-thursday", (4, 5), 252), ("monday-to-saturday", (6,), 302)):
        stamps = days("2018-01-01", 1000, but)
        s.add(name, "equity", stamps, s.levels(len(stamps)), A, "daily")


def data_decide(s):
    """The calendar's number differs from what was observed by more than five percent."""
    stamps = days("2018-01-01", 1460, (5,))
    s.add("currencies-with-sundays", "equity", stamps, s.levels(len(stamps), 1e5, 2e-4, .006), 260, "daily",
          A_too=[313], skip=["weekly_win_rate"])
    stamps = days("2018-01-01", 1400, (4, 5, 6))
    s.add("monday-to-thursday", "equity", stamps, s.levels(len(stamps)), 252, "daily")
    stamps = [x for x in weekdays("2018-01-01", 1000) if s.random.random() < .8]
    s.add("weekdays-four-of-five", "equity", stamps, s.levels(len(stamps)), 252, "daily",
          bench=of_levels(stamps, s.levels(len(stamps), 40)))
    stamps = [x for x in every("2012-01-06", 500, 7) if s.random.random() < .7]
    s.add("weekly-seven-of-ten", "equity", stamps, s.levels(len(stamps), 1e5, 2e-3, .02), 52, "weekly")
    stamps = every("2012-01-06", 110, 28)
    s.add("four-weekly", "equity", stamps, s.levels(len(stamps), 1e5, 6e-3, .03), 12, "irregular", spacing=28, skip=[
        "mtd", "3m", "6m", "ytd", "1y", "3y", "5y", "10y", "trailing_returns", "best_month", "worst_month",
        "average_month", "average_up_month", "average_down_month", "gain_to_pain_monthly", "monthly_win_rate",
        "expected_monthly", "monthly_returns", "annual_returns.partial", "best_year", "worst_year", "annual_win_rate",
        "expected_yearly", "consistency_score"])


def next_midnight(s):
    """Bars stamped at their end, the next midnight: Tuesday to Saturday. They belong to the day before."""
    stamps = weekdays("2019-01-01", 700)
    following = [f"{x + DAY:%Y-%m-%d}" for x in stamps]
    s.add("stamps-next-midnight", "equity", stamps, s.levels(700), 252, "daily", written=following)
    s.add("stamps-next-midnight-returns", "returns", stamps, s.returns(700), 252, "daily", written=following)
    s.add("stamps-next-midnight-benchmark", "equity", stamps, s.levels(700), 252, "daily",
          bench=of_levels(stamps, s.levels(700, 40), written=following))


def weekly(s):
    stamps = every("2016-01-08", 300, 7)
    s.add("weekly-friday", "returns", stamps, s.returns(300, 2e-3, .022), 52, "weekly", bench_in_file=True,
          bench=of_returns(stamps, s.returns(300, 2e-3, .02)))
    stamps = every("2015-02-04", 170, 7)
    s.add("weekly-wednesday", "equity", stamps, s.levels(170, 1e5, 2e-3, .022), 52, "weekly")
    stamps, daily = every("2012-01-06", 240, 7), business("2011-12-01", "2016-12-30")
    s.add("weekly-run-daily-benchmark", "equity", stamps, s.levels(240, 1e5, 2e-3, .02), 52, "weekly",
          bench=of_levels(daily, s.levels(len(daily), 10), finer=True))


def monthly(s):
    for i, (first, n) in enumerate((("2010-01-31", 132), ("2011-06-30", 61), ("2012-11-30", 40), ("2009-03-31", 150))):
        stamps = month_ends(first, n)
        s.add(f"monthly-end-{i}", "returns", stamps, s.returns(n, .008, .04), 12, "monthly", bench_in_file=True,
              bench=of_returns(stamps, s.returns(n, .006, .04)))
        stamps = month_ends(first, n - 2 * i, business_days=True)
        s.add(f"monthly-business-end-{i}", "equity", stamps, s.levels(len(stamps), 1e5, .008, .04), 12, "monthly")
    for k in range(6):
        for name, n, weekday in (("", 44 + k, True), ("calendar-", 50 + k, False)):
            stamps = month_ends("2016-12-31", n, business_days=weekday)
            s.add(f"monthly-window-{name}{k}", "equity", stamps, s.levels(n, 1e5, .008, .04), 12, "monthly",
                  bench=of_levels(stamps, s.levels(n, 40, .006, .04)))
    for name, first, n in (("from-end-of-january", "2019-01-31", 36), ("eleven-returns", "2019-02-28", 12),
                           ("twelve-returns", "2019-01-31", 13)):
        s.add(f"monthly-{name}", "equity", month_ends(first, n), s.levels(n, 1e5, .008, .04), 12, "monthly")
    stamps = month_ends("2009-12-31", 121)
    kept = sorted(set(range(121)) - {17, 18, 44, 90})
    levels = s.levels(121, 1e5, .008, .04)
    s.add("monthly-missing-months", "equity", [stamps[i] for i in kept], levels[kept], 12, "monthly",
          bench=of_levels(stamps, s.levels(121, 20, .006, .04)))
    s.add("monthly-benchmark-missing-months", "equity", stamps, levels, 12, "monthly",
          bench=of_levels([stamps[i] for i in kept], s.levels(121, 20, .006, .04)[kept]))
    stamps, daily = month_ends("2011-12-30", 61, business_days=True), business("2011-12-30", "2016-12-30")
    s.add("monthly-run-daily-benchmark", "equity", stamps, s.levels(61, 1e5, .008, .04), 12, "monthly",
          bench=of_levels(daily, s.levels(len(daily), 10), finer=True))


def month_labels(s):
    """Labels at the first of a month mean that month, whichever side has them."""
    ends, n = month_ends("2015-01-31", 61), 61
    firsts = [f"{x.replace(day=1):%Y-%m-%d}" for x in ends]
    by_date = {k: .02 for k in ("cagr", "calmar", "martin_ratio", "pain_ratio", "burke_ratio", "sterling_ratio",
                                "since_inception", "excess_cagr")}
    more = dict(skip=[*MOMENTS, "trailing_returns.strategy"], loose=by_date)
    s.add("monthly-start-returns", "returns", ends, s.returns(n, .008, .04), 12, "monthly", written=firsts, **more)
    levels = s.levels(n, 1e5, .008, .04)
    earlier = [pd.Timestamp(x) - DAY for x in firsts]
    other = s.add("monthly-start-equity", "equity", earlier, levels, 12, "monthly", written=firsts, **more)
    s.all.pop()
    s.add("monthly-start-equity", "equity", ends, levels, 12, "monthly", written=firsts, alternatives=[other], **more)
    s.add("monthly-run-month-start-benchmark", "equity", ends, s.levels(n, 1e5, .008, .04), 12, "monthly",
          bench=of_levels(ends, s.levels(n, 40, .006, .04), written=firsts))
    s.add("monthly-run-month-start-benchmark-returns", "returns", ends, s.returns(n, .008, .04), 12, "monthly",
          bench=of_returns(ends, s.returns(n, .006, .04), written=firsts))


def slow(s):
    for name, first, n, step, A, cadence in (
            ("quarterly", "2008-12-31", 50, 3, 4, "quarterly"), ("quarterly-from-march", "2017-03-31", 20, 3, 4, "quarterly"),
            ("quarterly-three-returns", "2019-03-31", 4, 3, 4, "quarterly"), ("yearly", "1990-12-31", 31, 12, 1, "yearly"),
            ("quarterly-missing", "2008-12-31", 41, 3, 4, "quarterly"), ("yearly-two-returns", "2017-12-31", 3, 12, 1, "yearly"),
            ("yearly-four-returns", "2015-12-31", 5, 12, 1, "yearly")):
        stamps = month_ends(first, n, step)
        mean, sigma = (.07, .15) if A == 1 else (.02, .06)
        levels = s.levels(n, 1e5, mean, sigma)
        if name == "quarterly-missing":
            stamps, levels = stamps[:20] + stamps[21:], np.delete(levels, 20)
        s.add(name, "equity", stamps, levels, A, cadence, bench=of_levels(stamps, s.levels(len(stamps), 40, mean, sigma)))


def irregular(s):
    for name, stamps, spacing in (("every-ten-days", every("2015-01-01", 150, 10), 10),
                                  ("fortnightly", every("2014-01-03", 160, 14), 14),
                                  ("half-yearly", month_ends("2001-06-30", 30, 6), 182.6)):
        cadence = "half_yearly" if name == "half-yearly" else "irregular"
        s.add(name, "equity", stamps, s.levels(len(stamps), 1e5, 3e-3, .02), None, cadence, spacing=spacing)
