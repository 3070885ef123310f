#!/usr/bin/env python3
"""Workbooks with several sheets, for SheetChoiceTests; needs openpyxl. sheets.py FOLDER"""
import datetime, os, sys

import openpyxl

folder = sys.argv[1]
days = [datetime.datetime(2024, 1, day) for day in (2, 3, 4, 5)]
account = [["Date", "Equity"]] + [[day, value] for day, value in zip(days, [1000, 1010, 1005, 1020])]
figures = [["Metric", "Value"], ["Sharpe", 1.2], ["CAGR", 0.1]]
trades = [
    ["symbol", "side", "entry_time", "exit_time", "entry_price", "exit_price", "quantity", "pnl"],
    ["A", "long", days[0], days[2], 10, 11, 5, 5],
]


def write(name, sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.properties.created = book.properties.modified = datetime.datetime(2024, 1, 1)
    book.save(os.path.join(folder, name))


write("account-last.xlsx", [("Summary", figures), ("Trades", trades), ("Equity", account)])
write("account-behind-title.xlsx", [("Trades", trades), ("Equity", [["A backtest"], [], *account]), ("Figures", figures)])
write("trades-behind-figures.xlsx", [("Summary", figures), ("Trades", trades)])
write("figures-alone.xlsx", [("First", [["One cell"]]), ("Second", figures)])
months = [["Date", "Equity"]] + [[datetime.datetime(2024, month, 1), 1000 + month] for month in (1, 2, 3, 4)]
falls = [["Date", "Value"]] + [[day, value] for day, value in zip(days, [0, 0, -0.005, 0])]
write("monthly-first.xlsx", [("Months", months), ("Drawdown", falls), ("Days", account)])
write("named-account.xlsx", [("Days", account), ("Growth", months)])
