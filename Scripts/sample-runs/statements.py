#!/usr/bin/env python3
"""Writes SampleRuns/metatrader5, tradingview and flex: invented accounts on seeded random walks, in the layout of the
programs that they are named after, each consistent to the cent. Standard library only; run in the repository's root."""

import datetime as dt
import html
import io
import random
import re
import zipfile
from decimal import ROUND_HALF_UP, Decimal as D
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "SampleRuns"


def cents(value):
    return D(value).quantize(D("0.01"), ROUND_HALF_UP)


def weekdays(first, last):
    day = first
    while day <= last:
        if day.weekday() < 5:
            yield day
        day += dt.timedelta(days=1)


# MetaTrader 5: one position a symbol, with commission, swap and a position that the tester closes.


def spaced(value):
    return f"{value:,.2f}".replace(",", " ")


def metatrader5():
    rng = random.Random(20240101)
    deposit, balance, number = D(10000), D(10000), 1
    deals, orders, results = [], [], []
    deals.append(["2024.01.01 00:00:00", "1", "", "balance", "", "", "", "", "0.00", "0.00", spaced(deposit), spaced(deposit), ""])
    price, time = D("1.10000"), dt.datetime(2024, 1, 2, 9, 0)
    end = dt.datetime(2024, 6, 28, 23, 59, 59)
    curve, totals = [balance], [D(0), D(0), D(0)]

    def deal(time, side, direction, lots, price, profit, swap, comment):
        nonlocal balance, number
        number += 1
        commission = -cents(D("3.5") * lots)
        balance += profit + swap + commission
        stamp = time.strftime("%Y.%m.%d %H:%M:%S")
        deals.append([stamp, str(number), "EURUSD", side, direction, f"{lots:.2f}", f"{price:.5f}", str(number), f"{commission}",
                      f"{swap}", spaced(profit), spaced(balance), comment])
        orders.append([stamp, str(number), "EURUSD", side, f"{lots:.2f} / {lots:.2f}", "0.00", "", "", stamp, "filled", comment])
        for place, value in enumerate((commission, swap, profit)):
            totals[place] += value
        return profit + swap + commission

    while time < end:
        side = rng.choice(["buy", "sell"])
        lots = D(rng.choice(["0.10", "0.20", "0.30"]))
        price = (price + D(rng.gauss(0, 0.003))).quantize(D("0.00001"))
        entry = deal(time, side, "in", lots, price, D("0.00"), D("0.00"), "cross")
        hours = rng.randint(2, 90)
        close = time + dt.timedelta(hours=hours, minutes=rng.randint(0, 59), seconds=rng.randint(0, 59))
        while close.weekday() > 4:
            close += dt.timedelta(days=1)
        comment = ""
        if close > end:
            close, comment = end, "end of test"
        move = D(rng.gauss(0.0004, 0.0036) * (1 if side == "buy" else -1))
        out = (price + move).quantize(D("0.00001"))
        profit = cents((out - price) * (1 if side == "buy" else -1) * lots * 100000)
        if not comment:
            comment = rng.choice(["", f"tp {out}" if profit > 0 else f"sl {out}"])
        swap = -cents(D("0.7") * lots * ((close.date() - time.date()).days))
        result = deal(close, "sell" if side == "buy" else "buy", "out", lots, out, profit, swap, comment)
        results.append((side, result))
        curve.append(balance)
        price, time = out, close + dt.timedelta(hours=rng.randint(5, 120))
        while time.weekday() > 4:
            time += dt.timedelta(days=1)
    wins = [value for _, value in results if value > 0]
    losses = [value for _, value in results if value <= 0]
    entries = [D(row[8]) for row in deals if row[4] == "in"]
    gross_loss = sum(losses) + sum(entries)
    peak, worst, relative = curve[0], D(0), D(0)
    for value in curve:
        peak = max(peak, value)
        worst, relative = max(worst, peak - value), max(relative, (peak - value) / peak)
    net = balance - deposit

    def pair(count, total):
        return f"{count} ({100 * count / total:.2f}%)"

    def row(cells):
        return '   <tr align="right">\r\n' + "".join(
            f'      <td nowrap{f" colspan={chr(34)}{span}{chr(34)}" if span > 1 else ""}>{text}</td>\r\n' for text, span in cells) + "   </tr>\r\n"

    def setting(label, value):
        return row([(label, 3), (f"<b>{value}</b>", 10)])

    def figures(*cells):
        return row([(cell if place % 2 == 0 else f"<b>{cell}</b>", span) for place, (cell, span) in enumerate(zip(cells, (3, 1, 3, 1, 3, 2)))])

    longs = sum(1 for side, _ in results if side == "buy")
    gap = "   <tr>\r\n      <td nowrap></td>\r\n   </tr>\r\n"
    body = "".join(f'   <tr align="center">\r\n      <td colspan="13"><b>{text}</b></td>\r\n   </tr>\r\n'
                   for text in ("Strategy Tester Report", "Invented-Demo (Build 6104)"))
    body += gap + '   <tr>\r\n      <td colspan="13" align="center"><b>Settings</b></td>\r\n   </tr>\r\n'
    body += setting("Expert:", "Crossing Averages") + setting("Symbol:", "EURUSD") + setting("Period:", "H1 (2024.01.01 - 2024.06.29)")
    for place, text in enumerate(["=== Averages ====", "InpFast=12", "InpSlow=48", "=== Messages ====", "InpTelegramToken=123456:not-a-token"]):
        body += setting("Inputs:" if place == 0 else "", text)
    body += setting("Company:", "Invented Ltd.") + setting("Currency:", "USD") + setting("Initial Deposit:", spaced(deposit)) + setting("Leverage:", "1:100")
    body += gap + '   <tr>\r\n      <td colspan="13" align="center"><b>Results</b></td>\r\n   </tr>\r\n'
    body += figures("History Quality:", "100%") + figures("Bars:", "3072", "Ticks:", "1843200", "Symbols:", "1")
    body += figures("Total Net Profit:", spaced(net), "Balance Drawdown Absolute:", spaced(max(D(0), deposit - min(curve))), "Equity Drawdown Absolute:", "412.20")
    body += figures("Gross Profit:", spaced(sum(wins)), "Balance Drawdown Maximal:", f"{spaced(worst)} ({100 * relative:.2f}%)", "Equity Drawdown Maximal:", "701.18 (6.61%)")
    body += figures("Gross Loss:", spaced(gross_loss), "Balance Drawdown Relative:", f"{100 * relative:.2f}% ({spaced(worst)})", "Equity Drawdown Relative:", "6.61% (701.18)")
    body += gap + figures("Profit Factor:", f"{sum(wins) / -gross_loss:.2f}", "Expected Payoff:", f"{net / len(results):.2f}", "Margin Level:", "2210.51%")
    body += figures("Recovery Factor:", f"{net / D('701.18'):.2f}", "Sharpe Ratio:", "1.27", "Z-Score:", "0.31 (24.34%)")
    body += figures("AHPR:", "1.0011 (0.11%)", "LR Correlation:", "0.61", "OnTester result:", "0")
    body += figures("GHPR:", "1.0010 (0.10%)", "LR Standard Error:", "180.20", "", "") + gap
    body += figures("Total Trades:", str(len(results)), "Short Trades (won %):", pair(0, 1).replace("0 (0.00%)", f"{len(results) - longs} ({100 * sum(1 for s, v in results if s == 'sell' and v > 0) / max(1, len(results) - longs):.2f}%)"), "Long Trades (won %):", f"{longs} ({100 * sum(1 for s, v in results if s == 'buy' and v > 0) / max(1, longs):.2f}%)")
    body += figures("Total Deals:", str(len(deals) - 1), "Profit Trades (% of total):", pair(len(wins), len(results)), "Loss Trades (% of total):", pair(len(losses), len(results)))
    streaks, kind = [], None
    for _, value in results:
        if (value > 0) != kind:
            kind = value > 0
            streaks.append([kind, 0, D(0)])
        streaks[-1][1] += 1
        streaks[-1][2] += value
    longest = [max((streak for streak in streaks if streak[0] == kind), key=lambda streak: streak[1]) for kind in (True, False)]
    for name, win, loss in (
            ("Largest", max(wins), min(losses)), ("Average", sum(wins) / len(wins), gross_loss / len(losses))):
        body += row([("", 3), ("", 1), (f"{name} profit trade:", 3), (f"<b>{win:.2f}</b>", 1), (f"{name} loss trade:", 3), (f"<b>{loss:.2f}</b>", 2)])
    body += row([("", 3), ("", 1), ("Maximum consecutive wins ($):", 3), (f"<b>{longest[0][1]} ({longest[0][2]:.2f})</b>", 1),
                 ("Maximum consecutive losses ($):", 3), (f"<b>{longest[1][1]} ({longest[1][2]:.2f})</b>", 2)])
    body += gap + '   <tr>\r\n      <th colspan="13"><b>Orders</b></th>\r\n   </tr>\r\n'
    body += row(list(zip(["Open Time", "Order", "Symbol", "Type", "Volume", "Price", "S / L", "T / P", "Time", "State", "Comment"], [1, 1, 1, 1, 2, 1, 1, 1, 1, 2, 1])))
    body += "".join(row(list(zip(order, [1, 1, 1, 1, 2, 1, 1, 1, 1, 2, 1]))) for order in orders)
    body += gap + '   <tr>\r\n      <th colspan="13"><b>Deals</b></th>\r\n   </tr>\r\n'
    body += row([(name, 1) for name in ["Time", "Deal", "Symbol", "Type", "Direction", "Volume", "Price", "Order", "Commission", "Swap", "Profit", "Balance", "Comment"]])
    body += "".join(row([(cell, 1) for cell in cells]) for cells in deals)
    body += row([("", 8)] + [(f"<b>{spaced(value)}</b>", 1) for value in (*totals, balance)] + [("", 1)])
    page = ('<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">\r\n<html>\r\n  <head>\r\n'
            '    <title>Strategy Tester Report</title>\r\n    <meta name="generator" content="strategy tester">\r\n    <style type="text/css">\r\n'
            "    <!--\r\n    body {margin:1px;}\r\n    //-->\r\n    </style>\r\n  </head>\r\n<body>\r\n<div align=\"center\">\r\n<table>\r\n"
            + body + "</table>\r\n</div>\r\n</body>\r\n</html>\r\n")
    write("metatrader5/ReportTester-20240629.html", b"\xff\xfe" + page.encode("utf-16-le"))


# TradingView: a future whose point is worth 50, on daily bars.


def tradingview():
    rng = random.Random(5)
    header = ("Trade number,Type,Date and time,Signal,Price USD,Size (qty),Size (value),Net PnL USD,Return %,Commission USD,"
              "Favorable excursion USD,Favorable excursion %,Adverse excursion USD,Adverse excursion %,Cumulative PnL USD,"
              "Cumulative PnL %,Duration (bars)")
    capital, total, rows = D(50000), D(0), [header]
    days = list(weekdays(dt.date(2023, 1, 2), dt.date(2024, 12, 31)))
    place, price, number = 12, D("3900"), 0
    while place < len(days) - 2:
        number += 1
        side = rng.choice(["long", "long", "short"])
        sign = 1 if side == "long" else -1
        price = max(D("3000"), price + D(round(rng.gauss(6, 30) * 4) * 25) / 100)
        bars = min(rng.randint(1, 12), len(days) - 1 - place)
        move = D(round(rng.gauss(5, 28) * 4) * 25) / 100 * sign
        out = price + move
        value = price * 50
        profit = cents(move * sign * 50 - D("4.20"))
        total += profit
        best, worst = cents(max(D(0), move * sign) * 50 + rng.randint(0, 900)), cents(min(D(0), move * sign) * 50 - rng.randint(0, 900))
        signal = "Open" if place + bars == len(days) - 1 else rng.choice(["Target", "Stop", "Turn"])
        cells = [1, f"{value:.2f}", profit, f"{100 * profit / value:.2f}", "4.20", best, f"{100 * best / value:.2f}", worst,
                 f"{100 * worst / value:.2f}", total, f"{100 * total / capital:.2f}", bars]
        tail = ",".join(map(str, cells))
        rows.append(f"{number},Exit {side},{days[place + bars]},{signal},{out:.2f},{tail}")
        rows.append(f"{number},Entry {side},{days[place]},Break {'up' if sign > 0 else 'down'},{price:.2f},{tail}")
        price, place = out, place + bars + rng.randint(1, 6)
    write("tradingview/Channel_Break_CME_MINI_ES1!_2025-01-02.csv", ("\ufeff" + "\r\n".join(rows) + "\r\n").encode())


# Interactive Brokers: a year of a small account with a deposit, a withdrawal and dividends.


def flex():
    rng = random.Random(77)
    account, symbols = "U0000001", {"ACME": D("80"), "BOLT": D("150"), "CORK": D("42")}
    cash, lots, days = D("50000.00"), {name: [] for name in symbols}, list(weekdays(dt.date(2024, 1, 2), dt.date(2024, 12, 31)))
    payments = {dt.date(2024, 4, 15): D("20000.00"), dt.date(2024, 9, 2): D("-7500.00")}
    dividends = {dt.date(2024, 3, 20): "ACME", dt.date(2024, 9, 18): "BOLT"}
    values, trades, flows, growth = [], [], [], D(1)
    commissions, realised, paid = D(0), D(0), D(0)
    before = cash
    number = 1000

    def attributes(**fields):
        return " ".join(f'{name}="{value}"' for name, value in fields.items())

    for day in days:
        for name in symbols:
            symbols[name] = max(D(5), cents(symbols[name] * D(1 + rng.gauss(0.0006, 0.015))))
        for name in symbols:
            held = sum(quantity for quantity, _, _ in lots[name])
            if rng.random() > 0.07:
                continue
            price = symbols[name]
            if held > 0 and rng.random() < 0.55:
                quantity = -rng.choice([held, max(1, held // 2)])
            else:
                quantity = int(D("6000") / price)
                if cash < quantity * price + 10:
                    continue
            commission = -max(D("1.00"), cents(D("0.005") * abs(quantity)))
            profit, left = D(0), -quantity if quantity < 0 else 0
            if quantity < 0:
                profit = -quantity * price + commission
                while left:
                    amount, cost, own = lots[name][0]
                    part = min(amount, left)
                    profit -= part * cost + (-own) * part / amount
                    lots[name][0] = (amount - part, cost, own * (amount - part) / amount)
                    if amount == part:
                        lots[name].pop(0)
                    left -= part
            else:
                lots[name].append((quantity, price, commission))
            profit = profit.quantize(D("0.000001"))
            cash += -quantity * price + commission
            commissions, realised, number = commissions + commission, realised + profit, number + 1
            clock = f"{day:%Y%m%d};{rng.randint(10, 15):02d}{rng.randint(0, 59):02d}{rng.randint(0, 59):02d}"
            trades.append("<Trade " + attributes(
                accountId=account, acctAlias="", model="", currency="USD", fxRateToBase="1", assetCategory="STK", symbol=name,
                description=f"{name} INC", multiplier="1", tradeID=number, reportDate=f"{day:%Y%m%d}", tradeDate=f"{day:%Y%m%d}",
                dateTime=clock, quantity=quantity, tradePrice=price, ibCommission=commission, ibCommissionCurrency="USD",
                openCloseIndicator="C" if quantity < 0 else "O", fifoPnlRealized=profit, buySell="SELL" if quantity < 0 else "BUY",
                ibOrderID=number + 500000, levelOfDetail="EXECUTION") + " />")
        if day in dividends:
            amount = cents(sum(quantity for quantity, _, _ in lots[dividends[day]]) * D("0.40"))
            if amount:
                cash += amount
                flows.append("<CashTransaction " + attributes(
                    accountId=account, currency="USD", fxRateToBase="1", assetCategory="STK", symbol=dividends[day],
                    description=f"{dividends[day]} CASH DIVIDEND USD 0.40 PER SHARE", dateTime=f"{day:%Y%m%d};202000", amount=amount,
                    type="Dividends", reportDate=f"{day:%Y%m%d}", levelOfDetail="DETAIL") + " />")
        payment = payments.get(day, D(0))
        if payment:
            cash += payment
            paid += payment
            flows.append("<CashTransaction " + attributes(
                accountId=account, currency="USD", fxRateToBase="1", assetCategory="", symbol="",
                description="CASH RECEIPTS / ELECTRONIC FUND TRANSFERS" if payment > 0 else "DISBURSEMENT INITIATED BY THE OWNER",
                dateTime=f"{day:%Y%m%d}", amount=payment, type="Deposits/Withdrawals", reportDate=f"{day:%Y%m%d}",
                levelOfDetail="DETAIL") + " />")
        stock = sum(sum(quantity for quantity, _, _ in lots[name]) * symbols[name] for name in symbols)
        total = cash + stock
        growth *= (total - min(payment, 0)) / (before + max(payment, 0))
        before = total
        values.append("<EquitySummaryByReportDateInBase " + attributes(
            accountId=account, acctAlias="", model="", currency="USD", reportDate=f"{day:%Y%m%d}", cash=cash, stock=stock, total=total) + " />")
    positions = []
    for name in symbols:
        quantity = sum(amount for amount, _, _ in lots[name])
        if quantity:
            cost = sum(amount * price - own for amount, price, own in lots[name])
            positions.append("<OpenPosition " + attributes(
                accountId=account, currency="USD", fxRateToBase="1", assetCategory="STK", symbol=name, multiplier="1",
                reportDate=f"{days[-1]:%Y%m%d}", position=quantity, markPrice=symbols[name], positionValue=quantity * symbols[name],
                costBasisPrice=(cost / quantity).quantize(D("0.000000001")), costBasisMoney=cost.quantize(D("0.000001")),
                fifoPnlUnrealized=(quantity * symbols[name] - cost).quantize(D("0.000001")), side="Long", levelOfDetail="SUMMARY") + " />")
    change = "<ChangeInNAV " + attributes(
        accountId=account, fromDate=f"{days[0]:%Y%m%d}", toDate=f"{days[-1]:%Y%m%d}", startingValue="50000", endingValue=before,
        depositsWithdrawals=paid, internalCashTransfers="0", assetTransfers="0", realized=realised.quantize(D("0.000001")),
        commissions=commissions, twr=f"{100 * (growth - 1):.9f}") + " />"

    def section(name, rows):
        return f"<{name}>\n" + "\n".join(rows) + f"\n</{name}>\n"

    text = ('<FlexQueryResponse queryName="tearsheet" type="AF">\n<FlexStatements count="1">\n<FlexStatement '
            + attributes(accountId=account, fromDate=f"{days[0]:%Y%m%d}", toDate=f"{days[-1]:%Y%m%d}", period="LastYear",
                         whenGenerated="20250102;081500") + ">\n<AccountInformation "
            + attributes(accountId=account, acctAlias="Paper", currency="USD", accountType="Individual") + " />\n"
            + section("EquitySummaryInBase", values) + change + "\n" + section("CashTransactions", flows) + section("Trades", trades)
            + section("OpenPositions", positions) + "</FlexStatement>\n</FlexStatements>\n</FlexQueryResponse>\n")
    write("flex/paper-2024.xml", text.encode())


# The same as workbooks, for the tests: cells that take several columns stand in the first of them.


def workbook(sheets):
    parts = {"[Content_Types].xml": "<Types/>"}
    names = "".join(f'<sheet name="{name}" sheetId="{i}" r:id="r{i}"/>' for i, name in enumerate(sheets, 1))
    parts["xl/workbook.xml"] = f"<workbook><sheets>{names}</sheets></workbook>"
    parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + "".join(
        f'<Relationship Id="r{i}" Type="worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1)) + "</Relationships>"
    parts["xl/styles.xml"] = ('<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm"/></numFmts>'
                              '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>')
    for i, rows in enumerate(sheets.values(), 1):
        lines = []
        for number, row in enumerate(rows, 1):
            cells = []
            for place, value in enumerate(row):
                at = f"{chr(65 + place)}{number}"
                if isinstance(value, dt.datetime):
                    serial = (value - dt.datetime(1899, 12, 30)) / dt.timedelta(days=1)
                    cells.append(f'<c r="{at}" s="1"><v>{serial!r}</v></c>')
                elif isinstance(value, (int, float, D)):
                    cells.append(f'<c r="{at}"><v>{value}</v></c>')
                elif value:
                    cells.append(f'<c r="{at}" t="inlineStr"><is><t>{html.escape(value)}</t></is></c>')
            lines.append(f'<row r="{number}">' + "".join(cells) + "</row>")
        parts[f"xl/worksheets/sheet{i}.xml"] = "<worksheet><sheetData>" + "".join(lines) + "</sheetData></worksheet>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def number(text):
    return D(text) if re.fullmatch(r"-?\d+\.\d+", text) else text


def workbooks():
    page = (ROOT / "metatrader5/ReportTester-20240629.html").read_bytes()[2:].decode("utf-16-le")
    rows = []
    for row in re.findall(r"<tr[^>]*>(.*?)</tr>", page, re.S):
        cells = []
        for attributes, content in re.findall(r"<t[dh]([^>]*)>(.*?)</t[dh]>", row, re.S):
            span = re.search(r'colspan="(\d+)"', attributes)
            cells += [number(html.unescape(re.sub("<[^>]+>", "", content)))] + [""] * (int(span.group(1)) - 1 if span else 0)
        rows.append(cells)
    write("../Tests/Fixtures/Runs/metatrader5-workbook/report.xlsx", workbook({"Sheet1": rows}))
    path = next((ROOT / "tradingview").iterdir())
    lines = [line.split(",") for line in path.read_text("utf-8-sig").splitlines()]
    trades = [lines[0]] + [
        [number(cell) if place != 2 else dt.datetime.fromisoformat(cell) for place, cell in enumerate(line)] for line in lines[1:]]
    write("../Tests/Fixtures/Runs/tradingview-workbook/report.xlsx", workbook({
        "Performance": [["", "All USD", "All %"], ["Initial capital", 50000, ""], ["Net profit", trades[-1][14], trades[-1][15]]],
        "List of trades": trades,
        "Properties": [["name", "value"], ["Symbol", "CME_MINI:ES1!"], ["Currency", "USD"], ["Initial capital", "50 000 USD"],
                       ["Length", "20"], ["Webhook secret", "hush"]],
    }))


def write(name, data):
    path = ROOT / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    print(name, len(data))


metatrader5()
tradingview()
flex()
workbooks()
