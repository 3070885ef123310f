#!/usr/bin/env python3
"""Makes SampleRuns/five-assets: a book of five funds that is set right once a month, with everything a run folder can hold.

    python3 five_assets.py SampleRuns/five-assets

Synthetic: prices are a seeded random walk driven by two factors, and the engine is the loop below. Decisions fall at the
close of a month's last session, fills come at the next open, a little worse than it.
"""
import csv
import datetime
import json
import math
import random
import sys
from pathlib import Path

TARGET = Path(sys.argv[1])
CAPITAL, DAYS = 1_000_000.0, 504
#        symbol   class          sector           price  market  rates  own    volume
FUNDS = [("ALFA", "Equity", "Technology", 120.0, 1.25, -0.20, 0.009, 90_000),
         ("BRIK", "Equity", "Real estate", 64.0, 0.80, -0.60, 0.008, 40_000),
         ("CORN", "Commodity", "Agriculture", 31.0, 0.15, 0.10, 0.012, 25_000),
         ("DEBT", "Bond", "Government", 98.0, -0.10, -1.10, 0.002, 160_000),
         ("EURO", "Currency", "Currencies", 108.0, 0.05, -0.30, 0.004, 220_000)]


def days():
    day, result = datetime.date(2022, 1, 3), []
    while len(result) < DAYS + 1:
        if day.weekday() < 5:
            result.append(day)
        day += datetime.timedelta(days=1)
    return result


def market(source, dates):
    """Bars of every fund and the returns of the two factors."""
    factors, bars = [], {fund[0]: [] for fund in FUNDS}
    last = {fund[0]: fund[3] for fund in FUNDS}
    for number, _ in enumerate(dates):
        calm = 0.008 if number % 200 < 130 else 0.014
        shocks = (source.gauss(0.0004, calm), source.gauss(0.0, 0.004))
        factors.append(shocks)
        for symbol, _, _, _, beta, duration, own, volume in FUNDS:
            close = last[symbol]
            opening = close * math.exp(source.gauss(0, own / 3))
            path = [opening]
            move = beta * shocks[0] + duration * shocks[1] + source.gauss(0, own)
            for _ in range(8):
                path.append(path[-1] * math.exp(move / 8 + source.gauss(0, own / 4)))
            traded = int(volume * math.exp(source.gauss(0, 0.35)))
            bars[symbol].append(tuple(round(x, 2) for x in (opening, max(path), min(path), path[-1])) + (traded,))
            last[symbol] = bars[symbol][-1][3]
    return factors, bars


def weights(bars, place):
    """More of what rose over the last sixty sessions, short of the weakest."""
    rises = {s: b[place][3] / b[max(0, place - 60)][3] - 1 for s, b in bars.items()}
    order = sorted(rises, key=rises.get)
    return dict(zip(order, (-0.10, 0.05, 0.20, 0.30, 0.45)))


def bid(number, day, end, bars):
    """A limit order far below the market, which nobody ever fills: given up after a week, run out, or refused for its size."""
    symbol = FUNDS[number % len(FUNDS)][0]
    status = ("cancelled", "expired", "cancelled", "rejected")[number % 4]
    size, limit = 10_000_000 if status == "rejected" else 500, round(0.8 * min(bar[2] for bar in bars[symbol]), 2)
    return (f"L{number}", symbol, "buy", size, "limit", day, day if status == "rejected" else end, status, 0, "",
            f"{limit:.2f}", "")


def write(name, header, rows):
    with open(TARGET / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    source, dates = random.Random(20220103), days()
    factors, bars = market(source, dates)
    cash, held = CAPITAL, {fund[0]: 0 for fund in FUNDS}
    fills, positions, equity, orders, sent, margin = [], [], [], [], [], []
    for place, day in enumerate(dates):
        for symbol, units, decided, decided_at in orders:
            opening, high, low = bars[symbol][place][:3]
            price = opening * (1 + math.copysign(abs(source.gauss(0.0004, 0.0004)), units))
            price = round(min(high, max(low, price)), 2)
            fee = round(0.0001 * abs(units) * price, 2)
            cash -= units * price + fee
            held[symbol] += units
            side, name = "buy" if units > 0 else "sell", f"M{len(fills) + 1}"
            fills.append((day, symbol, side, abs(units), f"{price:.2f}", f"{fee:.2f}", f"{decided:.2f}", decided_at,
                          name))
            sent.append((name, symbol, side, abs(units), "market", decided_at, day, "filled", abs(units),
                         f"{price:.2f}", "", f"{decided:.2f}"))
        orders = []
        value = cash + sum(held[s] * bars[s][place][3] for s in held)
        equity.append((day, f"{value:.2f}"))
        for symbol in held:
            close = bars[symbol][place][3]
            positions.append((day, symbol, held[symbol], f"{close:.2f}", f"{held[symbol] * close:.2f}"))
        positions.append((day, "cash", "", "", f"{cash:.2f}"))
        held_value = {s: held[s] * bars[s][place][3] for s in held}
        margin.append((day, f"{sum(0.25 * v if v > 0 else -0.5 * v for v in held_value.values()):.2f}"))
        if place + 1 < len(dates) and dates[place + 1].month != day.month or place == 20:
            for symbol, weight in sorted(weights(bars, place).items()):
                close = bars[symbol][place][3]
                units = int(weight * value / close) - held[symbol]
                if units:
                    orders.append((symbol, units, close, day))
            sent.append(bid(sum(order[0][0] == "L" for order in sent), day, dates[min(place + 5, len(dates) - 1)], bars))
    write("equity.csv", ["date", "equity"], equity)
    write("positions.csv", ["date", "symbol", "quantity", "price", "value"], positions)
    write("fills.csv", ["date", "symbol", "side", "qty", "price", "fee", "decision_price", "decision_time",
                        "order_id"], fills)
    write("orders.csv", ["order_id", "symbol", "side", "qty", "type", "submitted_at", "ended_at", "status", "filled_qty",
                         "avg_price", "limit_price", "decision_price"], sorted(sent, key=lambda order: order[5]))
    write("margin.csv", ["date", "margin_used"], margin)
    write("prices.csv", ["date", "symbol", "open", "high", "low", "close", "volume"],
          [(day, s) + bars[s][place] for place, day in enumerate(dates) for s in held])
    write("factors.csv", ["date", "market", "rates"],
          [(day, f"{m:.6f}", f"{r:.6f}") for day, (m, r) in zip(dates[1:], factors[1:])])
    description = {
        "id": "five-assets", "strategy": "Five funds", "version": "1.0", "engine": "five_assets.py",
        "currency": "USD", "initial_capital": CAPITAL, "periods_per_year": 252,
        "sectors": {fund[0]: fund[2] for fund in FUNDS},
        "asset_classes": {fund[0]: fund[1] for fund in FUNDS},
        "cost_model": {"commission": "1 basis point of value"},
        "out_of_sample_start": "2023-07-03", "trials": 6,
    }
    (TARGET / "run.json").write_text(json.dumps(description, indent=2) + "\n")
    print(len(fills), "fills;", equity[-1])


main()
