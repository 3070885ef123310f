import RunModel
import Series
import Testing

@testable import RunFormats

/// The same run in every dialect that LEAN has written gives the same account, trades and fills.
struct LeanDialectTests {
    @Test(arguments: LeanFixture.Dialect.allCases)
    func `the account is that of the days, the start before them`(dialect: LeanFixture.Dialect) throws {
        let run = try LeanFixture(dialect: dialect).read()
        #expect(
            run.equity.timestamps.map(\.description)
                == ["2024-03-06", "2024-03-07", "2024-03-08", "2024-03-11", "2024-03-12", "2024-03-13"])
        #expect(run.equity.values == [100_000, 100_099, 100_297.35, 100_329.7, 100_329.7, 100_779.7])
        #expect(run.timeZone.value == "America/New_York" && run.calendar.name == "xnys")
        #expect(run.identity.engine == "QuantConnect LEAN" && run.problems() == [])
        // Points within days do not count: equity was 97000 on the second one.
        #expect(run.returns.values.min() ?? -1 > -0.001)
    }

    @Test(arguments: LeanFixture.Dialect.allCases)
    func `trades are net of fees and have their multiplier`(dialect: LeanFixture.Dialect) throws {
        let trades = try LeanFixture(dialect: dialect).read().trades?.filter { !$0.isOpen } ?? []
        #expect(trades.map(\.symbol) == ["SPY", "SPY 240315C00510000"])
        #expect(trades.map(\.side) == [.long, .short] && trades.map(\.quantity) == [100, 1])
        #expect(trades.map(\.profit) == [298, -17.3] && trades.map(\.fees) == [2, 1.3])
        #expect(trades.map(\.multiplier) == [1, 100])
        #expect(trades.map(\.mae) == [-120, -30] && trades.map(\.mfe) == [330, 4])
        #expect(trades.map(\.entry.description) == ["2024-03-07 09:31", "2024-03-08 10:00"])
        #expect(trades.map(\.exit.description) == ["2024-03-08 16:00", "2024-03-11 10:00"])
    }

    @Test(arguments: LeanFixture.Dialect.allCases)
    func `fills are at the moments of filling, with fees where there are order events`(
        dialect: LeanFixture.Dialect
    ) throws {
        let fills = try raw(LeanFixture(dialect: dialect)).fills
        #expect(
            fills?.rows.map(\.fill.symbol) == [
                "SPY", "SPY 240315C00510000", "SPY", "SPY 240315C00510000", "AAPL",
            ])
        #expect(fills?.rows.map(\.fill.quantity) == [100, -1, -100, 1, 50])
        #expect(fills?.rows.map(\.fill.multiplier) == [1, 100, 1, 100, 1])
        // The order was submitted two days before.
        #expect(fills?.rows.first?.time == WrittenTimestamp(wall: 1_709_821_860_000, offset: 0))
        let hasEvents = dialect != .cloud && dialect != .envelope
        #expect(fills?.hasFees == hasEvents)
        #expect(fills?.rows.map(\.fill.fee) == (hasEvents ? [1, 0.65, 1, 0.65, 1] : [0, 0, 0, 0, 0]))
        #expect(fills?.rows.first?.fill.tag == "breakout")
    }

    @Test(arguments: LeanFixture.Dialect.allCases)
    func `the benchmark stands on the days of the run`(dialect: LeanFixture.Dialect) throws {
        let benchmark = try #require(try LeanFixture(dialect: dialect).read().benchmark)
        // The first dialect has no sample of the start.
        let isWhole = dialect != .pascalCloses
        #expect(benchmark.matched == (isWhole ? 6 : 5) && benchmark.unmatchedInBenchmark == 0)
        #expect((benchmark.returns.values.last ?? 0) == 504.0 / 500 - 1)
    }

    @Test func `what the engine reports is kept as it is, with its sign in ours`() throws {
        let reported = try raw(LeanFixture()).reported
        func statistic(_ name: String) -> ReportedStatistic? { reported.first { $0.name == name } }
        #expect(statistic("Compounding Annual Return")?.text == "49.671%")
        #expect(((statistic("Compounding Annual Return")?.value ?? 0) - 0.49671).magnitude < 1e-12)
        #expect(
            ((statistic("Drawdown")?.value ?? 0) + 0.031).magnitude < 1e-12
                && statistic("Drawdown")?.key == "max_drawdown")
        // 3.30 % of the point within the second day, which daily values do not see.
        #expect(statistic("Drawdown")?.note.contains("all 9 points") == true)
        #expect(statistic("Drawdown")?.note.contains("-3.10 %") == true)
        #expect(statistic("Total Fees")?.value == 4.3 && statistic("Total Orders")?.text == "6")
        // The largest decimal stands for a ratio whose deviation is 0.
        #expect(statistic("Sortino Ratio")?.value == nil && statistic("Sortino Ratio")?.key == nil)
    }

    @Test func `what the run was set up with is told, and not where it ran`() throws {
        var fixture = LeanFixture()
        fixture.parameters = #"{"ema-fast": "10", "api-key": "abc"}"#
        let run = try fixture.read()
        #expect(run.currency == .given("USD") && run.identity.created == .given("2025-09-15 06:52:35 UTC"))
        #expect(
            run.identity.parameters.map { $0.name + "=" + $0.value } == [
                "ema-fast=10", "api-key=•••", "brokerage=Interactive Brokers", "account_type=cash",
                "trading_days_per_year=252",
            ])
        #expect(run.identity.strategy == .derived("1610854357", "name of the run"))
        #expect(run.instruments.first { $0.symbol == "AAPL" }?.sector == "Equity")
        let path = try TemporaryRun(fixture.files)
        let shown = try RunReader.inspect(path.path).lines.joined(separator: "\n")
        #expect(!shown.contains("secret-machine"))
    }

    /// What the reader makes of a result.
    func raw(_ fixture: LeanFixture) throws -> RawRun {
        let folder = try TemporaryRun(fixture.files)
        let recognised = try RecognisedPath(folder.path, options: RunOptions())
        return try recognised.assembly(of: try recognised.run(nil), RunOptions()).raw
    }
}
