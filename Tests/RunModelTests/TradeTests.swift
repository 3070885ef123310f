import RunModel
import Series
import Testing

/// What follows from a trade's own fields.
@Suite struct TradeTests {
    private func trade(_ side: Trade.Side, multiplier: Double = 1) -> Trade {
        Trade(
            id: "1", symbol: "ES", side: side, quantity: 2, entry: Timestamp(milliseconds: 1000), entryPrice: 100,
            exit: Timestamp(milliseconds: 61_000), exitPrice: 103, profit: 0, fees: 0, multiplier: multiplier)
    }

    @Test func `the price earns for a long trade what it costs a short one`() {
        #expect(trade(.long).priceMove == 6 && trade(.short).priceMove == -6)
        #expect(trade(.long, multiplier: 50).priceMove == 300)
        #expect(trade(.short).signedQuantity == -2)
    }

    @Test func `a trade is held as long as its timestamps say, unless a clock change lies between`() {
        var held = trade(.long)
        #expect(held.heldMilliseconds == 60_000)
        held.elapsedMilliseconds = 3_660_000
        #expect(held.heldMilliseconds == 3_660_000)
    }
}
