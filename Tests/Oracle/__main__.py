"""An independent oracle of every number of `tearsheet`.

Usage: python3 Tests/Oracle PATH_TO_TEARSHEET [--verbose] [--only NAME] [--seed N] [--keep DIR] [--quick]

Makes seeded runs of many shapes, computes every metric, table and series from the definitions, runs the executable and
compares. The last line is a count; exits 0 when all agree. --only takes the shapes whose names contain NAME, --quick
leaves out the largest, --keep leaves the runs and the JSON in DIR. README.md says what it leaves open.
"""
import argparse
import functools
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor

import published
import shapes_benchmark
import shapes_calendar
import shapes_daily
import shapes_intraday
import shapes_trades
from compare import judge
from formats import check_formats
from judging import Ledger
from shapes import DEFAULT_SEED, Shapes, write

FORMATS_OF = ("daily-equity-1", "trades-1", "crypto-0", "monthly-end-0", "hourly-fx", "daily-short", "coin-against-index-rf-0.02")
LARGE = 5000
SHOWN = 12


def words():
    parser = argparse.ArgumentParser(prog="python3 Tests/Oracle", description=__doc__.splitlines()[0])
    parser.add_argument("tearsheet", help="the built executable")
    parser.add_argument("--verbose", action="store_true", help="every disagreement, and the keys that are not judged")
    parser.add_argument("--only", metavar="NAME", help="shapes whose names contain NAME")
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED)
    parser.add_argument("--keep", metavar="DIR", help="leave runs and JSON here")
    parser.add_argument("--quick", action="store_true", help="leave out the largest runs")
    return parser.parse_args()


def chosen_shapes(asked):
    shapes = Shapes(asked.seed)
    for group in (shapes_daily, shapes_calendar, shapes_benchmark, shapes_intraday, shapes_trades):
        group.add_all(shapes)
    return [s for s in shapes.all if (asked.only is None or asked.only in s["name"])
            and not (asked.quick and len(s["stamps"]) > LARGE)]


def report(tool, run, options, out):
    """The JSON of a run, or None, with the messages."""
    done = subprocess.run([tool, "report", str(run), "--format", "json", "-o", str(out), *options],
                          capture_output=True, text=True)
    if done.returncode:
        return None, done.stderr
    return json.loads(next(out.glob("*.json")).read_text()), done.stderr


def judge_one(tool, root, shape):
    ledger = Ledger()
    run, options = write(shape, root / "runs")
    doc, messages = report(tool, run, options, root / "out" / shape["name"])
    if doc is None:
        ledger.note("runs", False, f"{shape['name']} did not run: {messages.strip()[:300]}")
        return ledger
    ledger.note("runs", True, "")
    judge(shape, doc, ledger)
    if shape["name"] in FORMATS_OF:
        check_formats(tool, run, options, doc, root, ledger)
    return ledger


def show(ledger, asked):
    shown = {}
    for line in ledger.failed:
        name = line.split()[0]
        shown[name] = shown.get(name, 0) + 1
        if asked.verbose or shown[name] <= SHOWN:
            print("FAIL", line)
    for name, times in shown.items():
        if times > SHOWN and not asked.verbose:
            print(f"FAIL {name} … {times - SHOWN} more (--verbose)")
    if asked.verbose:
        print("not judged:", " ".join(sorted(ledger.unjudged)) or "nothing")
    for area, (compared, agreeing) in sorted(ledger.areas.items()):
        print(f"{area}: {agreeing} of {compared}")


def main():
    asked, began, ledger = words(), time.time(), Ledger()
    tool = str(pathlib.Path(asked.tearsheet).resolve())
    root = pathlib.Path(asked.keep or tempfile.mkdtemp(prefix="tearsheet-oracle-"))
    root.mkdir(parents=True, exist_ok=True)
    try:
        shapes = chosen_shapes(asked)
        with ProcessPoolExecutor() as pool:
            for found in pool.map(functools.partial(judge_one, tool, root), shapes):
                ledger.add(found)
        if asked.only is None or asked.only in "published":
            published.check_all(tool, root, ledger)
    finally:
        if not asked.keep:
            shutil.rmtree(root, ignore_errors=True)
    show(ledger, asked)
    agreeing = sum(x[1] for x in ledger.areas.values())
    print(f"{agreeing} of {ledger.compared} numbers agree in {len(shapes)} runs, {len(ledger.failed)} checks fail, "
          f"seed {asked.seed}, {time.time() - began:.0f} s")
    sys.exit(1 if ledger.failed else 0)


if __name__ == "__main__":
    main()
