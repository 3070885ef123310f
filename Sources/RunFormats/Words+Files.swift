import Formatting
import NativeCodecs
import RunModel
import SystemFiles

/// Files and folders that cannot be read, and what they are instead.
extension Words {
    static func missingPath(_ path: String) -> Finding {
        error("missing_path", path, "no such file or folder", "check the path")
    }

    static func unreadable(_ name: String, reason: String) -> Finding {
        error("unreadable", name, "cannot be read: \(reason)", "check the file and its permissions")
    }

    static func openLastLine(_ name: String, line: Int) -> Finding {
        warning(
            "open_last_line", .schema, name, row: line,
            "the last line has no line end, so the file may be cut off or still be written",
            "see that it is whole, and end it with a line end")
    }

    static func changedWhileRead(_ name: String) -> Finding {
        warning(
            "changed_while_read", .schema, name, "the file was changed while it was read",
            "report the run again once it is complete")
    }

    static func notAPlainFile(_ name: String) -> Finding {
        warning(
            "not_a_plain_file", .schema, name, "not read: it is a folder, a pipe, or a link that leads nowhere",
            "put the file itself there, or remove the name")
    }

    static func partTwice(used: String, unused: String) -> Finding {
        warning("part_twice", .schema, unused, "not used, because '\(used)' is there too", "remove one of the two")
    }

    static func outsideFolder(_ name: String) -> Finding {
        error(
            "outside_run_folder", name, "the link leads out of the run folder", "copy the file into the run folder")
    }

    static func emptyFile(_ name: String) -> Finding {
        error("empty_file", name, "the file is empty", "write a header and at least two rows")
    }

    static func noRows(_ name: String) -> Finding {
        error("no_rows", name, "the file has a header and no rows", "write at least two rows")
    }

    static func notText(_ name: String) -> Finding {
        error("not_text", name, "the file is not text", "write CSV in UTF-8")
    }

    static func utf16(_ name: String) -> Finding {
        error(
            "utf16", name, "the file is UTF-16", "save it as UTF-8, for example with 'iconv -f UTF-16 -t UTF-8'")
    }

    static func otherContainer(_ name: String, _ kind: String) -> Finding {
        error("other_container", name, "\(kind) is not read by this version", "export CSV")
    }

    static func pickle(_ name: String) -> Finding {
        error(
            "pickle", name, "a Python pickle is never read, because it can run code",
            "convert it with: python -c \"import pandas as p; p.read_pickle('run.pkl').to_csv('run.csv')\"")
    }

    static func tooLarge(_ name: String, limit: Int) -> Finding {
        error("file_too_large", name, "the file has more than \(limit >> 20) MiB", "split the run or thin the series")
    }

    static func badGzip(_ name: String, _ failure: Gzip.Failure) -> Finding {
        switch failure {
        case .damaged: error("damaged_gzip", name, "the gzip file is damaged", "compress it again")
        case .truncated: error("truncated_gzip", name, "the gzip file ends too early", "copy it again, completely")
        case .tooLarge(let limit):
            error(
                "gzip_too_large", name, "the gzip file expands to more than \(limit >> 20) MiB",
                "give the expanded file if it is meant to be so large")
        }
    }

    static func badTable(_ name: String, _ failure: CSVScanner.Failure) -> Finding {
        switch failure {
        case .empty: emptyFile(name)
        case .tooLarge: error("file_too_large", name, "the file has more than 2 GiB", "split the run")
        case .openQuote(let line):
            error("open_quote", name, row: line, "a quoted cell does not end", "close the quote")
        case .textAfterQuote(let line):
            error(
                "text_after_quote", name, row: line, "text follows a closing quote",
                "write quotes inside a quoted cell twice")
        case .ragged(let line, let count, let expected):
            error(
                "ragged_row", name, row: line,
                "\(Self.count(count, "cell")) where the header has \(expected)",
                count > expected
                    ? "write every row with as many cells as the header; a comma inside a number needs semicolons between the cells"
                    : "write every row with as many cells as the header")
        case .tooManyColumns:
            error(
                "too_many_columns", name, "more than \(CSVScanner.maximumColumns) columns",
                "give the columns that the run needs")
        }
    }

    static func badJSON(_ name: String, _ failure: JSONError) -> Finding {
        error("bad_json", name, byte: failure.byte, "not valid JSON: \(failure.fact)", "correct the file there")
    }

    static func notAnObject(_ name: String) -> Finding {
        error("bad_json", name, "the document is not an object", "write { \"strategy\": … }")
    }

    static func notUsed(_ name: String) -> Finding {
        note("not_used", .schema, name, "not used by this version")
    }

    static func parquetPart(_ name: String) -> Finding {
        warning("parquet_not_read", .schema, name, "Parquet is not read by this version", "write the part as CSV")
    }
}

/// Runs that are not recognised.
extension Words {
    static func noSeriesFile(_ names: [String]) -> Finding {
        error(
            "no_series", nil, "the run folder has neither equity.csv nor returns.csv; it holds \(list(names))",
            "write one of the two")
    }

    static func unknownFolder(_ name: String, _ names: [String], runsWithin runs: [String]) -> Finding {
        if let first = runs.first {
            let one = runs.count == 1
            return error(
                "unknown_format", name,
                "\(count(runs.count, "run folder")) \(one ? "lies" : "lie") within: \(list(runs))",
                one ? "name it: \(name)/\(first)" : "name one of them, such as \(name)/\(first), or all with \(name)/*")
        }
        return error(
            "unknown_format", name,
            names.isEmpty
                ? "the folder holds no files"
                : "no equity.csv, no returns.csv and no result of a known engine among \(list(names))",
            "give a run folder, or name the file itself")
    }

    static func unknownFormat(_ name: String) -> Finding {
        error("unknown_format", name, "no known format", "see Documentation/Formats.md")
    }

    static func severalRuns(_ path: String, _ keys: [String]) -> Finding {
        let shown = PathText.shown(path)
        return error(
            "several_runs", nil, "\(shown) holds \(count(keys.count, "run")): \(list(keys))",
            // A word that begins with a dash is an option, unless `--` stands before it.
            "name one of them: \(path == "-" ? "-- " : "")'\(shown)#\(PrintableText.excerpt(keys.first ?? "", limit: 60))'"
        )
    }

    static func unknownRun(_ path: String, _ key: String, _ keys: [String]) -> Finding {
        let shown = PathText.shown(path)
        guard !keys.isEmpty else {
            return error(
                "unknown_run", shown, "it holds one run, which has no key \(excerpt(key))", "name it without '#'")
        }
        return error(
            "unknown_run", shown, "no run \(excerpt(key)) among \(list(keys))",
            NearestMatch.of(key, in: keys).map { "did you mean '\(shown)#\($0)'?" } ?? "name one of them behind '#'")
    }

    static func companionMissing(_ name: String) -> Finding {
        note("no_trades_file", .schema, name, "not found beside the equity file, so there are no trades")
    }

    static func statisticsOnly(_ name: String) -> Finding {
        error(
            "statistics_only", name, "these are the statistics of backtesting.py; the equity is not in them",
            "save it with stats['_equity_curve'].to_csv('run.equity.csv') and name that file")
    }

    static func tradesOnly(_ name: String) -> Finding {
        error(
            "trades_only", name, "these are trades; a run needs its equity or its returns",
            "name the file of the series, or put both into a run folder as equity.csv and trades.csv")
    }

    static func transactions(_ name: String, _ columns: [String]) -> Finding {
        error(
            "not_a_series", name, "columns \(list(columns)) are those of orders or trades, not of a series",
            "name the file of the equity or of the returns")
    }
}
