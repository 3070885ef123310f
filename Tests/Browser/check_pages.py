"""Drives a report's page as a reader does and compares what it shows with the data file and with `tearsheet metrics`.

usage: check_pages.py TEARSHEET RUN FOLDER

Prints what is wrong, a line each, and what was looked at; exits 1 where something is wrong.
"""

import base64
import bisect
import glob
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chromium import Chromium  # noqa: E402
from statements import Checks  # noqa: E402

READINGS = """[...document.querySelectorAll('[data-time]')].filter(e => e.getClientRects().length).map(e =>
  [e.dataset.time, [...e.querySelectorAll('[data-series]')].map(x => [x.dataset.series, x.dataset.value])])"""
FIGURES = """[...document.querySelectorAll('svg.live')].map((e, i) => [i, e.getClientRects().length > 0])
  .filter(f => f[1]).map(f => f[0])"""
SELECTION = """[...document.querySelectorAll('.selection tbody tr')].map(r =>
  [r.dataset.account, Object.fromEntries([...r.querySelectorAll('[data-metric]')].map(c => [c.dataset.metric, c.dataset.value ?? null]))])"""


class PageChecks(Checks):
    def __init__(self, program, run, folder):
        super().__init__()
        self.program, self.run = program, run
        subprocess.run([program, "report", run, "-o", folder, "--format", "html,json", "--template", "full"], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.html = glob.glob(folder + "/*.html")[0]
        with open(glob.glob(folder + "/*.json")[0]) as file:
            self.data = json.load(file)
        self.series = {}
        for name, one in self.data["series"].items():
            times = one["time"]
            self.series[name] = dict(zip(times, one["value"]))

    def readings(self, page, where):
        """Every value that is shown is that of the data file at the time shown, digit by digit."""
        rows = page.value(READINGS)
        self.expect(rows, where + ": nothing is shown")
        for time, values in rows:
            self.expect(values, f"{where}: {time} without values")
            for name, text in values:
                wanted = self.series.get(name, {}).get(time)
                self.expect(wanted is not None and float(text) == wanted, f"{where}, {time}, {name}: {text}, not {wanted}")
        return rows

    def box(self, page, index):
        return page.value(f"""(() => {{ const e = document.querySelectorAll('svg.live')[{index}];
            e.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            const b = e.getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; }})()""")

    def first_box(self, page):
        index = page.value(FIGURES)[0]
        return self.box(page, index)


def hover(checks, page):
    for index in page.value(FIGURES):
        x, y, width, height = checks.box(page, index)
        for share in (0.02, 0.15, 0.31, 0.47, 0.63, 0.79, 0.98):
            page.hover(x + width * share, y + height * 0.4)
            checks.readings(page, f"figure {index} at {share}")


def metrics_of(checks, start, end):
    command = [checks.program, "metrics", checks.run, "--from", start, "--to", end, "--format", "json"]
    output = subprocess.run(command, check=True, capture_output=True).stdout
    return json.loads(output)


def compare_selection(checks, page, where):
    """The numbers of the part that the address names are those that the command gives for it."""
    words = dict(part.split("=") for part in page.value("location.hash")[1:].split("&"))
    rows = page.value(SELECTION)
    checks.expect(rows, where + ": no numbers of the selection")
    if "T" in words["from"] + words["to"]:
        return words  # The command takes whole days.
    answer = metrics_of(checks, words["from"], words["to"])
    sources = [answer["metrics"], answer.get("benchmark_metrics", {})]
    for (account, shown), metrics in zip(rows, sources):
        for key, text in shown.items():
            wanted = metrics.get(key, {}).get("value")
            same = text is None if wanted is None else text is not None and abs(float(text) - wanted) <= 1e-9 * max(1, abs(wanted))
            checks.expect(same, f"{where}, {words['from']} to {words['to']}, {account}, {key}: {text}, not {wanted}")
    return words


def zoom(checks, page):
    x, y, width, height = checks.first_box(page)
    middle = y + height * 0.3
    before = page.value("document.querySelector('svg.live [data-part=series] path').getAttribute('d').length")
    for start, end in ((0.25, 0.6), (0.3, 0.7)):
        page.drag(x + width * start, x + width * end, middle)
        compare_selection(checks, page, f"dragged {start} to {end}")
        page.hover(x + width * 0.5, middle)
        rows = checks.readings(page, "zoomed")
        words = dict(part.split("=") for part in page.value("location.hash")[1:].split("&"))
        checks.expect(all(words["from"] <= time[:10] <= words["to"] for time, _ in rows), "zoomed: reads outside of the selection")
    labels = page.value("[...document.querySelectorAll('svg.live text')].filter(t => t.getClientRects().length).map(t => t.textContent)")
    checks.expect(any(label.startswith("Strategy ") for label in labels), "zoomed: no label at the end of the line")
    hidden = page.value("document.querySelectorAll('svg.live .off').length")
    checks.expect(hidden > 0, "zoomed: the axes of the whole are still there")
    page.double_click(x + width * 0.5, middle)
    checks.expect(page.value("!location.hash && !document.querySelector('.selection,.off')"), "a double click does not reset")
    after = page.value("document.querySelector('svg.live [data-part=series] path').getAttribute('d').length")
    checks.expect(before == after, "after a reset the figure is not what it was")


def address(checks, browser, times):
    """An address with a part of the time opens with it."""
    inside = [time for time in times if time[:4] == times[len(times) // 2][:4]]
    page = browser.page(checks.html, fragment=f"#from={inside[0][:10]}&to={times[-2][:10]}")
    words = compare_selection(checks, page, "opened")
    checks.expect(words["from"] == inside[0][:10] and words["to"] == times[-2][:10], f"opened with another part: {words}")
    page.key("Escape")
    checks.expect(page.value("!document.querySelector('.selection')"), "Escape does not reset")
    # Seven weeks: too short for numbers per year.
    page.value(f"location.hash = '#from={times[-40][:10]}&to={times[-5][:10]}'")
    page.wait("document.querySelector('.selection')")
    shown = page.value(SELECTION)[0][1]
    for key in ("cagr", "annual_volatility", "sharpe"):
        checks.expect(shown[key] is None, f"{key} of seven weeks: {shown[key]}")
    checks.expect(shown["total_return"] is not None, "no return of seven weeks")


def keyboard(checks, page, times):
    page.key("Escape")
    page.value("document.querySelector('svg.live').focus({ preventScroll: true })")

    def time():
        return page.value("document.querySelector('[data-time]').dataset.time")

    for key, wanted in (("Home", times[0]), ("ArrowRight", times[1]), ("ArrowRight", times[2]), ("ArrowLeft", times[1]),
                        ("End", times[-1]), ("ArrowLeft", times[-2])):
        page.key(key)
        checks.expect(time() == wanted, f"{key} reads {time()}, not {wanted}")
        checks.readings(page, key)
        said = page.value("document.querySelector('[aria-live]').textContent")
        checks.expect(str(int(wanted[8:10])) + " " in said and "Strategy" in said, f"{key} says “{said}”")
    page.key("ArrowLeft", shift=True)
    step = bisect.bisect_left(times, times[-2]) - bisect.bisect_left(times, time())
    checks.expect(18 <= step <= 32, f"Shift and an arrow step {step} observations")
    page.key("Escape")
    checks.expect(not page.value(READINGS), "Escape leaves the readout")


def touch(checks, page):
    x, y, width, height = checks.first_box(page)
    middle = y + height * 0.3
    page.tap(x + width * 0.4, middle)
    checks.readings(page, "after a tap")
    page.pinch((x + width * 0.4, x + width * 0.5), (x + width * 0.15, x + width * 0.75), middle)
    page.wait("document.querySelector('.selection')")
    compare_selection(checks, page, "pinched")
    page.tap(x + width * 0.4, middle)
    checks.readings(page, "after a tap, zoomed")


def tables(checks, page):
    """The third click restores the order, and what a reader copies is the table."""
    table = "document.querySelector('table[data-table=\"drawdowns\"]')"
    order = f"[...{table}.rows].map(r => r.textContent)"
    before, seen = page.value(order), []
    for _ in range(3):
        page.value(f"{table}.querySelectorAll('th button')[1].click()")
        seen.append(page.value(order))
    checks.expect(len(before) < 6 or seen[0] != seen[1], "two clicks on a head do not turn the order")
    checks.expect(seen[2] == before, "the third click on a head does not restore the order")
    # The clipboard of the page is the test's.
    page.value("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text; } } })")
    page.value(f"{table}.closest('.frame').querySelector('.copy').click()")
    page.wait("window.copied")
    lines = page.value("window.copied").rstrip("\n").split("\n")
    checks.expect(len({line.count("\t") for line in lines[-3:]}) == 1, f"copied lines are not columns: {lines[-3:]}")
    depth = lines[-1].split("\t")[1]
    checks.expect(float(depth.rstrip("%")) < 0, f"a copied number does not read as one: {depth}")
    selected = page.value(f"getSelection().selectAllChildren({table}) ?? getSelection().toString()")
    checks.expect(not {"(", "Copy"} & set(selected.split()), "selecting a table selects more than the table: " + selected[:120])


def narrow(checks, browser):
    for width in (320, 390, 768, 1280):
        page = browser.page(checks.html, width=width, touch=width < 700)
        wide = page.value("document.documentElement.scrollWidth")
        checks.expect(wide <= width, f"at {width} the page is {wide} wide")
        small = page.value("""Math.min(...[...document.querySelectorAll('svg text')].filter(t => t.getClientRects().length)
            .map(t => parseFloat(getComputedStyle(t).fontSize) * t.ownerSVGElement.getBoundingClientRect().width / t.ownerSVGElement.viewBox.baseVal.width))""")
        checks.expect(small >= 8.99, f"at {width} the text of a figure is {small:.2f} pixels high")
        checks.expect(not page.complaints(), f"at {width}: {page.complaints()[:1]}")


def scriptless(checks, browser):
    page = browser.page(checks.html, script=False)
    size = page.call("Page.getLayoutMetrics")["cssContentSize"]["height"]
    checks.expect(size > 4000, "without a script the page is empty")


WIDGETS = """[...document.querySelectorAll('nav,input,select,summary,button,.filters,.readout,.selection,.bubble')]
  .filter(e => e.getClientRects().length && !e.closest('th'))
  .map(e => e.className || e.tagName)"""
CUT = """[...document.querySelectorAll('figure svg')].filter(e => e.getClientRects().length).map(e => [
  e.getAttribute('aria-label'), e.getBoundingClientRect().right - document.querySelector('main').getBoundingClientRect().right])
  .filter(([_, over]) => over > 1).map(([name]) => name)"""


def printed(checks, browser):
    """On paper no widget is left, whatever the reader did before, and no figure reaches beyond the text."""
    page = browser.page(checks.html, width=794)
    page.value("(() => { for (const f of document.querySelectorAll('.filters input')) { f.value = ''; f.focus(); } })()")
    x, y, width, height = checks.first_box(page)
    page.hover(x + width * 0.5, y + height * 0.3)
    page.call("Emulation.setEmulatedMedia", media="print")
    page.frame()
    checks.expect(page.value(WIDGETS) == [], f"printed: {page.value(WIDGETS)[:3]}")
    checks.expect(page.value(CUT) == [], f"printed: cut at the right: {page.value(CUT)[:3]}")
    paper = base64.b64decode(page.call("Page.printToPDF", preferCSSPageSize=True)["data"])
    checks.expect(paper.startswith(b"%PDF") and len(paper) > 20000, "printed: no PDF")


SHOWN = "[...document.querySelectorAll('.readout .reading b')].map(b => b.textContent)"
DRAWN = """[...document.querySelectorAll('svg.live text')].filter(t => t.getClientRects().length && !t.closest('.off'))
  .map(t => t.textContent)"""
DECIMALS = re.compile(r"[0-9]\.[0-9]{1,2}(\u202f?%|×|$)")
# What a column of the drawdowns reads after a click on its head, and what the table gives to be copied.
SORTED = """(() => { const t = document.querySelector('table[data-table="drawdowns"]'); t.querySelectorAll('th button')[COLUMN].click();
  return [...t.tBodies[0].rows].map(r => (r.cells[COLUMN].dataset.plain ?? r.cells[COLUMN].textContent).trim()); })()"""


def language(checks, browser):
    """In a language of the reader's, what the script writes is in it; what is sorted and copied are the numbers of programs."""
    folder = os.path.dirname(checks.html) + "/de"
    subprocess.run([checks.program, "report", checks.run, "-o", folder, "--format", "html", "--locale", "de"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    page = browser.page(glob.glob(folder + "/*.html")[0])
    x, y, width, height = checks.first_box(page)
    page.hover(x + width * 0.4, y + height * 0.3)
    checks.readings(page, "in German")
    shown = page.value(SHOWN)
    checks.expect(any("," in text for text in shown) and not any(DECIMALS.search(text) for text in shown), f"in German: {shown}")
    said = page.value("document.querySelector('.readout .strong').textContent")
    checks.expect(re.match(r"\d\d\.\d\d\.\d{4}", said), f"in German a date reads {said}")
    page.drag(x + width * 0.2, x + width * 0.6, y + height * 0.3)
    drawn = page.value(DRAWN)
    wrong = [text for text in drawn if DECIMALS.search(text)]
    checks.expect(any("," in text for text in drawn) and not wrong, f"zoomed in German: {wrong[:4]}")
    page.key("Escape")
    german = sorted_and_copied(page)
    checks.expect(not page.complaints(), f"in German: {page.complaints()[:1]}")
    standard = sorted_and_copied(browser.page(checks.html))
    for one, other in zip(german, standard):
        checks.expect(one == other, f"sorted or copied otherwise in German: {one[:80]}, {other[:80]}")


def sorted_and_copied(page):
    """Some columns of the drawdowns, each as a click on its head leaves it, and the table as it is copied."""
    found = [page.value(SORTED.replace("COLUMN", str(column))) for column in (1, 2, 5)]
    page.value("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text; } } })")
    page.value("document.querySelector('table[data-table=\"drawdowns\"]').closest('.frame').querySelector('.copy').click()")
    page.wait("window.copied")
    return found + [page.value("window.copied")]


def main():
    program, run, folder = sys.argv[1:]
    checks = PageChecks(program, run, folder)
    times = list(checks.series[next(iter(checks.series))])
    with Chromium() as browser:
        page = browser.page(checks.html)
        for part in (hover, zoom, tables):
            part(checks, page)
        keyboard(checks, page, times)
        checks.expect(not page.complaints(), "the console says: " + " ".join(page.complaints()[:2]))
        touch(checks, browser.page(checks.html, width=390, height=844, touch=True))
        address(checks, browser, times)
        narrow(checks, browser)
        scriptless(checks, browser)
        printed(checks, browser)
        language(checks, browser)
    checks.end()


main()
