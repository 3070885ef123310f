"""Which calendar periods and trailing windows a history covers.

Each question has three answers: yes, no, and open where only days without sessions could lie between, which METRICS
does not settle (a few days at the ends, or one step of a series slower than a day).
"""
import bisect
import math

import pandas as pd

from arithmetic import DAY, month_index
from judging import NA, Either, either

KEYS = ("mtd", "3m", "6m", "ytd", "1y", "3y", "5y", "10y", "since_inception")
MONTHS = {"3m": 3, "6m": 6, "1y": 12, "3y": 36, "5y": 60, "10y": 120}
YEARS = {"3y": 3, "5y": 5, "10y": 10}
PERIOD_MONTHS = dict(monthly=1, quarterly=3, half_yearly=6, yearly=12)
YES, NO, OPEN = "yes", "no", "open"


def open_days(history):
    """Days at an end of a period that may hold no session."""
    if history.spacing > 1.6:
        return max(7, math.ceil(history.spacing))
    return 5 if history.weekdays_only else 1


def starts_by(history, day):
    """Whether the history covers what follows the end of `day`."""
    start = history.base if not history.start_added else history.stamps[0] - DAY
    if start.normalize() <= day:
        return YES
    return OPEN if start.normalize() <= day + open_days(history) * DAY else NO


def ends_by(history, day):
    """Whether the history covers everything up to `day`, its end included."""
    last = history.stamps[-1].normalize()
    if last >= day:
        return YES
    if history.spacing <= 1.6 and history.weekdays_only and all(
            (last + k * DAY).weekday() > 4 for k in range(1, (day - last).days + 1)):
        return YES
    return OPEN if last >= day - open_days(history) * DAY else NO


def month_of(stamp):
    return pd.Timestamp(stamp.year, stamp.month, 1)


def year_of(stamp):
    return stamp.year


def both(a, b):
    return NO if NO in (a, b) else OPEN if OPEN in (a, b) else YES


def covers_months(history, first, last):
    """Whether the history covers the months from index `first` to index `last` in full; one that is missing is not."""
    unit = PERIOD_MONTHS.get(history.cadence)
    if unit:
        seen = {i // unit for i in history.months}
        if not all(i // unit in seen for i in range(first, last + 1)):
            return NO
        # where the month before is missing, the first return holds its move too
        return YES if first // unit - 1 in seen | {month_index(history.base) // unit} else OPEN
    begin, end = first_day(first) - DAY, first_day(last + 1) - DAY
    if history.spacing <= 33 and not all(i in history.months for i in range(first, last + 1)):
        return NO
    answer = both(starts_by(history, begin), ends_by(history, end))
    return both(answer, both(unbroken(history, begin), unbroken(history, end)))


def first_day(month):
    return pd.Timestamp(month // 12, month % 12 + 1, 1)


def unbroken(history, day):
    """Whether the returns on either side of the end of a day belong to their side: no gap lies across it."""
    days = history.days
    after = bisect.bisect_right(days, day)
    if after == 0 or after == len(days) or days[after - 1] == day:
        return YES
    gap = (days[after] - days[after - 1]).days
    usual = max(1, history.spacing)
    if gap <= max(usual * 1.2, 5 if history.weekdays_only else 1):
        return YES
    return OPEN if gap <= 2.2 * max(usual, open_days(history)) else NO


def covers_year(history, year):
    return covers_months(history, year * 12, year * 12 + 11)


def covers_month(history, start):
    return covers_months(history, month_index(start), month_index(start))


def covers_a_year_of_calendar(history):
    """98 % of a year; by the calendar's observations or by elapsed time, which can differ by a holiday or two."""
    if history.annualise_short:
        return YES
    answers = {history.elapsed / 365.25 >= .98, len(history.d) / history.dA >= .98}
    return OPEN if len(answers) == 2 else YES if True in answers else NO


def choices(history, key, covered):
    """The sets of whole periods that the open answers allow, as lists of returns; none where they are too many."""
    sure, open_ = [], []
    for name, (value, _) in history.grouped(key).items():
        answer = covered(history, name)
        if answer == YES:
            sure.append((name, value))
        elif answer == OPEN:
            open_.append((name, value))
    if len(open_) > 6:
        return []
    sets = [sure]
    for x in open_:
        sets += [s + [x] for s in sets]
    return [[v for _, v in sorted(s)] for s in sets]


def trailing(history, key):
    """Return of a window that ends with the run, and whether it is per year (None where that is open)."""
    growth = history.wealth[-1]
    if key == "since_inception":
        return since_inception(history, growth)
    years = YEARS.get(key)
    end = history.must_reach
    if end is not None and not reaches(history, end):
        return NA(), years is not None
    unit = PERIOD_MONTHS.get(history.cadence)
    value = counted(history, key, unit) if unit else by_date(history, key)
    if end is not None and history.stamps[-1].normalize() < end.normalize() and not unit:
        value = either(value, NA())
    return value, years is not None


def reaches(history, end):
    """Whether a benchmark goes on to the run's last moment, but for days without sessions."""
    unit = PERIOD_MONTHS.get(history.cadence)
    if unit:
        return month_index(history.stamps[-1]) // unit >= month_index(end) // unit
    return history.stamps[-1].normalize() >= end.normalize() - max(4, open_days(history)) * DAY


def since_inception(history, growth):
    per_year = growth ** (365.25 / history.elapsed) - 1 if growth > 0 else -1.0
    if history.elapsed > 366:
        return (per_year if growth > 0 else either(-1.0, NA())), True
    if covers_a_year_of_calendar(history) == NO or history.annualise_short and history.elapsed < 357:
        return growth - 1, False
    return either(growth - 1, per_year), None


def per_year(growth, years):
    if not years:
        return growth - 1
    return growth ** (1 / years) - 1 if growth > 0 else either(-1.0, NA())


def counted(history, key, unit):
    """Monthly and slower series count their own periods."""
    last = month_index(history.must_reach or history.stamps[-1])
    if key == "mtd":
        months = 1
    elif key == "ytd":
        months = (last % 12 + unit) // unit * unit
    else:
        months = MONTHS[key]
    if months % unit:
        return NA()
    target = last // unit - months // unit
    moments = [history.base] + history.stamps
    places = [i for i, s in enumerate(moments) if month_index(s) // unit == target]
    if not places:
        return NA()
    place = places[-1]
    return per_year(history.wealth[-1] / history.wealth[place], YEARS.get(key))


def cuts(history, key):
    """Last day before the window; a window of months from a month's last day may start at a month's last day too."""
    day = (history.must_reach or history.stamps[-1]).normalize()
    if key == "mtd":
        return [day.replace(day=1) - DAY]
    if key == "ytd":
        return [day.replace(month=1, day=1) - DAY]
    cut = (day - pd.DateOffset(months=MONTHS[key])).normalize()
    if is_last_session_of_month(history, day):
        return [cut, (cut + pd.offsets.MonthEnd(0)).normalize()]
    return [cut]


def is_last_session_of_month(history, day):
    """Whether no weekday of the series is left in the month."""
    following = day + DAY
    while following.month == day.month:
        if following.weekday() in history.weekdays:
            return False
        following += DAY
    return True


def by_date(history, key):
    """Faster series start from the last value at or before the cut."""
    values = []
    for cut in cuts(history, key):
        answer = starts_by(history, cut)
        if answer != YES:
            values.append(NA())
        if answer != NO:
            place = sum(s.normalize() <= cut for s in history.stamps)
            values.append(per_year(history.wealth[-1] / history.wealth[place], YEARS.get(key)))
    if history.spacing > 8.5 and key == "mtd":
        values.append(NA())
    return either(*values)
