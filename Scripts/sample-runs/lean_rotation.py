#!/usr/bin/env python3
"""Makes SampleRuns/lean-rotation: a result in the layout that QuantConnect LEAN wrote in 2025.

    python3 lean_rotation.py SampleRuns/lean-rotation

The engine did not run: prices are seeded random walks of two funds and an index, and the strategy is the one below. Samples,
orders, closed trades, order events and statistics follow LEAN's conventions: midnights of New York on every day of the calendar,
profits before fees, deviations of all calendar days, drawdown of all points.
"""
import datetime as dt
import json
import math
import random
import statistics
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

TARGET = Path(sys.argv[1])
ID = "1478203651"
ZONE, START, DAYS, CAPITAL = ZoneInfo("America/New_York"), dt.date(2023, 10, 2), 550, 100_000.0
HOLIDAYS = {dt.date.fromisoformat(day) for day in (
    "2023-11-23 2023-12-25 2024-01-01 2024-01-15 2024-02-19 2024-03-29 2024-05-27 2024-06-19 2024-07-04 2024-09-02 "
    "2024-11-28 2024-12-25 2025-01-01 2025-01-09 2025-01-20 2025-02-17").split()}
FUNDS = {"EQX": ("EQX XGZQ7TV3WQZP", 82.0, 0.0006, 0.011), "BDX": ("BDX XH0F2QWEZ9LX", 47.0, 0.0002, 0.005)}


def utc(day, hour, minute=0):
    return dt.datetime.combine(day, dt.time(hour, minute), ZONE).astimezone(dt.timezone.utc)


def iso(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def span(time):
    """A time as .NET writes it: `22.00:30:00`."""
    hours, seconds = divmod(time.seconds, 3600)
    return f"{time.days}.{hours:02}:{seconds // 60:02}:00"


def is_open(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def prices():
    """Close and opening price of each fund and the index on each trading day."""
    source, rows = random.Random(1478203651), {}
    level = {name: fund[1] for name, fund in FUNDS.items()} | {"INDEX": 428.0}
    for day in (START + dt.timedelta(days=n) for n in range(-120, DAYS)):
        if not is_open(day):
            continue
        market, rows[day] = source.gauss(0, 1), {}
        for name in level:
            drift, deviation = FUNDS[name][2:] if name in FUNDS else (0.0005, 0.009)
            own = 0.8 * market + 0.6 * source.gauss(0, 1) if name != "BDX" else source.gauss(0, 1)
            opening = round(level[name] * math.exp(source.gauss(0, deviation / 4)), 2)
            level[name] *= math.exp(drift + deviation * own)
            rows[day][name] = (opening, round(level[name], 2))
    return rows


class Account:
    def __init__(self):
        self.cash, self.held, self.fees = CAPITAL, None, 0.0
        self.orders, self.events, self.trades, self.profits, self.volume = [], [], [], {}, {}

    def value(self, day, rows):
        return self.cash + (self.held["quantity"] * rows[day][self.held["fund"]][1] if self.held else 0)

    def order(self, fund, quantity, decided, day, price):
        number, filled = len(self.orders) + 1, utc(day, 9, 31)
        symbol = {"value": fund, "id": FUNDS[fund][0], "permtick": fund}
        fee = max(1.0, round(0.005 * abs(quantity), 2))
        self.orders.append({
            "type": 4, "id": number, "contingentId": 0, "brokerId": [str(number)], "symbol": symbol, "price": price,
            "priceCurrency": "USD", "time": iso(utc(decided, 16)), "createdTime": iso(utc(decided, 16)),
            "lastFillTime": iso(filled), "quantity": float(quantity), "status": 3,
            "tag": "strongest of a month" if quantity > 0 else "", "properties": {"timeInForce": {}},
            "securityType": 1, "direction": 0 if quantity > 0 else 1, "value": round(quantity * price, 4),
            "isMarketable": False})
        for status, moment, count in (("submitted", utc(decided, 16), 0.0), ("filled", filled, float(quantity))):
            event = {
                "id": f"{ID}-{number}-{1 if status == 'submitted' else 2}", "algorithmId": ID, "orderId": number,
                "orderEventId": 1 if status == "submitted" else 2, "symbol": symbol["id"], "symbolValue": fund,
                "symbolPermtick": fund, "time": moment.timestamp(), "status": status}
            if count:
                event |= {"orderFeeAmount": fee, "orderFeeCurrency": "USD"}
            event |= {
                "fillPrice": price if count else 0.0, "fillPriceCurrency": "USD", "fillQuantity": count,
                "direction": "buy" if quantity > 0 else "sell", "isAssignment": False, "quantity": float(quantity)}
            self.events.append(event)
        self.cash -= quantity * price + fee
        self.fees += fee
        self.volume[fund] = self.volume.get(fund, 0) + abs(quantity) * price
        return number, filled, fee

    def buy(self, fund, decided, day, price):
        quantity = int(self.cash * 0.97 / price)
        number, filled, fee = self.order(fund, quantity, decided, day, price)
        self.held = {"fund": fund, "quantity": quantity, "price": price, "time": filled, "fee": fee, "id": number,
                     "low": 0.0, "high": 0.0}

    def sell(self, decided, day, price):
        held = self.held
        number, filled, fee = self.order(held["fund"], -held["quantity"], decided, day, price)
        gross = round((price - held["price"]) * held["quantity"], 2)
        fees = round(fee + held["fee"], 2)
        self.trades.append({
            "symbol": {"value": held["fund"], "id": FUNDS[held["fund"]][0], "permtick": held["fund"]},
            "entryTime": iso(held["time"]), "entryPrice": held["price"], "direction": 0,
            "quantity": float(held["quantity"]), "exitTime": iso(filled), "exitPrice": price, "profitLoss": gross,
            "totalFees": fees, "mae": round(min(held["low"], gross, 0), 2), "mfe": round(max(held["high"], gross, 0), 2),
            "duration": span(filled - held["time"]),
            "endTradeDrawdown": round(min(gross - held["high"], 0), 2), "isWin": gross > 0,
            "orderIds": [held["id"], number]})
        self.profits[iso(filled)] = round(gross - fees, 2)
        self.held = None


def run():
    rows, account, samples, points = prices(), Account(), [], []
    start = utc(START, 0)
    samples.append((start, CAPITAL, rows[max(day for day in rows if day < START)]["INDEX"][1], None))
    points.append((start, [CAPITAL] * 4))
    days = sorted(rows)
    decision = None
    for day in (START + dt.timedelta(days=n) for n in range(DAYS)):
        if is_open(day):
            place = days.index(day)
            if decision is not None and decision != (account.held or {}).get("fund"):
                decided = days[place - 1]
                if account.held:
                    account.sell(decided, day, rows[day][account.held["fund"]][0])
                if decision:
                    account.buy(decision, decided, day, rows[day][decision][0])
            decision = None
            value = account.value(day, rows)
            if account.held:
                move = (rows[day][account.held["fund"]][1] - account.held["price"]) * account.held["quantity"]
                account.held["low"], account.held["high"] = (
                    min(account.held["low"], move), max(account.held["high"], move))
            before = samples[-1][1]
            noon = (before + value) / 2 - abs(value - before) * 0.6
            points.append((utc(day, 12), [before, max(before, noon), min(before, noon), noon]))
            if place + 1 < len(days) and days[place + 1].month != day.month:
                strength = {name: rows[day][name][1] / rows[days[place - 20]][name][1] - 1 for name in FUNDS}
                best = max(strength, key=strength.get)
                decision = best if strength[best] > 0 else ""
        else:
            value = samples[-1][1]
        shown = max(d for d in rows if d <= day)
        last = day == START + dt.timedelta(days=DAYS - 1)
        moment = utc(day, 16) if last else utc(day + dt.timedelta(days=1), 0)
        held = account.held and (account.held["fund"], account.held["quantity"] * rows[shown][account.held["fund"]][1])
        samples.append((moment, value, rows[shown]["INDEX"][1], held))
        points.append((moment, [value] * 4))
    return account, samples, points


def result(account, samples, points):
    values, index = [s[1] for s in samples], [s[2] for s in samples]
    returns = [0.0] + [b / a - 1 for a, b in zip(values, values[1:])]
    market = [0.0] + [b / a - 1 for a, b in zip(index, index[1:])]
    own, other = returns[2:], market[2:]
    deviation = statistics.stdev(own) * 252 ** 0.5
    years = (samples[-1][0] - samples[0][0]).total_seconds() / 86400 / 365
    growth = (values[-1] / values[0]) ** (1 / years) - 1
    closes, high, drawdown = [p[1][3] for p in points], 0, 0
    for close in closes:
        high = max(high, close)
        drawdown = min(drawdown, close / high - 1)
    beta = statistics.covariance(own, other) / statistics.variance(other)
    wins = [p for p in account.profits.values() if p > 0]
    losses = [p for p in account.profits.values() if p <= 0]
    sharpe = (statistics.fmean(own) * 252 - 0.045) / deviation
    figures = {
        "Total Orders": str(len(account.orders)), "Compounding Annual Return": f"{growth * 100:.3f}%",
        "Drawdown": f"{-drawdown * 100:.1f}00%", "Start Equity": f"{values[0]:.2f}", "End Equity": f"{values[-1]:.2f}",
        "Net Profit": f"{(values[-1] / values[0] - 1) * 100:.3f}%", "Sharpe Ratio": f"{sharpe:.3f}",
        "Loss Rate": f"{100 * len(losses) / len(account.profits):.0f}%",
        "Win Rate": f"{100 * len(wins) / len(account.profits):.0f}%", "Beta": f"{beta:.3f}",
        "Annual Standard Deviation": f"{deviation:.3f}", "Annual Variance": f"{deviation ** 2:.3f}",
        "Total Fees": f"${account.fees:.2f}", "Lowest Capacity Asset": FUNDS["BDX"][0]}

    def series(name, rows, unit="$", kind=0, index=0):
        return {"name": name, "unit": unit, "index": index, "seriesType": kind,
                "values": [[int(row[0].timestamp()), *row[1]] for row in rows], "color": "",
                "scatterMarkerSymbol": "none"}

    def chart(name, *all_series):
        return {"name": name, "chartType": 0, "series": {s["name"]: s for s in all_series}}

    stamps = [s[0] for s in samples]
    long = [(s[0], [round(s[3][1] / s[1], 4) if s[3] else 0.0]) for s in samples]
    sold = {fund: [(s, [round(total, 2)]) for s in stamps[-1:]] for fund, total in account.volume.items()}
    charts = {
        "Strategy Equity": chart(
            "Strategy Equity",
            series("Equity", [(p[0], [round(v, 4) for v in p[1]]) for p in points], kind=2),
            series("Return", list(zip(stamps, [[float(f"{r * 100:.7g}")] for r in returns])), "%", 3, 1)),
        "Benchmark": chart("Benchmark", series("Benchmark", [(s[0], [s[2]]) for s in samples])),
        "Exposure": chart(
            "Exposure", series("Equity - Long Ratio", long, ""),
            series("Equity - Short Ratio", [(stamps[0], [0.0])], "")),
        "Assets Sales Volume": chart("Assets Sales Volume", *(series(f, rows, kind=7) for f, rows in sold.items()))}
    return {
        "rollingWindow": {},
        "totalPerformance": {
            "tradeStatistics": {
                "totalNumberOfTrades": len(account.trades),
                "totalProfitLoss": f"{sum(t['profitLoss'] for t in account.trades):.2f}"},
            "portfolioStatistics": {
                "winRate": f"{len(wins) / len(account.profits):.4f}", "startEquity": f"{values[0]:.2f}",
                "endEquity": f"{values[-1]:.2f}", "compoundingAnnualReturn": f"{growth:.4f}",
                "drawdown": f"{-drawdown:.3f}", "annualStandardDeviation": f"{deviation:.4f}"},
            "closedTrades": account.trades},
        "charts": charts, "orders": {str(o["id"]): o for o in account.orders}, "profitLoss": account.profits,
        "statistics": figures, "runtimeStatistics": {"Equity": f"${values[-1]:,.2f}", "Fees": f"-${account.fees:.2f}"},
        "state": {
            "StartTime": "2025-09-15T06:52:31Z", "EndTime": "2025-09-15T06:52:35Z", "RuntimeError": "",
            "StackTrace": "", "LogCount": "12", "OrderCount": str(len(account.orders)), "Name": "Fund rotation",
            "Hostname": "localhost", "Status": "Completed"},
        "algorithmConfiguration": {
            "name": "Fund rotation", "tags": ["sample"], "accountCurrency": "USD", "brokerage": 1, "accountType": 1,
            "parameters": {"lookback": "20", "invested": "0.97"}, "outOfSampleMaxEndDate": None, "outOfSampleDays": 0,
            "startDate": f"{START}T00:00:00Z", "endDate": f"{START + dt.timedelta(days=DAYS - 1)}T23:59:59Z",
            "tradingDaysPerYear": 252}}


def text(value):
    """Indented as LEAN indents it, with each series on one line."""
    lines, series = json.dumps(value, indent=2), []

    def collect(chart):
        for item in chart["series"].values():
            series.append(item)

    for chart in value["charts"].values():
        collect(chart)
    for item in series:
        whole = json.dumps(item, indent=2).replace("\n", "\n" + " " * 8)
        assert whole in lines
        lines = lines.replace(whole, json.dumps(item, separators=(",", ":")), 1)
    return lines + "\n"


TARGET.mkdir(parents=True, exist_ok=True)
made = run()
(TARGET / f"{ID}.json").write_text(text(result(*made)))
(TARGET / f"{ID}-order-events.json").write_text(json.dumps(made[0].events, separators=(",", ":")) + "\n")
