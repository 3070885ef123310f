"""Drives the catalogue of an archive that a web server has as a reader does: search, filter, sort, and every link.

usage: check_archive.py ADDRESS ARCHIVE

Prints what is wrong, a line each, and what was looked at; exits 1 where something is wrong.
"""

import json
import os
import sys
import urllib.request

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chromium import Chromium  # noqa: E402
from statements import FILTER, Checks  # noqa: E402

ROWS = "[...document.querySelectorAll('table tbody tr')].filter(r => !r.hidden)"
ENTRIES = ROWS + ".map(r => r.cells[r.cells.length - 1].textContent.trim())"
RETURNS = ROWS + ".map(r => parseFloat(r.cells[5].textContent))"
HEAD = """[...document.querySelectorAll('thead button')].find(b => b.textContent.startsWith('Total return')).click()"""


def search(checks, page, entries):
    for words, holds in [
        ("", lambda one: True),
        ("r0", lambda one: one["strategy"] == "r0"),
        ("total>51", lambda one: round(one["metrics"]["total_return"] * 100, 1) > 51),
        ("r0 total>51", lambda one: one["strategy"] == "r0" and round(one["metrics"]["total_return"] * 100, 1) > 51),
        ("nothingofthekind", lambda one: False),
    ]:
        page.value(FILTER.format(repr(words)))
        wanted = sorted(one["entry"][:12] for one in entries if holds(one))
        shown = sorted(page.value(ENTRIES))
        checks.expect(shown == wanted, f"'{words}' leaves {shown}, not {wanted}")
    page.value(FILTER.format("''"))


def sorting(checks, page):
    page.value(HEAD)
    rising = page.value(RETURNS)
    checks.expect(len(rising) > 1 and rising == sorted(rising), f"sorted once: {rising}")
    page.value(HEAD)
    falling = page.value(RETURNS)
    checks.expect(falling == sorted(falling, reverse=True), f"sorted twice: {falling}")


def links(checks, page, address, archive):
    addresses = set(page.value("[...document.querySelectorAll('a')].map(a => a.href.split('#')[0])"))
    served = sorted(one for one in addresses if one.startswith(address))
    checks.expect(len(served) > 4, f"only {len(served)} links")
    for one in served:
        with urllib.request.urlopen(one) as answer:
            kind, body = answer.headers["Content-Type"], answer.read()
        path = archive + "/" + urllib.request.url2pathname(one[len(address) + 1:] or "index.html")
        path = path + "index.html" if path.endswith("/") else path
        with open(path, "rb") as file:
            checks.expect(body == file.read(), "other bytes than the file's: " + one)
        checks.expect(kind.startswith("text/html") == path.endswith(".html"), f"{one} is {kind}")
    return [one for one in served if one.endswith("/index.html") and one != address + "/index.html"]


def main():
    address, archive = sys.argv[1:]
    with open(archive + "/catalogue.json") as file:
        entries = json.load(file)["entries"]
    checks = Checks()
    with Chromium() as browser:
        page = browser.page(address + "/", width=1400)
        search(checks, page, entries)
        sorting(checks, page)
        histories = links(checks, page, address, archive)
        checks.expect(not page.complaints(), "the console says: " + " ".join(page.complaints()[:2]))
        checks.expect(histories, "no history")
        reports = page.value("[...document.querySelectorAll('tbody th a')].map(a => a.href)")
        for one in histories[:1] + reports[:1]:
            other = browser.page(one)
            checks.expect(other.value("document.querySelectorAll('svg').length") > 0, "no figure: " + one)
            checks.expect(not other.complaints(), f"{one}: the console says: " + " ".join(other.complaints()[:2]))
        if os.environ.get("TEARSHEET_PICTURE"):
            page.screenshot(os.environ["TEARSHEET_PICTURE"])
    checks.end()


main()
