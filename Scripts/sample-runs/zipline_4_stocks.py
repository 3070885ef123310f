#!/usr/bin/env python3
"""Makes SampleRuns/zipline-4-stocks, a native run folder, of what zipline-reloaded wrote.

    python3 zipline_4_stocks.py FOLDER_OF_THE_ZIPLINE_FILES SampleRuns/zipline-4-stocks

Equity, cash and positions are the engine's own numbers. Round trips are built from its transactions, first in first out,
with the commissions of its orders shared out by the number of shares; what is still held at the end is an open trade at
the last sale price. The benchmark is the engine's `benchmark_period_return`, which is AAPL bought and held.
"""
import csv
import json
import re
import sys
from collections import defaultdict, deque
from pathlib import Path

SOURCE, TARGET = Path(sys.argv[1]), Path(sys.argv[2])
STEM = "weekly-ma-4stocks"
POSITION = re.compile(r"'sid': Equity\(\d+ \[(\w+)\]\), 'amount': (-?\d+), 'cost_basis': [\d.e-]+, "
                      r"'last_sale_price': ([\d.]+)")


def rows(name):
    with open(SOURCE / f"{STEM}.{name}.csv", newline="") as file:
        return list(csv.DictReader(file))


def write(name, header, lines):
    with open(TARGET / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def symbol(column):
    return re.search(r"\[(\w+)\]", column).group(1)


def money(value):
    return f"{value:.4f}".rstrip("0").rstrip(".")


def price(value):
    return f"{value:.6f}".rstrip("0").rstrip(".")


def round_trips(perf):
    """One line per pairing of an opening and a closing fill, and the lots that stay open."""
    fees = {order["id"]: order["commission"] for order in json.loads((SOURCE / f"{STEM}.orders.json").read_text())
            if order["filled"]}
    lots, trips = defaultdict(deque), []
    for fill in rows("transactions"):
        name, left = symbol(fill["symbol"]), int(fill["amount"])
        fee = fees[fill["order_id"]] / abs(left)
        while left:
            queue = lots[name]
            if not queue or (queue[0]["left"] > 0) == (left > 0):
                queue.append({"left": left, "time": fill["dt"], "price": float(fill["price"]), "fee": fee})
                break
            lot = queue[0]
            size = min(abs(left), abs(lot["left"]))
            trips.append((name, lot, size, fill["dt"], float(fill["price"]), size * (lot["fee"] + fee), False))
            sign = 1 if lot["left"] > 0 else -1
            lot["left"] -= sign * size
            left += sign * size
            trips[-1] += (sign,)
            if lot["left"] == 0:
                queue.popleft()
    last = {m[1]: float(m[3]) for m in POSITION.finditer(perf[-1]["positions"])}
    for name in sorted(lots):
        for lot in lots[name]:
            size, sign = abs(lot["left"]), 1 if lot["left"] > 0 else -1
            trips.append((name, lot, size, "", last[name], size * lot["fee"], True, sign))
    return trips


def main():
    perf = rows("perf")
    dates = [row["period_close"][:10] for row in perf]
    write("equity.csv", ["date", "equity"],
          [(date, money(float(row["portfolio_value"]))) for date, row in zip(dates, perf)])
    write("benchmark.csv", ["date", "close"],
          [(date, price(100 * (1 + float(row["benchmark_period_return"])))) for date, row in zip(dates, perf)])
    positions = rows("positions")
    columns = [column for column in positions[0] if column.startswith("Equity(")]
    write("positions.csv", ["date"] + [symbol(column) for column in columns] + ["cash"],
          [[row[""][:10]] + [money(float(row[column])) for column in columns] + [money(float(row["cash"]))]
           for row in positions])

    total, lines = 0.0, []
    for number, (name, lot, size, end, exit_price, fees, is_open, sign) in enumerate(round_trips(perf), 1):
        profit = (exit_price - lot["price"]) * size * sign - fees
        total += profit
        lines.append((number, name, "long" if sign > 0 else "short", size, lot["time"].replace(" ", "T"),
                      price(lot["price"]), end.replace(" ", "T"), price(exit_price), money(fees), money(profit),
                      "true" if is_open else "false"))
    write("trades.csv", ["id", "symbol", "side", "qty", "entry_time", "entry_price", "exit_time", "exit_price", "fees",
                         "pnl", "open"], lines)
    gain = float(perf[-1]["portfolio_value"]) - 100_000
    assert abs(total - gain) < 0.01, (total, gain)

    description = {
        "id": "zipline-4-stocks",
        "strategy": "Weekly moving averages, four stocks",
        "engine": "zipline-reloaded 3.2.1",
        "currency": "USD",
        "initial_capital": 100000,
        "time_zone": "America/New_York",
        "calendar": "xnys",
        "benchmark": "AAPL, bought and held",
        "cost_model": {"commission": "0.005 per share, at least 1 per order", "slippage": "5 basis points of the price"},
        "sectors": {"AAPL": "Technology", "IBM": "Technology", "KO": "Consumer staples", "MSFT": "Technology"},
    }
    (TARGET / "run.json").write_text(json.dumps(description, indent=2) + "\n")


main()
