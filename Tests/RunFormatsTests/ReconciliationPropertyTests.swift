import RunFormats
import RunModel
import Testing

/// Random books: none raises an alarm, and none hides an alteration.
struct ReconciliationPropertyTests {
    private static let seeds = Array(UInt64(100)..<130)

    private func warnings(_ files: BookFiles) throws -> [Finding] {
        try TemporaryRun(files.texts).read().findings.filter { $0.severity == .warning }
    }

    private func book(_ seed: UInt64) -> Book { Book(seed: seed, days: 90, lots: 25, pauses: seed % 2 == 0) }

    @Test(arguments: seeds) func `an unaltered book has no warning`(seed: UInt64) throws {
        #expect(try warnings(book(seed).files()).map(\.message) == [])
    }

    @Test(arguments: seeds) func `a changed position, cash or equity is dated to the row`(seed: UInt64) throws {
        let book = book(seed)
        var numbers = BookNumbers(state: seed &+ 7)
        let row = 5 + numbers.next(below: 80)
        var position = book.files()
        position.change(\.positions, row, 1) { $0 + 10 * book.prices[0][row] }
        var cash = book.files()
        for later in row..<book.days.count { cash.change(\.positions, later, 5) { $0 + 50_000 } }
        var equity = book.files()
        for later in row..<book.days.count { equity.change(\.equity, later, 1) { $0 * 1002 / 1000 } }
        for files in [position, cash, equity] {
            let finding = try #require(try warnings(files).first { $0.code == "positions_sum" })
            #expect(finding.row == row + 2)
        }
    }

    @Test(arguments: seeds) func `a changed price or profit is named by its row`(seed: UInt64) throws {
        let book = book(seed)
        var numbers = BookNumbers(state: seed &+ 8)
        // An open trade may have paid any part of its fees, which hides a change that is smaller.
        let closed = book.lots.indices.filter { book.lots[$0].exit != nil }
        let row = closed[numbers.next(below: closed.count)]
        for (column, change) in [(BookFiles.exitPrice, { $0 + $0 / 100 }), (BookFiles.profit, { $0 + 5_000_000 })]
            as [(Int, (Int) -> Int)]
        {
            var files = book.files()
            files.change(\.trades, row, column, change)
            let rows = try warnings(files).filter { $0.code == "profit_contradicts_prices" }.map(\.row)
            #expect(rows == [row + 2])
        }
    }

    @Test(arguments: seeds) func `a trade that is missing or written twice is named`(seed: UInt64) throws {
        let book = book(seed)
        var numbers = BookNumbers(state: seed &+ 9)
        let row = 1 + numbers.next(below: book.lots.count - 2)
        var missing = book.files()
        missing.trades.remove(at: row)
        let codes = try warnings(missing).map(\.code)
        #expect(codes.contains("trades_sum") && codes.contains("trade_left_out") && codes.contains("cash_and_trades"))
        var twice = book.files()
        twice.trades.append(twice.trades[row])
        let findings = try warnings(twice)
        #expect(findings.first { $0.code == "trade_repeated" }?.row == book.lots.count + 2)
        #expect(findings.contains { $0.code == "trades_sum" })
    }
}
