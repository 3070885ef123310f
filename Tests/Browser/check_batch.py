"""Drives the summary page of a batch as a reader does: links lead to reports, filters leave what the CSV says, columns sort.

usage: check_batch.py TEARSHEET SOURCE FOLDER

Prints what is wrong, a line each, and what was looked at; exits 1 where something is wrong.
"""

import csv
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chromium import Chromium  # noqa: E402
from statements import FILTER, Checks  # noqa: E402

SHOWN = "[...document.querySelectorAll('[data-table=runs] tbody tr')].filter(r => !r.hidden).map(r => r.cells[0].textContent.trim())"


def filters(checks, page, rows):
    def number(row, name):
        return float(row[name]) if row[name] else float("nan")

    for words, holds in [
        ("", lambda row: True),
        ("sharpe>0.5", lambda row: round(number(row, "sharpe"), 2) > 0.5),
        ("sharpe>0.5 total<=100", lambda row: round(number(row, "sharpe"), 2) > 0.5 and round(number(row, "total_return") * 100, 1) <= 100),
        ("FAILED", lambda row: row["status"] == "failed"),
        ("goog ma", lambda row: "goog" in row["key"] and "ma" in row["key"]),
        ("nothingofthekind", lambda row: False),
    ]:
        page.value(FILTER.format(repr(words)))
        wanted = [row["key"] for row in rows if holds(row)]
        checks.expect(page.value(SHOWN) == wanted, f"'{words}' leaves {page.value(SHOWN)}, not {wanted}")
        said = page.value("document.querySelector('.filters .small').textContent")
        checks.expect(said.startswith(f"{len(wanted)} "), f"'{words}' counts {said}")
    page.value(FILTER.format("''"))


def sorting(checks, page, rows):
    page.value("""[...document.querySelectorAll('[data-table=runs] thead button')].find(b => b.textContent.startsWith('Sharpe')).click()""")
    wanted = sorted((row for row in rows if row["sharpe"]), key=lambda row: float(row["sharpe"]))
    checks.expect(page.value(SHOWN)[: len(wanted)] == [row["key"] for row in wanted], "sorting by Sharpe gives another order")


def links(checks, page, folder):
    for href in page.value("[...document.querySelectorAll('[data-table=runs] a')].map(a => decodeURIComponent(new URL(a.href).pathname))"):
        checks.expect(os.path.isfile(href) and href.startswith(os.path.realpath(folder)), "a link leads nowhere: " + href)


def main():
    program, source, folder = sys.argv[1:]
    subprocess.run([program, "batch", source, "-o", folder, "--format", "html"], stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    with open(folder + "/summary.csv") as file:
        rows = list(csv.DictReader(file))
    checks = Checks()
    checks.expect(len(rows) > 20, f"only {len(rows)} runs")
    with Chromium() as browser:
        page = browser.page(folder + "/summary.html", width=1400)
        for part in (lambda: filters(checks, page, rows), lambda: links(checks, page, folder), lambda: sorting(checks, page, rows)):
            part()
        lines = page.value("document.querySelectorAll('svg.line path').length")
        checks.expect(lines == sum(1 for row in rows if row["status"] == "reported"), f"{lines} lines of growth")
        checks.expect(not page.complaints(), "the console says: " + " ".join(page.complaints()[:2]))
        plain = browser.page(folder + "/summary.html", script=False)
        checks.expect(plain.call("Page.getLayoutMetrics")["cssContentSize"]["height"] > 1000, "without a script the page is empty")
    checks.end()


main()
