"""Makes SampleRuns/zipline-perf of a frame that zipline wrote: its days until 2013-09-30, compressed.

python Scripts/sample-runs/zipline_perf.py weekly-ma-4stocks.perf.csv

The frame is `run_algorithm(...).to_csv(...)` of zipline-reloaded 3.2.1: weekly moving averages on AAPL, IBM, KO, MSFT from
2012-02-14 on. Its statistics are cumulated to each day, so that those of the last row kept are of the days kept.
"""

import gzip
import pathlib
import sys

folder = pathlib.Path(__file__).resolve().parents[2] / "SampleRuns" / "zipline-perf"
lines = pathlib.Path(sys.argv[1]).read_text().splitlines()
kept = [line for line in lines if not line[:4].isdigit() or line[:10] <= "2013-09-30"]
folder.mkdir(exist_ok=True)
with open(folder / "weekly-ma-4stocks.perf.csv.gz", "wb") as raw:
    with gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as file:
        file.write(("\n".join(kept) + "\n").encode())
