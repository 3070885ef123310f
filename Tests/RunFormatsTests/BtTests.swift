import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// Results of bt, real and in small.
struct BtTests {
    private static let folder = RealRuns.folder + "/bt"

    @Test(
        .enabled(if: RealRuns.areThere, "\(RealRuns.advice)"),
        arguments: [
            "#goog-monthly_equal", "/goog-monthly_equal.values.csv", "/goog-monthly_equal.positions.csv",
            "/goog-monthly_equal.security_weights.csv", "/goog-monthly_equal.transactions.csv",
            "/goog-monthly_equal.transactions.parquet",
        ])
    func `values, units, weights and transactions explain each other, whichever is named`(name: String) throws {
        let run = try RunReader.read(Self.folder + name)
        #expect(run.identity.id == "goog-monthly_equal" && run.equity.values.first == 1_000_000)
        #expect(run.equity.values.last == 1_829_129.38 && run.fills?.count == 167)
        #expect(run.reconciliation.checks.filter { $0.outcome == .differs }.map(\.statement) == [])
        for key in [
            Reconciliation.Check.Key.tradesExplainEquity, .positionsSum, .positionsMatchTrades, .cashMatchesTrades,
        ] { #expect(run.reconciliation[key]?.outcome == .agrees, "\(key)") }
        // On the first day 1,064 units were bought at 469.76.
        #expect(run.positions?.quantities?[0][1] == 1064)
        #expect(((run.positions?.values[0][1] ?? 0) - 1064 * 469.76).magnitude < 1e-6)
    }

    @Test(
        .enabled(if: RealRuns.areThere, "\(RealRuns.advice)"), arguments: ["", "/goog-two-strategies.prices.parquet"])
    func `an index of several strategies is a run for each`(name: String) throws {
        let keys = try RunReader.list(Self.folder + name).compactMap(\.key)
        #expect(keys.contains { $0.hasSuffix("above50sma") } && keys.contains { $0.hasSuffix("monthly_equal") })
        let prefix = name.isEmpty ? "goog-two-strategies:" : ""
        let whole = try RunReader.read(Self.folder + name + "#" + prefix + "above50sma")
        let cut = try RunReader.read(Self.folder + name + "#" + prefix + "monthly_equal")
        #expect(
            whole.findings.isEmpty && whole.equity.values.first == 100
                && whole.identity.strategy == .given("above50sma"))
        #expect(cut.findings.map(\.code) == ["late_start"] && cut.equity.values.first == 79.58770200000001)
        #expect(whole.reported.count == 27 && cut.reported.allSatisfy { $0.note.contains("2006-01-09") })
    }

    @Test(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"), arguments: ["stats", "to_csv"])
    func `statistics alone are told`(part: String) throws {
        let folder = try TemporaryRun()
        let data = try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/goog-two-strategies.\(part).csv"))
        try folder.write("s.csv", Array(data))
        #expect(try folder.message("s.csv").contains("statistics of bt"))
    }

    @Test func `weights within strategies are those of the securities`() throws {
        let run = try TemporaryRun([
            "r.values.csv": ",value\n2024-01-02,100\n2024-01-03,110\n",
            "r.transactions.csv": "Date,Security,price,quantity\n2024-01-02,A,10,5\n2024-01-02,B,10,2\n",
            "r.weights.csv": ",top,top>core,top>core>A,top>B\n2024-01-02,1,0.5,0.5,0.2\n2024-01-03,1,0.6,0.6,0.2\n",
        ]).read()
        #expect(run.positions?.symbols == ["A", "B"] && run.positions?.values == [[50, 66], [20, 22]])
        #expect(run.positions?.cash?.map { $0.rounded() } == [30, 22])
    }

    @Test func `one strategy has no key, and one that starts late no rows before`() throws {
        let one = try TemporaryRun(["r.prices.csv": ",a\n2024-01-02,100\n2024-01-03,101\n"])
        #expect(try RunReader.list(one.path).map(\.key) == [nil])
        #expect(try one.read("r.prices.csv").equity.values == [100, 101])
    }
}
