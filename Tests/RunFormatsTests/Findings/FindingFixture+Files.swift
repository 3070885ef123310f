import Foundation
import RunFormats
import RunModel
import Series
import TestSupport

extension FindingFixture {
    private static let sweep = [
        "p.value.csv": ",10,20\n2024-01-02,100,100\n2024-01-03,101,99\n",
        "p.trades.csv": "Exit Trade Id,Column,Size,Entry Timestamp,Avg Entry Price,Entry Fees,Exit Timestamp,"
            + "Avg Exit Price,Exit Fees,PnL,Return,Direction,Status,Position Id\n"
            + "0,30,1,2024-01-02,10,0,2024-01-03,11,0,1,0.1,Long,Closed,0\n",
    ]

    /// A mapping that names no file.
    private static var mapped: RunOptions {
        var options = RunOptions()
        options.mapping = try? ColumnMapping.of(["equity=equity"])
        return options
    }

    /// A benchmark that a library does not have.
    private static var withLibrary: RunOptions {
        var options = RunOptions(benchmark: .init(path: "no-such-series"))
        options.library = SeriesLibrary(folder: repositoryRoot.appendingPathComponent("SampleRuns").path)
        return options
    }

    /// A benchmark that a library has in two files.
    private static var withDoubledSeries: RunOptions {
        var options = RunOptions(benchmark: .init(path: "spy"))
        options.library = SeriesLibrary(folder: repositoryRoot.appendingPathComponent("Tests/Fixtures/Library").path)
        return options
    }

    private static func link(to target: String, in folder: String, as name: String) throws {
        try FileManager.default.createSymbolicLink(atPath: folder + "/" + name, withDestinationPath: target)
    }

    /// Files, recognition, `run.json` and options.
    static let files: [FindingFixture] = [
        .init(
            .unreadable, .needsSystem, ["equity.csv": dailyEquity(5)], options: RunOptions(benchmark: .init(path: "/"))),
        .init(.outsideRunFolder, .needsSystem, [:]) { try link(to: "/etc/hostname", in: $0, as: "equity.csv") },
        .init(.notAPlainFile, .needsSystem, ["equity.csv": dailyEquity(5)]) {
            try link(to: "nowhere", in: $0, as: "trades.csv")
        },
        .init(
            .fileTooLarge, .needsSystem,
            ["run.csv": "date,equity\n" + String(repeating: "2024-01-02,1\n", count: 90_000)], name: "run.csv",
            options: RunOptions(maximumFileSize: 1 << 20)),
        .init(.severalRuns, .needsKey, sweep),
        .init(.unknownRun, .needsKey, sweep, key: "11"),
        .init(.tradesOfUnknownColumn, .needsKey, sweep, key: "10"),
        .init(.twiceInLibrary, beside: [:], days: 4, options: withDoubledSeries),
        .init(.partTwice, beside: ["equity.csv.gz": "x"]),
        .init(.notUsed, beside: ["signals.csv": "x\n"]),
        .init(.columnNotRead, .isRead, [:]) { folder in
            let file = repositoryRoot.appendingPathComponent("Tests/Fixtures/Containers/runs/nested-orders.parquet")
            try FileManager.default.copyItem(atPath: file.path, toPath: folder + "/equity.parquet")
        },
        .init(
            .noTradesFile, .isRead,
            ["x.equity.csv": ",Equity,DrawdownPct,DrawdownDuration\n2024-01-02,1,,\n2024-01-03,2,,\n"]),
        .init(.openLastLine, .isRead, [:]) { folder in
            try Data("date,equity\n2024-01-02,1\n2024-01-03,2".utf8).write(
                to: URL(fileURLWithPath: folder + "/equity.csv"))
        },
        .init(.unknownField, beside: ["run.json": #"{"strateggy": "x"}"#]),
        .init(.longText, beside: ["run.json": "{\"strategy\": \"" + String(repeating: "x", count: 10_001) + "\"}"]),
        .init(
            .tooManyTexts,
            beside: [
                "run.json": "{\"sectors\": {" + (0...5000).map { "\"\($0)\": \"x\"" }.joined(separator: ",") + "}}"
            ]),
        .init(.outOfSampleOutside, beside: ["run.json": #"{"out_of_sample_start": "2031-01-01"}"#]),
        .init(.badOption, .needsOption, ["equity.csv": dailyEquity(5)], options: RunOptions(periodsPerYear: 0)),
        .init(
            .missingColumn, .needsOption, ["equity.csv": dailyEquity(5)],
            options: RunOptions(
                benchmark: .init(
                    path: repositoryRoot.appendingPathComponent("SampleRuns/crypto-365/benchmark.csv").path,
                    column: "SPX"))),
        .init(
            .emptyRange, .needsOption, ["equity.csv": dailyEquity(5)],
            options: RunOptions(from: CalendarDate(iso: "2030-01-01"))),
        .init(.notInLibrary, .needsOption, ["equity.csv": dailyEquity(5)], options: withLibrary),
        .init(
            .missingEventColumns, .needsOption, ["equity.csv": dailyEquity(5)],
            options: asking { $0.events = shared("SampleRuns/crypto-365/benchmark.csv") }),
        .init(
            .invertedEvent, .needsOption, ["equity.csv": dailyEquity(5)],
            options: asking { $0.events = shared("Tests/Fixtures/Questions/inverted.csv") }),
        .init(
            .noRegimeColumn, .needsOption, ["equity.csv": dailyEquity(5)],
            options: asking { $0.regimes = shared("SampleRuns/crypto-365/trades.csv") }),
        .init(
            .badLimits, .needsOption, ["equity.csv": dailyEquity(5)],
            options: asking { $0.limits = shared("SampleRuns/crypto-365/benchmark.csv") }),
        .init(
            .mappingWithoutFile, .needsOption, ["konto.csv": dailyEquity(5)], options: mapped),
        .init(
            .contentConflict, .needsOption, ["run.csv": dailyEquity(5)], name: "run.csv",
            options: RunOptions(content: .returns)),
    ]
}

/// Options with some of them set.
private func asking(_ change: (inout RunOptions) -> Void) -> RunOptions {
    var options = RunOptions()
    change(&options)
    return options
}

/// A file of the repository.
private func shared(_ path: String) -> String { repositoryRoot.appendingPathComponent(path).path }
