import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// Series by the names of strategies, as users of QuantStats save them.
struct QuantStatsTests {
    private static let folder = RealRuns.folder + "/quantstats"

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
    func `folder, CSV, Parquet and metrics give QuantStats' returns`() throws {
        #expect(
            try RunReader.list(Self.folder).map(\.key) == [
                "smacross-goog.returns-and-benchmark", "smacross-goog.returns",
            ])
        let both = try RunReader.read(Self.folder + "#smacross-goog.returns-and-benchmark")
        let plain = try RunReader.read(Self.folder + "#smacross-goog.returns")
        #expect(both.returns == plain.returns && both.returns.count == 2147)
        #expect(both.identity.strategy == .given("SmaCross") && both.benchmark?.name == "GOOG")
        #expect(plain.benchmark?.name == "GOOG" && plain.benchmark?.returns == both.benchmark?.returns)
        #expect(both.reported.first { $0.name == "Cumulative Return" }?.text == "4.56")
        #expect((both.equity.values.last.map { $0 - 1 } ?? 0) > 4.55)
        let named = try RunReader.list(Self.folder + "/smacross-goog.metrics-full.csv")
        #expect(named.map(\.id) == ["smacross-goog.returns-and-benchmark", "smacross-goog.returns"])
        #expect(try RunReader.read(Self.folder + "/goog.benchmark-returns.csv").returns.count == 2147)
    }

    @Test func `a series without a name has the header that pandas gives it`() throws {
        let returns = try bare(",0\n2024-01-02,0.0\n2024-01-03,0.01\n2024-01-04,-0.02\n")
        #expect(returns.returns.values == [0, 0.01, -0.02] && returns.identity.strategy.value == "run")
        let prices = try bare(",0\n2024-01-02,1.5\n2024-01-03,1.53\n2024-01-04,1.4994\n")
        #expect(prices.equity.values == [1.5, 1.53, 1.4994])
        #expect(prices.provenance.notes.contains { $0.contains("as prices") })
    }

    @Test(arguments: ["0.5,0.4,0.6", "0,0.01,0.02", "0.1,-1.5,0.2", "3,3,3,3,3,3,3,3,3,3,3,3,3"])
    func `numbers that can be either are not guessed`(values: String) throws {
        let rows = values.split(separator: ",").enumerated().map { "2024-01-\($0 + 10),\($1)\n" }.joined()
        #expect(try bareMessage(",SmaCross\n" + rows).contains("does not say whether"))
    }

    @Test(arguments: ["volume", "gross_lev", "drawdown", "position"])
    func `columns of other things are no strategies`(name: String) throws {
        #expect(try bareMessage(",\(name)\n2024-01-02,1.5\n2024-01-03,1.53\n2024-01-04,1.4994\n") != "no error")
    }

    @Test func `strategies of different length stand side by side`() throws {
        let table =
            ",a,b\n2024-01-02,0.01,\n2024-01-03,-0.02,\n2024-01-04,0.03,-0.01\n2024-01-05,,0.02\n2024-01-08,,0.01\n"
        let folder = try TemporaryRun(["two.csv": table])
        #expect(try RunReader.list(folder.path + "/two.csv").map(\.key) == ["a", "b"])
        let (a, b) = (try RunReader.read(folder.path + "/two.csv#a"), try RunReader.read(folder.path + "/two.csv#b"))
        #expect(a.returns.values == [0.01, -0.02, 0.03] && a.findings.isEmpty)
        #expect(b.returns.values == [-0.01, 0.02, 0.01] && b.findings.isEmpty)
        #expect(b.equity.timestamps[0] == moment("2024-01-03"))
    }

    @Test func `returns and a benchmark of one table are one run`() throws {
        let folder = try TemporaryRun([
            "r.csv": ",Momentum,Benchmark\n2024-01-02,0.01,0.02\n2024-01-03,-0.02,-0.01\n2024-01-04,0.03,0.01\n"
        ])
        let run = try folder.read("r.csv")
        #expect(run.identity.strategy == .given("Momentum") && run.benchmark?.pairs.count == 3)
    }

    @Test func `midnights of New York with both of its offsets are dates`() throws {
        let run = try bare(
            ",SmaCross\n2024-03-07 00:00:00-05:00,0.01\n2024-03-08 00:00:00-05:00,-0.01\n2024-03-11 00:00:00-04:00,0.02\n"
                + "2024-03-12 00:00:00-04:00,0.01\n")
        #expect(run.returns.timestamps.map(\.date.iso) == ["2024-03-07", "2024-03-08", "2024-03-11", "2024-03-12"])
        #expect(run.returns.timestamps.allSatisfy { $0.millisecondsOfDay == 0 } && run.timeZone == .absent)
    }

    /// Berlin's midnights in UTC: 23:00 of the day before in winter, 22:00 in summer.
    @Test func `instants in UTC whose local date is the trading date stand on that date`() throws {
        var rows = ""
        for day in 1...31 {
            let weekday = (day + 3) % 7  // 1 March 2024 is a Friday: 4.
            guard weekday < 5 else { continue }
            // Clocks change on Sunday the 31st.
            rows += "2024-03-\(day < 11 ? "0" : "")\(day - 1) 23:00:00+00:00,\(day % 2 == 0 ? "" : "-")0.0\(day)\n"
        }
        rows = rows.replacing("2024-03-00", with: "2024-02-29")
        rows += "2024-03-31 22:00:00+00:00,0.01\n2024-04-01 22:00:00+00:00,0.02\n"
        let run = try bare(",SmaCross\n" + rows)
        #expect(run.findings.map(\.code) == ["midnights_eastward"] && run.calendar.name == "xnys")
        #expect(
            run.returns.timestamps.first == moment("2024-03-01") && run.returns.timestamps.last == moment("2024-04-02"))
    }

    @Test func `returns without a header are told by their signs, equity is not`() throws {
        let run = try bare("2024-01-02,0.0\n2024-01-03,0.01\n2024-01-04,-0.02\n")
        #expect(run.returns.values == [0, 0.01, -0.02])
        #expect(try bareMessage("2024-01-02,100\n2024-01-03,101\n").contains("no header"))
    }

    @Test func `JSON of a series reads as the CSV does`() throws {
        let folder = try TemporaryRun(["r.json": #"{"1704153600000":0.0,"1704240000000":0.01,"1704326400000":-0.02}"#])
        #expect(try folder.read("r.json").returns.values == [0, 0.01, -0.02])
        #expect(
            try folder.read("r.json").returns.timestamps.map(\.date.iso) == ["2024-01-02", "2024-01-03", "2024-01-04"])
    }
}
