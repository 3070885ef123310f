"""Writes series.csv: 500 weekdays of made-up returns with a benchmark, the ground of reference.json.

Integers and one division, so that every machine writes the same file. Usage: python3 generate_series.py > series.csv
"""
import datetime

MASK = (1 << 64) - 1


def returns(seed, count, drift, scale):
    """Sums of four uniform draws of a linear congruential generator: bell-shaped, reproducible."""
    state = seed
    for _ in range(count):
        total = 0
        for _ in range(4):
            state = (state * 6364136223846793005 + 1442695040888963407) & MASK
            total += (state >> 44) - (1 << 19)
        yield drift + scale * total / (1 << 20)


def weekdays(first, count):
    day = first
    while count:
        if day.weekday() < 5:
            yield day
            count -= 1
        day += datetime.timedelta(days=1)


def main():
    days = list(weekdays(datetime.date(2019, 3, 14), 500))
    market = list(returns(7, 500, 0.0003, 0.018))
    own = list(returns(11, 500, 0.0007, 0.014))
    print("date,strategy,benchmark")
    for index, (day, b, e) in enumerate(zip(days, market, own)):
        r = 0.0 if index % 97 == 5 else 0.4 * b + e
        if index == 260:
            r -= 0.06
        print(f"{day},{r:.8f},{b:.8f}")


if __name__ == "__main__":
    main()
