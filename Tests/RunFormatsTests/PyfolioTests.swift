import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// pyfolio's own test data: 1511 returns, 1506 rows of positions, 9367 transactions at 1506 moments.
@Suite(.enabled(if: RealRuns.areThere, "\(RealRuns.advice)"))
struct PyfolioRealRunTests {
    private static let folder = RealRuns.folder + "/pyfolio"

    @Test(arguments: ["#test", "/test_returns.csv.gz", "/test_pos.csv.gz", "/test_txn.csv.gz"])
    func `folder and each file give one run whose parts explain each other`(name: String) throws {
        let run = try RunReader.read(Self.folder + name)
        #expect(run.identity.id == "test" && run.returns.count == 1511 && run.positions?.timestamps.count == 1506)
        #expect(
            run.fills?.count == 9367 && run.positions?.symbols == ["AMD", "CERN", "COST", "DELL", "GPS", "INTC", "MMM"])
        let capital = try #require(run.initialCapital.value)
        #expect((capital - 100_000).magnitude < 1e-6 && run.equity.count == 1512)
        #expect(run.reconciliation.checks.filter { $0.outcome == .differs }.map(\.statement) == [])
        for key in [
            Reconciliation.Check.Key.positionsSum, .positionsMatchTrades, .cashMatchesTrades, .returnsMatchEquity,
            .tradesExplainEquity,
        ] { #expect(run.reconciliation[key]?.outcome == .agrees, "\(key)") }
        #expect(run.findings.map(\.message) == [] && run.instruments.isEmpty)
    }

    @Test func `positions and cash grow as the returns say, to twelve digits`() throws {
        let run = try RunReader.read(Self.folder + "/test_pos.csv.gz")
        let positions = try #require(run.positions)
        let sums = positions.timestamps.indices.map { row in
            positions.values.reduce(positions.cash?[row] ?? 0) { $0 + $1[row] }
        }
        for row in sums.indices.dropFirst() {
            let index = try #require(run.returns.timestamps.firstIndex(of: positions.timestamps[row]))
            #expect((sums[row] / sums[row - 1] - 1 - run.returns.values[index]).magnitude < 1e-12)
        }
    }

    @Test func `a file beside them that is none of the three is named and not read`() throws {
        let notes = try RunReader.read(Self.folder + "#test").provenance.notes
        #expect(notes.contains { $0.contains("test_gross_lev.csv.gz") && $0.contains("test_shares_held.csv") })
        // Its sectors are of sids that neither positions nor transactions have.
        #expect(notes.contains { $0 == "test_sectors.csv has a sector of 0 of the 7 symbols." })
    }

    @Test func `returns of 216 % are refused rather than guessed to be percents`() throws {
        #expect(try RunReader.list(Self.folder).map(\.key) == ["returns", "test"])
        let findings = RunReader.validate(Self.folder + "/returns.csv")
        #expect(findings.contains { $0.code == "loss_or_percent" })
    }

    @Test(arguments: ["factor_returns.csv", "test_sectors.csv", "test_shares_held.csv", "test_gross_lev.csv.gz"])
    func `what is no series of an account is refused`(name: String) throws {
        let folder = try TemporaryRun()
        try folder.write(name, Array(Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + name))))
        #expect(RunReader.validate(folder.path + "/" + name).contains { $0.severity == .error })
    }
}

/// The traps of pyfolio's form, in small.
struct PyfolioTests {
    private static let returns =
        "2024-01-02 00:00:00+00:00,0.0\n2024-01-03 00:00:00+00:00,0.01\n2024-01-04 00:00:00+00:00,-0.02\n"
    private static let positions =
        "index,Equity(0 [AAPL]),Equity(1 [IBM]),cash\n2024-01-03,60.0,-10.0,51.0\n2024-01-04,58.98,-11.0,51.0\n"
    private static let transactions =
        ",amount,price,sid,symbol,txn_dollars\n2024-01-03,3,20.0,0,Equity(0 [AAPL]),-60.0\n"
        + "2024-01-03,-1,10.0,1,Equity(1 [IBM]),10.0\n"

    private func files(_ stem: String = "a_") -> [String: String] {
        ["\(stem)rets.csv": Self.returns, "\(stem)pos.csv": Self.positions, "\(stem)txn.csv": Self.transactions]
    }

    @Test func `returns without a header, positions that begin later, and moments that come twice`() throws {
        let run = try TemporaryRun(files()).read()
        #expect(run.identity.id == "a" && run.returns.values == [0, 0.01, -0.02])
        #expect(run.positions?.symbols == ["AAPL", "IBM"] && run.fills?.map(\.symbol) == ["AAPL", "IBM"])
        #expect(run.fills?.map(\.quantity) == [3, -1] && run.fills?.map(\.multiplier) == [1, 1])
        let capital = try #require(run.initialCapital.value)
        #expect((capital - 100).magnitude < 1e-9)
        guard case .derived(_, let how) = run.initialCapital else { return #expect(Bool(false)) }
        #expect(how.contains("2024-01-03"))
    }

    @Test func `names without a stem are one run, called as its folder`() throws {
        var plain = files("")
        plain["returns.csv"] = plain.removeValue(forKey: "rets.csv")
        let folder = try TemporaryRun(plain)
        #expect(try RunReader.list(folder.path).map(\.format) == ["pyfolio"])
        #expect(try folder.read("pos.csv").returns.count == 3)
    }

    @Test func `two results in one folder are two runs`() throws {
        let folder = try TemporaryRun(files("a_").merging(files("b.")) { own, _ in own })
        #expect(try RunReader.list(folder.path).map(\.key) == ["a", "b"])
    }

    @Test func `columns of numbers are the sids of the transactions`() throws {
        let run = try TemporaryRun([
            "x.returns.csv": ",returns\n2024-01-03,0.01\n2024-01-04,-0.02\n",
            "x.positions.csv": ",24,8554,cash\n2024-01-03,60,0,41\n2024-01-04,58.98,0,40\n",
            "x.transactions.csv": ",amount,price,sid,symbol\n2024-01-03,3,20,24,AAPL\n",
        ]).read()
        #expect(run.positions?.symbols == ["AAPL", "8554"] && run.fills?.map(\.symbol) == ["AAPL"])
    }

    @Test func `positions that do not grow as the returns say give no capital, and are told`() throws {
        var files = files()
        files["a_pos.csv"] = Self.positions.replacing("58.98,-11.0,51.0", with: "58.98,-11.0,61.0")
        let run = try TemporaryRun(files).read()
        #expect(run.initialCapital == .absent && run.findings.map(\.code).contains("returns_and_equity"))
    }

    @Test func `without returns equity is the sum of positions and cash`() throws {
        let run = try TemporaryRun(["a_pos.csv": Self.positions]).read("a_pos.csv")
        #expect(run.equity.values.map { ($0 * 1e9).rounded() / 1e9 } == [101, 98.98])
    }

    @Test func `dollars of a contract give its multiplier`() throws {
        var files = files()
        files["a_txn.csv"] =
            ",amount,price,symbol,txn_dollars\n2024-01-03,2,10.0,ES,-1000.0\n2024-01-04,-2,11.0,ES,1100.0\n"
        #expect(try TemporaryRun(files).read().fills?.map(\.multiplier) == [50, 50])
    }

    @Test func `a commission in the table stands above that of orders`() throws {
        var files = files()
        files["a_txn.csv"] = ",amount,price,symbol,order_id,commission\n2024-01-03,3,20.0,AAPL,o1,0.75\n"
        files["a_orders.json"] =
            #"[{"id": "o1", "dt": "2024-01-03T21:00:00+00:00", "filled": 3, "commission": 9.0, "sid": "AAPL"}]"#
        #expect(try TemporaryRun(files).read().fills?.map(\.fee) == [0.75])
    }

    @Test func `a benchmark is compared with where a name says so`() throws {
        var files = files()
        files["a_benchmark.csv"] = ",SPY\n2024-01-02,0.001\n2024-01-03,0.002\n2024-01-04,-0.001\n"
        files["a_factor_returns.csv"] = ",momentum\n2024-01-02,0.5\n2024-01-03,0.5\n2024-01-04,0.5\n"
        #expect(
            try TemporaryRun(files).read().benchmark?.returns.values.map { ($0 * 1e6).rounded() } == [
                1000, 2000, -1000,
            ])
        files["a_benchmark.csv"] = nil
        #expect(try TemporaryRun(files).read().benchmark == nil)
    }

    @Test func `an account is no table of positions, and a symbol in capitals no account`() throws {
        let account = "date,cash,equity\n2024-01-02,50,100\n2024-01-03,50,101\n"
        #expect(try TemporaryRun(["a_pos.csv": account]).read("a_pos.csv").provenance.format == "bare file of equity")
        let navistar = "date,NAV,cash\n2024-01-02,50,50\n2024-01-03,51,50\n"
        let run = try TemporaryRun(["a_pos.csv": navistar]).read("a_pos.csv")
        #expect(run.positions?.symbols == ["NAV"] && run.equity.values == [100, 101])
    }

    @Test(arguments: [
        ("r_sectors.csv", "symbol,name,sector\nA,Alpha,Technology\nB,Beta,311\n"),
        ("r_sectors.csv", ",7,B\n2024-01-02,Energy,Energy\n2024-01-03,Technology,311\n"),
        ("r_sectors.json", #"{"A": "Technology", "B": 311}"#),
    ])
    func `sectors are those of the symbols, by name, by sid, and by Morningstar's codes`(
        file: (name: String, text: String)
    ) throws {
        let files = [
            "r_returns.csv": ",returns\n2024-01-02,0\n2024-01-03,0.01\n",
            "r_positions.csv": "index,A,B,cash\n2024-01-02,50,0,50\n2024-01-03,51,0,50\n",
            "r_transactions.csv": ",amount,price,sid,symbol\n2024-01-02,5,10,7,A\n", file.name: file.text,
        ]
        let run = try TemporaryRun(files).read()
        #expect(run.instruments.map(\.symbol) == ["A", "B"])
        #expect(run.instruments.map(\.sector) == ["Technology", "Technology"])
    }

    @Test(arguments: [
        ("r_perf_stats.csv", ",0\nAnnual return,50%\nCumulative returns,0.01\nAnnual volatility,0.2\nSkew,nan\n"),
        ("r_perf_stats.json", #"{"Annual return": 0.5, "Cumulative returns": 0.01, "Annual volatility": 0.2}"#),
    ])
    func `pyfolio's own numbers are compared`(file: (name: String, text: String)) throws {
        let files = [
            "r_returns.csv": ",returns\n2024-01-02,0\n2024-01-03,0.01\n",
            "r_positions.csv": "index,A,B,cash\n2024-01-02,50,0,50\n2024-01-03,51,0,50\n", file.name: file.text,
        ]
        let reported = try TemporaryRun(files).read().reported
        #expect(reported.map(\.key) == ["cagr", "total_return", "annual_volatility"])
        #expect(reported.map(\.value) == [0.5, 0.01, 0.2])
    }

    @Test func `a native run folder stays one`() throws {
        let folder = try TemporaryRun([
            "returns.csv": "date,returns\n2024-01-02,0.01\n2024-01-03,0.02\n",
            "positions.csv": "date,AAPL,cash\n2024-01-02,50,51\n2024-01-03,52,51.02\n",
        ])
        #expect(try RunReader.list(folder.path).map(\.format) == ["native run folder"])
    }
}
