"""Daily runs: returns of every kind, short ones, cuts, capital, missing values, rates, sizes, ruin."""
import numpy as np
import pandas as pd

from arithmetic import DAY
from shapes import business, days, growth, of_levels, of_returns, weekdays


def add_all(shapes):
    for add in (plain, unusual_returns, no_variation, short, rates, cuts_and_gaps, ends, sizes, ruin):
        shapes.use("daily " + add.__name__)
        add(shapes)


def plain(s):
    for i in range(14):
        n = int(s.random.integers(260, 1900))
        stamps = weekdays(pd.Timestamp("2001-01-01") + int(s.random.integers(0, 8000)) * DAY, n)
        b = s.returns(n, 3e-4, .01, i % 2 == 0)
        r = np.round(.6 * b + s.returns(n, 2e-4, .008), 10)
        rate = [0.0, .02, .05, .035][i % 4]
        if i % 3 == 0:
            s.add(f"daily-returns-{i}", "returns", stamps, r, 252, "daily", bench=of_returns(stamps, b),
                  bench_in_file=True, rf=rate)
        else:
            s.add(f"daily-equity-{i}", "equity", stamps, growth(r)[:-1], 252, "daily", rf=rate,
                  bench=of_levels(stamps, growth(b, 50)[:-1]))
    stamps = weekdays("1984-01-02", 10_440)
    s.add("daily-40-years", "equity", stamps, s.levels(10_440, 1e5, 3e-4, .01, True), 252, "daily")
    stamps = business("2008-01-02", "2019-11-15")
    s.add("eleven-years", "equity", stamps, s.levels(len(stamps)), 252, "daily",
          bench=of_levels(stamps, s.levels(len(stamps), 10)))


def unusual_returns(s):
    stamps = weekdays("2013-03-04", 800)
    r = s.returns(800)
    r[s.random.random(800) < .6] = 0
    s.add("daily-idle", "returns", stamps, r, 252, "daily")
    r = s.returns(800)
    r[200:560] = 0
    for rate in (0.0, .02):
        s.add(f"daily-idle-for-long-rf-{rate}", "returns", stamps, r, 252, "daily", rf=rate)
    r = s.returns(500)
    r[0] = -.07
    s.add("daily-first-day-loss", "returns", stamps[:500], r, 252, "daily")
    r = np.maximum(s.returns(600, -.02, .03), -.5)
    s.add("daily-near-ruin", "returns", stamps[:600], r, 252, "daily", skip=["stability"])
    r = np.concatenate([[.01], [-.999], s.returns(398)])
    s.add("daily-one-crash", "returns", stamps[:400], r, 252, "daily")
    r, bench = np.abs(s.returns(400)) + 1e-4, of_returns(stamps[:400], s.returns(400))
    s.add("daily-all-positive", "returns", stamps[:400], r, 252, "daily", bench=bench, bench_in_file=True)
    s.add("daily-all-negative", "returns", stamps[:400], -r, 252, "daily", bench=bench, bench_in_file=True)
    levels = np.concatenate([[100, 110, 105, 110, 104, 110, 108, 109], np.linspace(109, 90, 150)])
    s.add("daily-never-recovers", "equity", stamps[:len(levels)], levels, 252, "daily")
    levels = [100, 120, 90, 120, 130, 97.5, 130, 120, 130, 125, 130, 130, 131] * 12
    s.add("daily-equal-peaks", "equity", stamps[:len(levels)], levels, 252, "daily")
    r = np.array([.25, -.2, .25, -.1, 1 / 9, -.3, 3 / 7, 0, -.05, .05 / .95] * 12)
    s.add("daily-inexact-returns-to-peak", "returns", stamps[:len(r)], r, 252, "daily")


def no_variation(s):
    stamps = weekdays("2013-03-04", 401)
    bench = of_returns(stamps[:300], s.returns(300))
    s.add("daily-constant-returns", "returns", stamps[:300], [3e-4] * 300, 252, "daily", bench=bench, bench_in_file=True)
    s.add("daily-zero-returns", "returns", stamps[:300], [0.0] * 300, 252, "daily")
    s.add("daily-flat-equity", "equity", stamps[:300], [5000.0] * 300, 252, "daily")
    for rate in (1.0003, 1.0000107, .9998):
        exact = 100 * rate ** np.arange(300)
        s.add(f"daily-constant-growth-{rate}", "equity", stamps[:300], exact, 252, "daily", skip=["max_recovery_days"])
        s.add(f"daily-constant-growth-{rate}-6-digits", "equity", stamps[:300], np.round(exact, 6), 252, "daily",
              bench=of_levels(stamps[:300], s.levels(300, 50)))
    r = s.returns(400)
    s.add("daily-benchmark-is-run", "returns", stamps[:400], r, 252, "daily", bench=of_returns(stamps[:400], r),
          bench_in_file=True)
    for factor in (37.0, 1234.5):
        s.add(f"daily-benchmark-is-run-from-{factor:g}", "equity", stamps[:400], growth(r)[:-1], 252, "daily",
              bench=of_levels(stamps[:400], growth(r, factor)[:-1]))
    s.add("daily-benchmark-constant", "returns", stamps[:400], r, 252, "daily",
          bench=of_returns(stamps[:400], [1e-4] * 400), bench_in_file=True)
    for digits in (20, 6):
        levels = np.round(50 * 1.0001 ** np.arange(401), digits)
        s.add(f"daily-benchmark-constant-growth-{digits}-digits", "equity", stamps, growth(r), 252, "daily",
              bench=of_levels(stamps, levels))


def short(s):
    stamps = weekdays("2013-03-04", 120)
    for k in (1, 2, 3, 4):
        s.add(f"daily-{k}-observations", "equity", stamps[:k + 1], s.levels(k + 1), 252, "daily",
              bench=of_levels(stamps[:k + 1], s.levels(k + 1, 30)))
    for k in (2, 3, 19, 20, 99, 100):
        s.add(f"daily-{k}-returns", "returns", stamps[:k], s.returns(k), 252, "daily")
    for name, more in (("daily-short", {}), ("daily-short-annualised", dict(annualise_short=True))):
        s.add(name, "equity", stamps[:50], s.levels(50), 252, "daily",
              bench=of_levels(stamps[:50], s.levels(50, 30)), **more)
    s.add("daily-70-sessions", "equity", stamps[:71], s.levels(71, mean=.002), 252, "daily",
          bench=of_levels(stamps[:71], s.levels(71, 30)))
    for first, last, name in (("2021-01-04", "2021-04-05", "91"), ("2021-01-05", "2021-04-02", "87")):
        stamps = business(first, last)
        s.add(f"daily-{name}-days", "equity", stamps, s.levels(len(stamps)), 252, "daily")
    stamps = days("2021-01-04", 91)
    s.add("daily-exactly-90-days", "equity", stamps, s.levels(91), 365, "daily")
    year_of_sessions(s)


def year_of_sessions(s):
    """251 sessions of one calendar year are a year; eleven months are not, for the CAGR."""
    holidays = {"01-01", "01-18", "02-15", "04-02", "05-31", "07-05", "09-06", "11-25", "12-24", "12-31"}
    stamps = [x for x in business("2021-01-01", "2021-12-31") if f"{x:%m-%d}" not in holidays]
    s.add("daily-251-sessions", "equity", stamps, s.levels(len(stamps)), 252, "daily",
          bench=of_levels(stamps, s.levels(len(stamps), 30)))
    s.add("daily-eleven-months", "equity", stamps[:230], s.levels(230, mean=.003, sigma=.008), 252, "daily")
    stamps = business("2020-12-31", "2021-12-31")
    s.add("daily-year-and-start-value", "equity", stamps, s.levels(len(stamps), mean=.003, sigma=.008), 252, "daily")


def rates(s):
    stamps = weekdays("2015-06-01", 900)
    months = list(pd.date_range("2015-05-01", "2019-01-01", freq="MS"))
    rate = list(np.round(.01 + .02 * s.random.random(len(months)), 6))
    s.add("rf-annual-series", "equity", stamps, s.levels(900), 252, "daily", rf=("annual", months, rate),
          bench=of_levels(stamps, s.levels(900, 20)))
    daily = list(np.round(1e-4 * s.random.random(900), 9))
    s.add("rf-return-series", "returns", stamps, s.returns(900), 252, "daily", rf=("returns", stamps, daily))
    s.add("rf-negative", "returns", stamps, s.returns(900), 252, "daily", rf=-.005)
    s.add("rf-in-run-json", "returns", stamps, s.returns(900), 252, "daily", rf=.031, json=dict(risk_free=.031))


def cuts_and_gaps(s):
    stamps, day = weekdays("2015-06-01", 900), pd.Timestamp
    s.add("cut-equity", "equity", stamps, s.levels(900), 252, "daily", bench=of_levels(stamps, s.levels(900, 20)),
          **{"from": day("2016-02-10"), "to": day("2018-03-15")})
    s.add("cut-returns", "returns", stamps, s.returns(900), 252, "daily",
          **{"from": day("2016-12-31"), "to": day("2017-12-31")})
    s.add("cut-returns-capital", "returns", stamps, s.returns(900), 252, "daily", capital=50_000.0,
          **{"from": day("2016-07-01")})
    s.add("capital-same", "equity", stamps, s.levels(900), 252, "daily", capital=100_000.0)
    s.add("capital-other", "equity", stamps, s.levels(900), 252, "daily", capital=101_000.0)
    for name, kind, values, empty in (("missing-equity", "equity", s.levels(900), (5, 6, 200, 201, 202, 700)),
                                      ("missing-returns", "returns", s.returns(900), (5, 6, 200, 700)),
                                      ("first-return-empty", "returns", s.returns(900), (0,))):
        values = list(values)
        for i in empty:
            values[i] = None
        s.add(name, kind, stamps, values, 252, "daily")
    hole = [x for x in stamps if not day("2016-03-07") <= x <= day("2016-05-20")]
    s.add("gap-of-months", "equity", hole, s.levels(len(hole)), 252, "daily")
    for calendar, A in (("xlon", 253), ("xetra", 254), ("tse", 245), ("crypto", 365), ("forex", 260)):
        s.add(f"declared-{calendar}", "equity", stamps, s.levels(900), A, "daily", json=dict(calendar=calendar),
              currencies=calendar == "forex", A_too=[A])
    s.add("declared-periods", "equity", stamps, s.levels(900), 250, "daily", opts=["--periods-per-year", "250"],
          declared=True)
    s.add("declared-periods-far", "equity", stamps, s.levels(900), 200, "daily", opts=["--periods-per-year", "200"],
          declared=True)


def ends(s):
    """Windows that end on awkward days."""
    for end, name in (("2016-02-29", "leap-end"), ("2017-02-28", "february-end"), ("2019-05-31", "may-end"),
                      ("2021-06-30", "june-end"), ("2020-12-31", "year-end"), ("2021-01-04", "year-start"),
                      ("2022-10-31", "october-end"), ("2023-03-30", "day-before-march-end")):
        stamps = business("2012-02-29", end)
        s.add(f"window-{name}", "equity", stamps, s.levels(len(stamps)), 252, "daily",
              bench=of_levels(stamps, s.levels(len(stamps), 10)))
    for months, start in ((3, "2021-03-18"), (6, "2020-12-18"), (12, "2020-06-18")):
        stamps = business(start, "2021-06-10")
        s.add(f"window-of-{months}-months-not-reached", "equity", stamps, s.levels(len(stamps)), 252, "daily")


def sizes(s):
    stamps = weekdays("2018-01-02", 700)
    s.add("equity-tiny", "equity", stamps, s.levels(700, 1e-4), 252, "daily")
    s.add("equity-huge", "equity", stamps, s.levels(700, 1e13), 252, "daily")
    s.add("volatile", "returns", stamps, np.maximum(s.returns(700, .01, .12, True), -.9), 252, "daily", skip=["stability"])


def ruin(s):
    """Equity at or below zero, or a return of −1, ends the run there."""
    stamps = weekdays("2018-01-02", 700)
    for name, at, value in (("zero", 600, 0.0), ("below-zero", 600, -5_000.0), ("last-row-zero", 699, 0.0),
                            ("early", 40, -1.0)):
        levels = s.levels(700)
        levels[at] = value
        levels[at + 1:] = value if name == "zero" else levels[at + 1:]
        s.add(f"ruin-equity-{name}", "equity", stamps, levels, 252, "daily")
    for name, at, value in (("all", 500, -1.0), ("more", 500, -1.4), ("last", 699, -1.0)):
        r = s.returns(700)
        r[at] = value
        r[at + 1:] = 0.0 if name == "all" else r[at + 1:]
        s.add(f"ruin-returns-{name}", "returns", stamps, r, 252, "daily")
    levels = s.levels(700)
    levels[600:] = 0.0
    s.add("ruin-with-benchmark", "equity", stamps, levels, 252, "daily", bench=of_levels(stamps, s.levels(700, 30)))
    s.add("ruin-cut-before", "equity", stamps, levels, 252, "daily", to=stamps[550])
