"""Writes columnar files and spreadsheets in many dialects, each with what is in it as its own library reads it.

    python -m venv /tmp/venv && /tmp/venv/bin/pip install pyarrow pandas polars fastparquet openpyxl XlsxWriter
    /tmp/venv/bin/python Tests/Fixtures/Containers/containers.py FOLDER [small]

The tests read FOLDER when TEARSHEET_CONTAINERS names it. With the word small only the few files of this folder
are written. NAME.expected holds one line for each column and value, in the form of ColumnTable+Listing.swift in the tests.
"""

import datetime
import decimal
import pathlib
import struct
import sys

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.ipc as ipc
import pyarrow.parquet as pq

folder = pathlib.Path(sys.argv[1])
small = "small" in sys.argv[2:]
folder.mkdir(parents=True, exist_ok=True)
random = np.random.default_rng(20240607)
UNITS = {"s": "second", "ms": "millisecond", "us": "microsecond", "ns": "nanosecond"}


def kind(type):
    if pa.types.is_dictionary(type):
        return kind(type.value_type)
    if pa.types.is_floating(type):
        return "doubles"
    if pa.types.is_integer(type) or pa.types.is_null(type):
        return "integers"
    if pa.types.is_boolean(type):
        return "booleans"
    if pa.types.is_date(type):
        return "times day date"
    if pa.types.is_time(type):
        return f"times {UNITS[type.unit]} timeOfDay"
    if pa.types.is_duration(type):
        return f"times {UNITS[type.unit]} duration"
    if pa.types.is_timestamp(type):
        return f"times {UNITS[type.unit]} " + (f"instant {type.tz}" if type.tz else "local")
    if pa.types.is_decimal(type):
        return "decimals"
    return "texts"


def word(type, value):
    if not value.is_valid:
        return "-"
    if pa.types.is_dictionary(type):
        return word(type.value_type, value.value)
    if pa.types.is_floating(type):
        number = float(value.as_py())
        return "nan" if number != number else struct.pack(">d", number).hex()
    if pa.types.is_boolean(type):
        return str(value.as_py()).lower()
    if pa.types.is_date64(type):
        return str(value.value // 86400000)
    if pa.types.is_temporal(type):
        return str(value.value)
    if pa.types.is_decimal(type):
        return format(value.as_py(), "f")
    if pa.types.is_integer(type):
        return str(value.as_py())
    content = value.as_py()
    if isinstance(content, bytes):
        content = content.decode("utf-8", "replace")
    return content.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def listing(table):
    lines = []
    for field, column in zip(table.schema, table.columns):
        if pa.types.is_nested(field.type):
            continue
        lines.append(f"column {field.name}: {kind(field.type)}")
        lines += [word(field.type, value) for value in column]
    return "\n".join(lines) + "\n"


def expected(name, table):
    (folder / f"{name}.expected").write_bytes(listing(table).encode())


def parquet(name, table, **options):
    pq.write_table(table, folder / name, **options)
    expected(name, pq.read_table(folder / name))


def arrow_file(name, table, stream=False, **options):
    maker = ipc.new_stream if stream else ipc.new_file
    with maker(folder / name, table.schema, options=ipc.IpcWriteOptions(**options)) as writer:
        for batch in table.to_batches(max_chunksize=57):
            writer.write_batch(batch)
    expected(name, table)


def with_gaps(values, every):
    return [None if every and index % every == 0 else value for index, value in enumerate(values)]


def every_type(rows, every):
    """One column of each flat type; every so many rows are null."""
    whole = random.integers(-1000, 1000, rows)
    day = datetime.date(2020, 1, 1)
    moment = datetime.datetime(2020, 1, 1, 9, 30)
    step = datetime.timedelta(hours=7, microseconds=1)
    clocks = [datetime.time(index % 24, index % 60, 1, 250000) for index in range(rows)]
    words = ["", "GOOG", "BRK.B", "ä€𝄞", 'a "quoted", one', "x" * 300]
    columns = {
        "double": (random.normal(size=rows), pa.float64()),
        "single": (random.normal(size=rows).astype("f4"), pa.float32()),
        "half": (random.normal(size=rows).astype("f2"), pa.float16()),
        "repeated": (np.round(random.normal(size=rows), 1), pa.float64()),
        "date": ([day + datetime.timedelta(days=index) for index in range(rows)], pa.date32()),
        "date64": ([day - datetime.timedelta(days=index) for index in range(rows)], pa.date64()),
        "time32": ([clock.replace(microsecond=250000) for clock in clocks], pa.time32("ms")),
        "time64": (clocks, pa.time64("us")),
        "time64ns": (clocks, pa.time64("ns")),
        "flag": (whole % 3 == 0, pa.bool_()),
        "text": ([words[value % 6] for value in whole], pa.string()),
        "largetext": ([f"{value}" * (index % 5) for index, value in enumerate(whole)], pa.large_string()),
        "bytes": ([words[value % 6].encode() for value in whole], pa.binary()),
        "fixed": ([f"{index:06d}".encode() for index in range(rows)], pa.binary(6)),
        "category": ([words[value % 6] for value in whole], pa.dictionary(pa.int32(), pa.string())),
        "small decimal": ([decimal.Decimal(int(value)) / 100 for value in whole], pa.decimal128(7, 2)),
        "decimal": ([decimal.Decimal(int(value)) ** 9 / 10000 for value in whole], pa.decimal128(38, 4)),
        "nothing": ([None] * rows, pa.null()),
    }
    for bits in (8, 16, 32, 64):
        columns[f"int{bits}"] = (whole % 120 - 60, getattr(pa, f"int{bits}")())
        columns[f"uint{bits}"] = ((whole % 120 + (255 - 120)), getattr(pa, f"uint{bits}")())
    columns["int64 wide"] = (random.integers(-(2**63), 2**63 - 1, rows), pa.int64())
    columns["uint32 wide"] = (random.integers(0, 2**32 - 1, rows, dtype="u4"), pa.uint32())
    for unit in ("s", "ms", "us", "ns"):
        for zone in (None, "UTC", "America/New_York"):
            moments = [moment + index * step for index in range(rows)]
            if unit in ("s", "ms"):
                moments = [value.replace(microsecond=0) for value in moments]
            if zone:
                moments = [value.replace(tzinfo=datetime.timezone.utc) for value in moments]
            columns[f"moment {unit} {zone}"] = (moments, pa.timestamp(unit, zone))
        columns[f"duration {unit}"] = ([datetime.timedelta(seconds=index) for index in range(rows)], pa.duration(unit))
    arrays = []
    for index, (values, type) in enumerate(columns.values()):
        values = [value.item() if isinstance(value, np.generic) else value for value in values]
        if pa.types.is_float16(type):
            values = [None if value is None else np.float16(value) for value in values]
        arrays.append(pa.array(with_gaps(values, every + index % 3 if every else 0), type))
    return pa.table(arrays, names=list(columns))


def without(table, *predicates):
    keep = [field.name for field in table.schema if not any(test(field.type) for test in predicates)]
    return table.select(keep)


def all_parquet():
    for rows, every in ((0, 0), (1, 0), (1, 1), (7, 2), (1000, 0), (1000, 3), (1000, 50), (5000, 1000)):
        table = every_type(rows, every)
        for version in ("1.0", "2.0"):
            for codec in ("none", "snappy", "gzip", "brotli", "zstd", "lz4"):
                if codec not in ("none", "snappy") and rows not in (1, 1000):
                    continue
                name = f"types-{rows}-{every}-v{version[0]}-{codec}"
                parquet(f"{name}.parquet", table, data_page_version=version, compression=codec, data_page_size=2000)
                parquet(f"{name}-plain.parquet", table, data_page_version=version, compression=codec, use_dictionary=False)
    for rows, every in ((1, 0), (33, 0), (1000, 3), (5000, 0)):
        encodings(rows, every)
    table = every_type(1000, 7)
    parquet("rowgroups.parquet", table, row_group_size=37)
    parquet("checksums.parquet", table, write_page_checksum=True)
    parquet("no-statistics.parquet", table, write_statistics=False, store_schema=False)
    parquet("with-index.parquet", table, write_page_index=True)
    parquet("dictionary-overflow.parquet", table, dictionary_pagesize_limit=300, data_page_size=300)
    for version in ("1.0", "2.4", "2.6"):
        parquet(f"format-{version}.parquet", table, version=version)
    for unit in ("ms", "us"):
        parquet(f"coerced-{unit}.parquet", table, coerce_timestamps=unit, allow_truncated_timestamps=True)
    int96 = every_type(500, 5).select([f"moment {unit} None" for unit in ("s", "ms", "us", "ns")])
    parquet("int96.parquet", int96, use_deprecated_int96_timestamps=True)
    decimals = without(table, lambda type: not pa.types.is_decimal(type))
    parquet("decimals-as-integers.parquet", decimals, store_decimal_as_integer=True)
    parquet("nested.parquet", nested_table())


def nested_table():
    return pa.table({
        "a": [1.5, 2.5], "list": [[1, 2], []], "b": ["x", None], "struct": [{"p": 1, "q": ["r"]}, None],
        "map": pa.array([[("k", 1)], []], pa.map_(pa.string(), pa.int64())), "c": [1, 2],
        "fixed": pa.array([[1, 2], [3, 4]], pa.list_(pa.int64(), 2)), "e": pa.array(["p", "q"], pa.large_string()),
    })


def encodings(rows, every):
    """Encodings that are written only where they are asked for."""
    table = every_type(rows, every)
    choices = {
        "delta": ("DELTA_BINARY_PACKED", lambda type: pa.types.is_integer(type) and type.bit_width >= 32),
        "delta-length": ("DELTA_LENGTH_BYTE_ARRAY", lambda type: type in (pa.string(), pa.binary())),
        "delta-bytes": ("DELTA_BYTE_ARRAY", lambda type: type in (pa.string(), pa.binary(), pa.binary(6))),
        "split": ("BYTE_STREAM_SPLIT", lambda type: type in (pa.float32(), pa.float64(), pa.int32(), pa.int64(), pa.binary(6))),
        "rle": ("RLE", pa.types.is_boolean),
    }
    for name, (encoding, takes) in choices.items():
        part = table.select([field.name for field in table.schema if takes(field.type)])
        for version in ("1.0", "2.0"):
            parquet(
                f"{name}-{rows}-{every}-v{version[0]}.parquet", part, use_dictionary=False, data_page_version=version,
                column_encoding={column: encoding for column in part.column_names}, data_page_size=4000)


def other_writers():
    import fastparquet
    import polars

    frame = pd.DataFrame({
        "Equity": random.normal(size=400), "n": np.arange(400), "flag": np.arange(400) % 3 == 0,
        "s": [f"w{index % 9}" for index in range(400)], "t": pd.date_range("2020-01-01", periods=400, freq="h"),
        "c": pd.Categorical([f"c{index % 4}" for index in range(400)]),
    })
    for codec in ("UNCOMPRESSED", "SNAPPY", "GZIP", "BROTLI", "ZSTD", "LZ4"):
        for times in ("int64", "int96"):
            name = f"fastparquet-{codec}-{times}.parquet"
            fastparquet.write(str(folder / name), frame, compression=codec, times=times, row_group_offsets=150)
            expected(name, pq.read_table(folder / name))
    gaps = frame.copy()
    gaps.loc[::7, "Equity"] = np.nan
    gaps["s"] = gaps["s"].where(gaps.index % 5 > 0, None)
    gaps["n"] = gaps["n"].astype("Int64").where(gaps.index % 4 > 0)
    fastparquet.write(str(folder / "fastparquet-gaps.parquet"), gaps)
    expected("fastparquet-gaps.parquet", pq.read_table(folder / "fastparquet-gaps.parquet"))
    rows = polars.DataFrame({
        "d": [datetime.date(2024, 1, 1) + datetime.timedelta(days=index) for index in range(300)],
        "x": random.normal(size=300), "s": [None if index % 6 == 0 else f"some longer text {index % 40}" for index in range(300)],
        "t": [datetime.datetime(2024, 1, 1) + datetime.timedelta(minutes=index) for index in range(300)],
        "e": polars.Series([f"e{index % 3}" for index in range(300)], dtype=polars.Categorical),
        "m": polars.Series([decimal.Decimal(index) / 8 for index in range(300)], dtype=polars.Decimal(20, 3)),
    })
    for codec in ("uncompressed", "snappy", "gzip", "brotli", "zstd", "lz4"):
        rows.write_parquet(folder / f"polars-{codec}.parquet", compression=codec)
        expected(f"polars-{codec}.parquet", pq.read_table(folder / f"polars-{codec}.parquet"))
    for codec in ("uncompressed", "lz4", "zstd"):
        for newest in (0, 1):
            name = f"polars-{codec}-{newest}.arrow"
            rows.write_ipc(folder / name, compression=codec, compat_level=polars.CompatLevel.newest() if newest else polars.CompatLevel.oldest())
            expected(name, feather.read_table(folder / name))


def all_arrow():
    for rows, every in ((0, 0), (1, 0), (100, 0), (1000, 3)):
        table = every_type(rows, every)
        views = {"view": pa.array(with_gaps([f"v{index}" * (index % 9) for index in range(rows)], every), pa.string_view())}
        for name, array in views.items():
            table = table.append_column(name, array)
        for codec in (None, "lz4", "zstd"):
            for stream in (False, True):
                arrow_file(f"types-{rows}-{every}-{codec}-{'stream' if stream else 'file'}.arrow", table, stream=stream, compression=codec)
    table = every_type(100, 9)
    arrow_file("legacy.arrow", table, stream=True, use_legacy_format=True, metadata_version=ipc.MetadataVersion.V4)
    arrow_file("decimal-widths.arrow", pa.table({
        "d32": pa.array([decimal.Decimal("1.25"), None], pa.decimal32(7, 2)),
        "d64": pa.array([decimal.Decimal("-1.25"), None], pa.decimal64(17, 2)),
        "d256": pa.array([decimal.Decimal("-12345678901234567890.25"), None], pa.decimal256(70, 2)),
    }))
    arrow_file("nested.arrow", nested_table())
    growing = pa.schema([("k", pa.dictionary(pa.int8(), pa.string()))])
    with ipc.new_stream(folder / "delta-dictionary.arrow", growing, options=ipc.IpcWriteOptions(emit_dictionary_deltas=True)) as writer:
        for words in (["a", "b"], ["a", "b", "c"]):
            keys = pa.array([0, len(words) - 1, None], pa.int8())
            writer.write_batch(pa.record_batch([pa.DictionaryArray.from_arrays(keys, words)], schema=growing))
    expected("delta-dictionary.arrow", pa.table({"k": ["a", "b", None, "a", "c", None]}))
    for codec in ("uncompressed", "lz4", "zstd"):
        feather.write_feather(table, folder / f"feather-{codec}.feather", compression=codec)
        expected(f"feather-{codec}.feather", table)


def few():
    """The files of Tests/Fixtures/Containers."""
    table = every_type(12, 5)
    parquet("types.parquet", table, data_page_version="2.0", compression="zstd")
    parquet("types-plain-lz4.parquet", table, use_dictionary=False, compression="lz4")
    part = table.select(["int64", "int64 wide", "int32"])
    parquet("delta.parquet", part, use_dictionary=False, column_encoding={name: "DELTA_BINARY_PACKED" for name in part.column_names})
    part = table.select(["text", "bytes"])
    parquet("delta-bytes.parquet", part, use_dictionary=False, column_encoding={name: "DELTA_BYTE_ARRAY" for name in part.column_names}, compression="brotli")
    parquet("int96.parquet", table.select(["moment us None"]), use_deprecated_int96_timestamps=True, compression="gzip")
    arrow_file("types-lz4.arrow", table, compression="lz4")
    arrow_file("types-zstd-stream.arrow", table, stream=True, compression="zstd")
    parquet("nested.parquet", nested_table())
    arrow_file("nested.arrow", nested_table())


def runs():
    """One run in every container, and what else RunFormats' tests read: Tests/Fixtures/Containers/runs."""
    import zipfile

    place = folder / "runs"
    place.mkdir(exist_ok=True)
    days = pd.bdate_range("2024-01-02", periods=30, name="date")
    equity = np.round(10000 * np.cumprod(1 + random.normal(0.0005, 0.01, 30)), 2)
    frame = pd.DataFrame({"equity": equity}, index=days)
    flat = frame.reset_index()
    frame.to_csv(place / "equity.csv")
    frame.to_parquet(place / "indexed.parquet")
    flat.to_parquet(place / "flat.parquet", compression="zstd")
    pq.write_table(pa.Table.from_pandas(flat), place / "int96.parquet", use_deprecated_int96_timestamps=True)
    flat.to_feather(place / "lz4.feather")
    arrow_table = pa.table({"date": flat["date"].dt.date, "equity": [decimal.Decimal(str(value)) for value in equity]})
    with ipc.new_stream(place / "stream.arrow", arrow_table.schema) as writer:
        writer.write_table(arrow_table)
    with pd.ExcelWriter(place / "sheets.xlsx", engine="xlsxwriter") as book:
        pd.DataFrame({"note": ["made by hand"]}).to_excel(book, sheet_name="Notes", index=False)
        flat.to_excel(book, sheet_name="Equity", index=False, startrow=3, startcol=1)
    (place / "utf-16.csv").write_bytes(frame.to_csv().encode("utf-16"))
    # Midnights in New York, as QuantStats' users have them: the date on the clock there is the trading date.
    frame.tz_localize("America/New_York").to_parquet(place / "new-york.parquet")
    nested = pa.Table.from_pandas(frame).append_column("orders", pa.array([[{"id": 1}]] * 30))
    pq.write_table(nested, place / "nested-orders.parquet")
    trades = "id,symbol,side,qty,entry_time,entry_price,exit_time,exit_price,fees,pnl\n"
    trades += "1,GOOG,long,2,2024-01-03,100,2024-01-05,104,0.5,7.5\n"
    with zipfile.ZipFile(place / "folder.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("my-run/run.json", '{"strategy": "Zipped", "id": "zipped"}')
        archive.write(place / "indexed.parquet", "my-run/equity.parquet")
        archive.writestr("my-run/trades.csv", trades)
        archive.writestr("__MACOSX/my-run/._run.json", "x")
    with zipfile.ZipFile(place / "one-file.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(place / "equity.csv", "equity.csv")


if small:
    few()
    runs()
else:
    all_parquet()
    other_writers()
    all_arrow()
