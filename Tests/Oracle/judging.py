"""What a right answer can look like, and whether a number that the program gave is one."""
import pandas as pd
import numpy as np


class NA:
    """No number. The words are compared only where the definition fixes them."""

    def __init__(self, reason=None):
        self.reason = reason

    def __repr__(self):
        return f"n/a({self.reason or ''})"


class Near:
    """A number with more room than rounding: where the definition leaves a share open, or noise is large."""

    def __init__(self, value, tolerance):
        self.value, self.tolerance = value, tolerance

    def __repr__(self):
        return f"{self.value}±{self.tolerance:.2g}"


class Either:
    """Any of several readings that the definition leaves open."""

    def __init__(self, values):
        self.values = values

    def __repr__(self):
        return "either" + repr(tuple(self.values))


def either(*values):
    """One value where all are the same, otherwise any of them."""
    flat = []
    for value in values:
        for x in value.values if isinstance(value, Either) else [value]:
            if not any(same(x, y) for y in flat):
                flat.append(x)
    return flat[0] if len(flat) == 1 else Either(flat)


def same(x, y):
    if isinstance(x, NA) or isinstance(y, NA):
        return isinstance(x, NA) and isinstance(y, NA) and x.reason == y.reason
    if isinstance(x, Near) or isinstance(y, Near):
        return x is y
    return type(x) is type(y) and x == y


def each(function, value):
    """Applies a function to the number inside any kind of answer; n/a stays n/a."""
    if isinstance(value, Either):
        return either(*[each(function, x) for x in value.values])
    if isinstance(value, NA):
        return value
    return function(value.value if isinstance(value, Near) else value)


def close(x, y, tolerance=0.0):
    """Equal within twelve written digits; returns are differences of levels near one."""
    return x == y or abs(x - y) <= max(1e-9 * max(abs(x), abs(y)), tolerance, 3e-14)


def agrees(right, given, reason=None):
    """Whether what the program gave (a JSON value, with its reason) is a right answer."""
    if isinstance(right, Either):
        return any(agrees(x, given, reason) for x in right.values)
    if isinstance(right, NA):
        return given is None and (right.reason is None or reason is None or right.reason == reason)
    if right is None or given is None:
        return right is None and given is None
    if isinstance(right, pd.Timestamp):
        return pd.Timestamp(given) == right
    if isinstance(right, (bool, np.bool_)):
        return bool(given) == bool(right)
    if isinstance(right, str) or isinstance(given, str):
        return given == right
    if isinstance(right, Near):
        return close(right.value, given, right.tolerance)
    return close(float(right), float(given))


class Ledger:
    """Counts what was compared, by area, and keeps the disagreements."""

    def __init__(self):
        self.failed, self.areas, self.unjudged = [], {}, {}

    def note(self, area, holds, text):
        """`text` says the shape, the key, what was given and what is right."""
        self.count(area, 1, 1 if holds else 0)
        if not holds:
            self.failed.append(text)

    def count(self, area, compared, agreeing):
        entry = self.areas.setdefault(area, [0, 0])
        entry[0] += compared
        entry[1] += agreeing

    def leave_open(self, key):
        """Remembers a key that no definition here covers."""
        self.unjudged[key] = self.unjudged.get(key, 0) + 1

    def add(self, other):
        self.failed += other.failed
        for area, (compared, agreeing) in other.areas.items():
            self.count(area, compared, agreeing)
        for key, times in other.unjudged.items():
            self.unjudged[key] = self.unjudged.get(key, 0) + times

    @property
    def compared(self):
        return sum(x[0] for x in self.areas.values())
