import Foundation
import TestSupport
import Testing

/// Inputs as people have them, where dates of run and benchmark differ or a year is not what it looks like.
@Suite struct AwkwardCalendarTests {
    private func json(_ arguments: [String]) throws -> JSON {
        let result = try Tearsheet.run(["metrics"] + arguments + ["--rf", "0", "--format", "json"])
        try #require(result.code == 0, "\(result.errors)")
        return try JSON(text: result.output)
    }

    private func value(_ key: String, _ json: JSON, _ part: String = "metrics") -> Double {
        json[part]?[key]?["value"]?.number ?? .nan
    }

    private func codes(_ json: JSON) -> [String] {
        (json["findings"]?.array ?? []).compactMap { $0["code"]?.string }
    }

    /// `count` days from a Monday on, with levels of a walk that is the same on every machine.
    private func walk(_ count: Int, seed: UInt64 = 3) -> [(date: String, weekday: Int, level: Double)] {
        var state = seed
        var level = 100.0
        let start = ISO8601DateFormatter().date(from: "2021-01-04T00:00:00Z") ?? Date()
        let format = ISO8601DateFormatter()
        format.formatOptions = [.withFullDate]
        return (0..<count).map { day in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            level *= 1 + (Double(state >> 40) / Double(1 << 24) - 0.495) * 0.03
            return (format.string(from: start.addingTimeInterval(Double(day) * 86_400)), day % 7, level)
        }
    }

    private func file(
        _ folder: TemporaryFolder, _ name: String, _ header: String,
        _ rows: [(date: String, weekday: Int, level: Double)]
    )
        throws -> String
    {
        try folder.write(header + "\n" + rows.map { "\($0.date),\($0.level)\n" }.joined(), to: name)
    }

    @Test func `one asset on the calendars of two exchanges is itself`() throws {
        let folder = try TemporaryFolder()
        let days = walk(730).filter { $0.weekday < 5 }
        let own = days.indices.filter { $0 == 0 || $0 == days.count - 1 || $0 % 41 != 7 }.map { days[$0] }
        let other = days.indices.filter { $0 == 0 || $0 == days.count - 1 || $0 % 37 != 11 }.map { days[$0] }
        let run = try json([
            file(folder, "run.csv", "date,equity", own), "--benchmark", file(folder, "b.csv", "date,close", other),
        ])
        for (key, right) in [
            ("beta", 1.0), ("correlation", 1), ("alpha", 0), ("tracking_error", 0), ("active_return", 0),
            ("excess_cagr", 0), ("batting_average", 0),
        ] {
            #expect(abs(value(key, run) - right) < 1e-9, "\(key) \(value(key, run))")
        }
        #expect(value("total_return", run) == value("total_return", run, "benchmark_metrics"))
        #expect(value("information_ratio", run).isNaN)
        #expect(codes(run).contains("benchmark_unmatched"))
    }

    @Test func `a coin against an index is annualised with the index's days`() throws {
        let folder = try TemporaryFolder()
        let (coin, index) = (walk(1096), walk(1096, seed: 9).filter { $0.weekday < 5 })
        let run = try json([
            file(folder, "run.csv", "date,equity", coin), "--benchmark", file(folder, "b.csv", "date,close", index),
        ])
        let levels = Dictionary(uniqueKeysWithValues: coin.map { ($0.date, $0.level) })
        let differences = zip(index, index.dropFirst()).map { start, end in
            (levels[end.date] ?? .nan) / (levels[start.date] ?? .nan) - end.level / start.level
        }
        let mean = differences.reduce(0, +) / Double(differences.count)
        let squares = differences.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        #expect(abs(value("active_return", run) - mean * 252) < 1e-9)
        #expect(abs(value("tracking_error", run) - (squares / Double(differences.count - 1) * 252).squareRoot()) < 1e-9)
        let own = zip(index, index.dropFirst()).map { $1.level / $0.level - 1 }
        let ownMean = own.reduce(0, +) / Double(own.count)
        let variance = own.map { ($0 - ownMean) * ($0 - ownMean) }.reduce(0, +) / Double(own.count - 1)
        #expect(abs(value("annual_volatility", run, "benchmark_metrics") - (variance * 252).squareRoot()) < 1e-9)
        #expect(run["run"]?["comparison"]?["pairs_per_year"] == .number(252))
    }

    @Test func `windows and years that the benchmark does not cover are n/a or marked`() throws {
        let folder = try TemporaryFolder()
        let days = walk(800).filter { $0.weekday < 5 }
        let run = try file(folder, "run.csv", "date,equity", days)
        let benchmark = try file(folder, "b.csv", "date,close", Array(days[100..<400]))
        let part = try json([run, "--benchmark", benchmark])
        for key in ["mtd", "3m", "6m", "ytd", "1y"] {
            let reason = part["benchmark_metrics"]?[key]?["reason"]?.string ?? ""
            #expect(reason.hasPrefix("the benchmark ends on 2022-07"), "\(key): \(reason)")
        }
        #expect(codes(part).contains("benchmark_part"))
        #expect(part["run"]?["comparison"]?["covers_run"] == .bool(false))
        let report = try Tearsheet.run([
            "report", run, "--benchmark", benchmark, "--format", "json", "-o", folder.url.path,
        ])
        #expect(report.code == 0, "\(report.errors)")
        let text = try String(contentsOf: folder.url.appendingPathComponent("run.json"), encoding: .utf8)
        let years = try JSON(text: text)["tables"]?["annual_returns"]
        #expect(years?["benchmark_partial"]?.array?.contains(.bool(true)) == true)
    }

    @Test func `values at trade exits only are as many a year as there are`() throws {
        let folder = try TemporaryFolder()
        let chosen = walk(728).enumerated().filter { $0.offset % 12 == 3 && $0.element.weekday < 5 }.map(\.element)
        let rows = chosen.flatMap { day in
            [10, 13, 15].map { "\(day.date) \($0):07:00,\(day.level + Double($0) / 10)\n" }
        }
        let path = try folder.write("date,equity\n" + rows.joined(), to: "run.csv")
        let run = try json([path])
        let observed = run["run"]?["periods_per_year"]?.number ?? 0
        #expect(abs(observed / (Double(rows.count - 1) / 720 * 365.25) - 1) < 0.02, "\(observed)")
        #expect(codes(run).contains("sparse_observations"))
    }

    @Test func `days in the market only, Monday to Thursday and four weeks are what the data say`() throws {
        let folder = try TemporaryFolder()
        let days = walk(1500)
        let cases: [(String, [(date: String, weekday: Int, level: Double)], ClosedRange<Double>, String)] = [
            (
                "some", days.enumerated().filter { $0.element.weekday < 5 && $0.offset / 3 % 2 == 0 }.map(\.element),
                128...133, "sparse_observations"
            ),
            ("mondays", days.filter { $0.weekday < 4 }, 207...210, "sparse_observations"),
            (
                "four-weekly", days.enumerated().filter { $0.offset % 28 == 4 }.map(\.element), 13...13.1,
                "periods_from_data"
            ),
        ]
        for (name, rows, range, code) in cases {
            let run = try json([file(folder, name + ".csv", "date,equity", rows)])
            #expect(range.contains(run["run"]?["periods_per_year"]?.number ?? 0), "\(name)")
            #expect(codes(run).contains(code), "\(name): \(codes(run))")
        }
    }

    @Test func `midnights from Tuesday to Saturday are the ends of weekdays`() throws {
        let folder = try TemporaryFolder()
        let days = walk(730)
        let bars = days.dropLast().filter { $0.weekday < 5 }
        let shifted = days.indices.dropFirst().filter { days[$0 - 1].weekday < 5 }.map {
            (days[$0].date, days[$0].weekday, days[$0 - 1].level)
        }
        let right = try json([file(folder, "right.csv", "date,equity", bars)])
        let late = try json([file(folder, "late.csv", "date,equity", shifted)])
        for key in ["annual_volatility", "sharpe", "total_return", "best_month", "mtd"] {
            #expect(value(key, right) == value(key, late), "\(key)")
        }
        #expect(late["run"]?["periods_per_year"] == .number(252))
        #expect(codes(late) == ["end_of_bar_timestamps"])
    }

    @Test func `holidays are no contradiction, a declared calendar stays and is told of`() throws {
        let folder = try TemporaryFolder()
        let days = walk(1096).filter { $0.weekday < 5 }
        let holidays = days.indices.filter { $0 % 29 != 3 }.map { days[$0] }
        let path = try file(folder, "run.csv", "date,equity", holidays)
        let run = try json([path])
        #expect(run["run"]?["periods_per_year"] == .number(252) && codes(run).allSatisfy { $0 == "gaps" })
        let declared = try json([path, "--calendar", "24x7"])
        #expect(declared["run"]?["periods_per_year"] == .number(365))
        #expect(codes(declared).contains("calendar_contradicted"))
    }
}
