import RunFormats
import RunModel
import Series
import TestSupport
import Testing

/// Executions of a run folder, and the round trips that are made of them.
@Suite struct FillsTests {
    private let fills = """
        time,symbol,side,qty,price,fee,order_id
        2024-01-02T10:00:00,KO,buy,10,100,1,a
        2024-01-03T10:00:00,KO,buy,10,102,1,b
        2024-01-04T11:00:00,KO,sell,15,104,3,c

        """

    @Test func `fills become round trips, first in, first out, and what is held is open`() throws {
        let run = try TemporaryRun(["equity.csv": dailyEquity(8), "fills.csv": fills]).read()
        let trades = try #require(run.trades)
        #expect(run.fills?.map(\.quantity) == [10, 10, -15])
        #expect(trades.map(\.profit) == [37, 8.5, 9.5])
        #expect(trades.map(\.isOpen) == [false, false, true])
        #expect(run.provenance.notes.contains { $0.contains("3 fills of fills.csv were matched to 3 round trips") })
        #expect(run.problems().isEmpty)
    }

    @Test func `the method decides which units were sold`() throws {
        let run = try TemporaryRun(["equity.csv": dailyEquity(8), "fills.csv": fills])
            .read(RunOptions(roundTrips: .lifo))
        #expect(run.trades?.filter { !$0.isOpen }.map(\.entryPrice) == [100, 102])
        #expect(run.trades?.map(\.quantity) == [5, 10, 5])
        let flat = try TemporaryRun(["equity.csv": dailyEquity(8), "fills.csv": fills])
            .read(RunOptions(roundTrips: .flatToFlat))
        #expect(flat.trades?.count == 1 && flat.trades?[0].quantity == 20)
    }

    @Test func `open trades have the price of their position`() throws {
        let positions = "date,KO\n2024-01-08,525\n"
        let run = try TemporaryRun(["equity.csv": dailyEquity(8), "fills.csv": fills, "positions.csv": positions])
            .read()
        #expect(run.trades?.last?.exitPrice == 105)
    }

    @Test func `trades of the run's own stand, whatever the fills say`() throws {
        let trades = "qty,entry_time,entry_price,exit_time,exit_price\n1,2024-01-02,1,2024-01-03,2\n"
        let run = try TemporaryRun(["equity.csv": dailyEquity(8), "fills.csv": fills, "trades.csv": trades]).read()
        #expect(run.trades?.count == 1 && run.fills?.count == 3)
    }
}
