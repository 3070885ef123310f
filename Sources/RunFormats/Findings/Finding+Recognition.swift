import Formatting
import RunModel
import SystemFiles

/// What a folder or file is, and which run is meant.
extension Finding {
    static func noSeriesFile(_ names: [String]) -> Finding {
        Finding(
            .noSeries, nil, "the run folder has neither equity.csv nor returns.csv; it holds \(Phrase.list(names))",
            "write one of the two")
    }

    static func unknownFolder(_ name: String, _ names: [String], runsWithin runs: [String]) -> Finding {
        if let first = runs.first {
            let one = runs.count == 1
            return Finding(
                .unknownFormat, name,
                "\(Phrase.count(runs.count, "run folder")) \(one ? "lies" : "lie") within: \(Phrase.list(runs))",
                one ? "name it: \(name)/\(first)" : "name one of them, such as \(name)/\(first), or all with \(name)/*")
        }
        return Finding(
            .unknownFormat, name,
            names.isEmpty
                ? "the folder holds no files"
                : "no equity.csv, no returns.csv and no result of a known engine among \(Phrase.list(names))",
            "give a run folder, or name the file itself")
    }

    /// A folder without a run of its own, and with archives that may hold some.
    static func archivesWithin(_ name: String, _ archives: [String]) -> Finding {
        Finding(
            .unknownFormat, name,
            "\(Phrase.count(archives.count, "archive")) \(archives.count == 1 ? "lies" : "lie") within: \(Phrase.list(archives))",
            "name one of them, such as \(name)/\(archives[0])")
    }

    static func unknownFormat(_ name: String) -> Finding {
        Finding(.unknownFormat, name, "no known format", "see Documentation/Formats.md")
    }

    static func severalRuns(_ path: String, _ keys: [String]) -> Finding {
        let shown = PathText.shown(path)
        return Finding(
            .severalRuns, nil, "\(shown) holds \(Phrase.count(keys.count, "run")): \(Phrase.list(keys, limit: 120))",
            // A word that begins with a dash is an option, unless `--` stands before it.
            "name one of them: \(path == "-" ? "-- " : "")'\(shown)#\(PrintableText.excerpt(keys.first ?? "", limit: 120))'"
        )
    }

    static func unknownRun(_ path: String, _ key: String, _ keys: [String]) -> Finding {
        let shown = PathText.shown(path)
        guard !keys.isEmpty else {
            return Finding(
                .unknownRun, shown, "it holds one run, which has no key \(Phrase.excerpt(key))", "name it without '#'")
        }
        return Finding(
            .unknownRun, shown, "no run \(Phrase.excerpt(key)) among \(Phrase.list(keys, limit: 120))",
            NearestMatch.of(key, in: keys).map { "did you mean '\(shown)#\($0)'?" } ?? "name one of them behind '#'")
    }

    static func partTwice(used: String, unused: String) -> Finding {
        Finding(.partTwice, unused, "not used, because '\(used)' is there too", "remove one of the two")
    }

    static func notUsed(_ name: String) -> Finding {
        Finding(.notUsed, name, "not used by this version")
    }

    static func tradesOnly(_ name: String) -> Finding {
        Finding(
            .tradesOnly, name, "these are trades; a run needs its equity or its returns",
            "name the file of the series, or put both into a run folder as equity.csv and trades.csv")
    }

    static func transactionsOnly(_ name: String, _ columns: [String]) -> Finding {
        Finding(
            .notASeries, name, "columns \(Phrase.list(columns)) are those of orders or trades, not of a series",
            "name the file of the equity or of the returns")
    }
}
