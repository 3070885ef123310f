import Foundation
import RunFormats
import RunModel
import TestSupport
import Testing

/// The invented sample runs of terminals and brokers, and the same as workbooks.
struct StatementSampleTests {
    private func read(_ path: String) throws -> Run {
        try RunReader.read(repositoryRoot.appendingPathComponent(path).path)
    }

    @Test func `a report of MetaTrader 5 is the same run as a workbook`() throws {
        let (page, book) = (
            try read("SampleRuns/metatrader5"), try read("Tests/Fixtures/Runs/metatrader5-workbook")
        )
        #expect(page.equity == book.equity && page.trades == book.trades && page.fills == book.fills)
        #expect(page.identity.parameters == book.identity.parameters && page.currency == book.currency)
        #expect(page.reported.map(\.value) == book.reported.map(\.value))
    }

    @Test func `its figures are those of the report`() throws {
        let run = try read("SampleRuns/metatrader5")
        #expect(run.identity.parameters.contains(RunParameter(name: "InpTelegramToken", value: "•••")))
        #expect(run.reconciliation.count(.differs) == 0 && run.findings.map(\.code) == ["equity_at_exits"])
        let trades = run.trades ?? []
        func value(_ key: String) -> Double? { run.reported.first { $0.key == key }?.value }
        let profit = trades.reduce(0) { $0 + $1.profit }
        #expect((profit - (value("trades.total_pnl") ?? 0)).magnitude < 0.005)
        #expect(value("trades.count") == Double(trades.count))
        // The report leaves commissions of deals in out of the largest trade.
        let largest = run.reported.first { $0.key == "trades.largest_win" }
        #expect(largest?.note == "the report counts costs of deals in apart")
        #expect((largest?.value ?? 0) > (trades.map(\.profit).max() ?? 0))
    }

    @Test func `a list of TradingView is the same run in a workbook, whose properties name capital and symbol`() throws
    {
        let (list, book) = (try read("SampleRuns/tradingview"), try read("Tests/Fixtures/Runs/tradingview-workbook"))
        #expect(list.equity == book.equity && list.trades?.map(\.profit) == book.trades?.map(\.profit))
        #expect(list.trades?.map(\.entry) == book.trades?.map(\.entry) && book.initialCapital == .given(50000))
        #expect(Set(book.trades?.map(\.symbol) ?? []) == ["CME_MINI:ES1!"])
        #expect(
            book.identity.parameters.suffix(2).map { $0.name + "=" + $0.value } == ["Length=20", "Webhook secret=•••"])
        #expect(list.trades?.last?.isOpen == true && list.reconciliation.count(.differs) == 0)
    }

    @Test func `a year of a paper account has the broker's time-weighted return`() throws {
        let run = try read("SampleRuns/flex")
        let total = (run.equity.values.last ?? 0) / run.equity.values[0] - 1
        #expect((total - (run.reported.first?.value ?? 0)).magnitude < 1e-9)
        #expect(run.findings.isEmpty && run.reconciliation.count(.differs) == 0)
        #expect(run.trades?.contains { $0.isOpen } == true && run.currency == .given("USD"))
    }
}
