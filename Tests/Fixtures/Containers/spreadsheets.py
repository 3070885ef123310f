"""Writes workbooks with XlsxWriter and openpyxl, and what openpyxl reads from them; and zip archives of several kinds.

    /tmp/venv/bin/python Tests/Fixtures/Containers/spreadsheets.py FOLDER [small]

NAME.expected is in the form of Spreadsheet+Listing.swift in the tests. Environment as for containers.py.
"""

import datetime
import io
import pathlib
import random
import struct
import sys
import zipfile

import openpyxl
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
small = "small" in sys.argv[2:]
numbers = random.Random(5)
EPOCH = datetime.datetime(1970, 1, 1)
START = datetime.datetime(2024, 1, 1)
FORMATS = {datetime.datetime: "yyyy-mm-dd hh:mm", datetime.date: 14, datetime.time: "hh:mm:ss"}


def grid(rows):
    for index in range(rows):
        yield [
            index, numbers.gauss(0, 1), f"w{index % 7}", index % 2 == 0, START + datetime.timedelta(hours=index * 7),
            (START + datetime.timedelta(days=index)).date(), datetime.time(index % 24, index % 60, 30),
            None if index % 3 else "x<&>é", -index * 1000.25, "",
        ]


def by_xlsxwriter(name, rows, **options):
    book = xlsxwriter.Workbook(str(folder / name), options)
    formats = {type: book.add_format({"num_format": code}) for type, code in FORMATS.items()}
    for title in ("Overview", "List of trades"):
        sheet = book.add_worksheet(title)
        sheet.write_row(1, 1, ["n", "v", "text", "flag", "moment", "date", "clock", "some", "money", "empty"])
        for row, values in enumerate(grid(rows)):
            for column, value in enumerate(values):
                if type(value) in formats:
                    sheet.write_datetime(row + 2, column + 1, value, formats[type(value)])
                elif value is not None:
                    sheet.write(row + 2, column + 1, value)
        sheet.merge_range(rows + 4, 1, rows + 4, 3, "merged")
        sheet.write_formula(rows + 5, 1, "=1/0", None, "#DIV/0!")
        sheet.write_formula(rows + 5, 2, "=1+1", None, 2)
        sheet.write_formula(rows + 5, 3, '="a"&"b"', None, "ab")
        sheet.write_formula(rows + 5, 4, "=TRUE", None, True)
        sheet.write_rich_string(rows + 6, 1, "a ", book.add_format({"bold": 1}), "b", " c")
    book.close()


def by_openpyxl(name, rows, epoch=None):
    book = openpyxl.Workbook()
    if epoch:
        book.epoch = epoch
    sheet = book.active
    sheet.title = "Deals ä"
    for row in grid(rows):
        sheet.append(row)
    second = book.create_sheet("Second")
    second["C3"] = 1.5
    second["D1"] = datetime.timedelta(hours=30)
    book.save(folder / name)


def number(value):
    return "number " + struct.pack(">d", float(value)).hex()


def milliseconds(value):
    return f"time {round(value / datetime.timedelta(milliseconds=1))}"


def word(value):
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return f"boolean {str(value).lower()}"
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, datetime.datetime):
        return milliseconds(value - EPOCH)
    if isinstance(value, datetime.date):
        return milliseconds(datetime.datetime(value.year, value.month, value.day) - EPOCH)
    if isinstance(value, datetime.time):
        return milliseconds(datetime.datetime.combine(EPOCH.date(), value) - EPOCH)
    if isinstance(value, datetime.timedelta):
        return number(value / datetime.timedelta(days=1))
    return ("failure " if value.startswith("#") and value.endswith(("!", "A", "?")) else "text ") + value


def expect(path):
    lines = []
    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        lines.append("sheet " + sheet.title)
        cells = ((cell, word(cell.value)) for row in sheet.iter_rows() for cell in row)
        lines += [f"{cell.row} {cell.column} {text}" for cell, text in cells if text]
    (folder / (path.name + ".expected")).write_text("\n".join(lines) + "\n", encoding="utf-8")


class Unseekable(io.RawIOBase):
    """A stream that cannot go back, so that sizes stand behind the data."""

    def __init__(self, path):
        self.file = open(path, "wb")

    def writable(self):
        return True

    def write(self, data):
        return self.file.write(data)


def archives():
    content = "date,equity\n" * 50
    with zipfile.ZipFile(folder / "plain.zip", "w") as archive:
        archive.writestr("a/run.json", "{}")
        archive.writestr("equity.csv", content, zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(Unseekable(folder / "descriptors.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("equity.csv", content)
        archive.writestr("b.txt", "b")
    with zipfile.ZipFile(folder / "zip64.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("equity.csv", "w", force_zip64=True) as entry:
            entry.write(content.encode())
    (folder / "prefixed.zip").write_bytes(b"#!/bin/sh\n" + (folder / "plain.zip").read_bytes())


archives()
by_xlsxwriter("small.xlsx", 2)
by_openpyxl("openpyxl.xlsx", 2)
if not small:
    by_xlsxwriter("xlsxwriter.xlsx", 400)
    by_xlsxwriter("inline.xlsx", 40, constant_memory=True)
    by_xlsxwriter("from-1904.xlsx", 40, date_1904=True)
    by_openpyxl("openpyxl-400.xlsx", 400)
    by_openpyxl("openpyxl-1904.xlsx", 40, CALENDAR_MAC_1904)
for path in sorted(folder.glob("*.xlsx")):
    expect(path)
