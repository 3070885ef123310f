"""JSON, CSV and `metrics` of one run say the same."""
import csv
import io
import json
import subprocess

from compare import rows


def run(tool, *arguments):
    return subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True)


def same_cell(cell, value):
    if value is None:
        return cell == ""
    if isinstance(value, bool):
        return cell.lower() == str(value).lower()
    if isinstance(value, (int, float)):
        return cell != "" and float(cell) == value
    return cell == value


def check_formats(tool, folder, options, doc, root, ledger):
    name = folder.name
    note = lambda holds, text: ledger.note("formats", holds, f"{name} {text}")
    out = root / "formats" / name
    done = run(tool, "report", folder, "--format", "json,csv", "-o", out, *options)
    note(done.returncode == 0, f"report failed: {done.stderr[:200]}")
    if done.returncode:
        return
    check_metrics(tool, folder, options, doc, note)
    stem = next(out.glob("*.json")).stem
    note(json.loads((out / f"{stem}.json").read_text()) == doc, "two reports of one run are the same")
    for group in ("tables", "series"):
        for table, columns in doc[group].items():
            check_table(out / f"{stem}.{table}.csv", table, columns, note)


def check_table(file, table, columns, note):
    if not file.exists():
        note(not any(len(v) for v in columns.values()), f"csv file of {table} is missing")
        return
    with file.open() as opened:
        given = list(csv.DictReader(opened))
    right = rows(columns)
    note(len(given) == len(right), f"csv {table}: {len(given)} rows | json {len(right)}")
    wrong = sum(not same_cell(g.get(k, ""), w[k]) for g, w in zip(given, right) for k in w)
    note(wrong == 0, f"csv {table}: {wrong} cells differ from JSON")


def check_metrics(tool, folder, options, doc, note):
    printed = json.loads(run(tool, "metrics", folder, "--format", "json", *options).stdout)
    note(printed["metrics"] == doc["metrics"] and printed.get("benchmark_metrics") == doc.get("benchmark_metrics"),
         "metrics --format json is the report's JSON")
    table = list(csv.DictReader(io.StringIO(run(tool, "metrics", folder, "--format", "csv", *options).stdout)))
    note({r["key"] for r in table} == set(doc["metrics"]), "metrics --format csv has all keys")
    for r in table:
        value = doc["metrics"][r["key"]]["value"]
        cell = next((r[x] for x in ("value", "strategy") if x in r), "")
        note(same_cell(cell, value), f"csv {r['key']}: {cell} | json {value}")
        theirs = doc.get("benchmark_metrics", {}).get(r["key"])
        if theirs and "benchmark" in r:
            note(same_cell(r["benchmark"], theirs["value"]), f"csv benchmark {r['key']}: {r['benchmark']} | json {theirs['value']}")
