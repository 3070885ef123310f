"""Bars within days, and clocks: headline ratios are of the daily view."""
import numpy as np
import pandas as pd

from shapes import HOUR, MINUTE, days, of_levels, of_returns, steps, weekdays

CLOCK = "%Y-%m-%d %H:%M"


def add_all(shapes):
    for add in (around_the_clock, currencies, sessions, zones, midnights):
        shapes.use("intraday " + add.__name__)
        add(shapes)


def around_the_clock(s):
    stamps = steps("2021-01-01", 24 * 300, HOUR)
    n = len(stamps)
    more = dict(sessions=365, stamp_format=CLOCK)
    s.add("hourly-24x7", "equity", stamps, s.levels(n, 1e5, 2e-5, .004), 8760, "hourly",
          bench=of_levels(stamps, s.levels(n, 5, 2e-5, .004)), **more)
    daily = days("2020-12-25", 310)
    s.add("hourly-24x7-daily-benchmark", "equity", stamps, s.levels(n, 1e5, 2e-5, .004), 8760, "hourly",
          bench=of_levels(daily, s.levels(310, 5, 4e-4, .02), A=365, format="%Y-%m-%d"), **more)
    rate = list(np.round(1e-4 * (1 + s.random.random(300)), 9))
    s.add("hourly-24x7-rf-daily-returns", "equity", stamps, s.levels(n, 1e5, 4e-5, .004), 8760, "hourly",
          rf=("returns", days("2021-01-01", 300), rate), **more)
    levels = s.levels(n, 1e5, 2e-5, .004)
    levels[200 * 24 + 7:] = 0
    s.add("hourly-24x7-ruin", "equity", stamps, levels, 8760, "hourly", **more)
    whole_days = steps("2020-12-31 23:00", 24 * 120 + 1, HOUR)
    s.add("hourly-24x7-constant-growth", "equity", whole_days, np.round(100 * 1.00001 ** np.arange(24 * 120 + 1), 6),
          8760, "hourly", **more)
    four = steps("2022-06-01", 6 * 400, 4 * HOUR)
    s.add("four-hours-crypto", "returns", four, s.returns(len(four), 1e-4, .01), 2190, "hourly", **more)


def currencies(s):
    for name, start, closed in (
            ("hourly-fx", "2021-01-03 22:00", lambda x: x.weekday() == 4 and x.hour >= 22 or x.weekday() == 5
             or x.weekday() == 6 and x.hour < 22),
            ("hourly-fx-weekdays", "2021-01-04 00:00", lambda x: x.weekday() > 4)):
        stamps = [x for x in steps(start, 24 * 362, HOUR) if not closed(x)]
        s.add(name, "equity", stamps, s.levels(len(stamps), 1e5, 1e-5, .001), 6240, "hourly", sessions=260,
              currencies=True, stamp_format=CLOCK)


def sessions(s):
    bars = [d + 9 * HOUR + (31 + k) * MINUTE for d in weekdays("2024-01-02", 28) for k in range(390)]
    bars = [x for x in bars if not (x.normalize() == pd.Timestamp("2024-01-19") and x.hour >= 13) and s.random.random() > .002]
    counts = sorted(pd.Series([x.normalize() for x in bars]).value_counts())
    s.add("minute-equity", "equity", bars, s.levels(len(bars), 1e5, 1e-6, 6e-4), float(counts[14]) * 252, "minute",
          sessions=252, stamp_format="%Y-%m-%dT%H:%M:%S")
    half = [d + 10 * HOUR + 30 * k * MINUTE for d in weekdays("2022-01-03", 260) for k in range(13)]
    s.add("half-hours-equity", "returns", half, s.returns(len(half), 1e-5, .002), 13 * 252, "minute", sessions=252,
          stamp_format=CLOCK, capital=1e6, bench=of_returns(half, s.returns(len(half), 1e-5, .002)), bench_in_file=True)
    daily = weekdays("2021-12-27", 270)
    s.add("half-hours-daily-benchmark", "equity", half, s.levels(len(half), 1e5, 1e-5, .002), 13 * 252, "minute",
          sessions=252, stamp_format=CLOCK, bench=of_levels(daily, s.levels(270, 30), A=252, format="%Y-%m-%d"))


def in_utc(wall, zone):
    return pd.DatetimeIndex(wall).tz_localize(zone).tz_convert("UTC")


def zones(s):
    """UTC stamps shown on another clock, over its changes."""
    utc = in_utc([d + h * HOUR + 30 * MINUTE for d in weekdays("2022-01-03", 300) for h in range(9, 16)], "America/New_York")
    wall = [x.tz_localize(None) for x in utc.tz_convert("America/New_York")]
    s.add("utc-stamps-new-york", "equity", wall, s.levels(len(wall), 1e5, 3e-5, .003), 7 * 252, "hourly", sessions=252,
          written=[x.strftime("%Y-%m-%dT%H:%M:%SZ") for x in utc], json=dict(time_zone="America/New_York"))
    clock = pd.DatetimeIndex(steps("2022-01-01", 8760, HOUR)).tz_localize("UTC")
    wall, seen = [], set()
    for x in clock.tz_convert("America/New_York"):
        shown = x.tz_localize(None)
        wall.append(shown + pd.Timedelta(milliseconds=1) if shown in seen else shown)
        seen.add(shown)
    s.add("hourly-24x7-over-clock-changes", "equity", wall, s.levels(len(wall), 1e5, 1e-5, .004), 8760, "hourly",
          sessions=365, written=[x.strftime("%Y-%m-%dT%H:%M:%S+00:00") for x in clock],
          opts=["--time-zone", "America/New_York"])
    closes = in_utc([d + 15 * HOUR for d in weekdays("2021-01-04", 400)], "Asia/Tokyo")
    s.add("tokyo-closes-as-utc", "equity", [x.tz_localize(None) for x in closes.tz_convert("Asia/Tokyo")], s.levels(400),
          252, "daily", written=[x.strftime("%Y-%m-%d %H:%M:%S+00:00") for x in closes], opts=["--time-zone", "Asia/Tokyo"])


def midnights(s):
    """Midnights that all have the same offset are dates."""
    stamps = weekdays("2021-01-04", 400)
    local = pd.DatetimeIndex(stamps).tz_localize("America/New_York")
    new_york = dict(json=dict(time_zone="America/New_York"))
    s.add("new-york-midnights", "equity", stamps, s.levels(400), 252, "daily", written=[x.isoformat() for x in local], **new_york)
    s.add("utc-midnights-are-dates", "equity", stamps, s.levels(400), 252, "daily",
          written=[f"{x:%Y-%m-%d}T00:00:00Z" for x in stamps], **new_york)
