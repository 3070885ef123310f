import RunModel
import Series
import TestSupport
import Testing

/// Round trips made of fills: by hand, and against conservation of money and a unit-by-unit matching.
@Suite struct RoundTripTests {
    private func fill(
        _ day: Int, _ quantity: Double, _ price: Double, fee: Double = 0, symbol: String = "KO", order: String? = nil,
        multiplier: Double = 1
    ) -> Fill {
        Fill(
            time: Timestamp(milliseconds: Int64(day) * 86_400_000), symbol: symbol, quantity: quantity, price: price,
            fee: fee, multiplier: multiplier, order: order)
    }

    @Test func `first in, first out closes what was bought first, with its share of the fees`() {
        let trips = RoundTrip.match(
            [fill(0, 10, 100, fee: 10), fill(1, 10, 110, fee: 10), fill(2, -15, 120, fee: 15)], method: .fifo)
        // 200 − 10 − 10, 50 − 5 − 5, and 50 − 5 for what is still held.
        #expect(trips.map(\.trade.quantity) == [10, 5, 5])
        #expect(trips.map(\.trade.profit) == [180, 40, 45])
        #expect(trips.map(\.trade.isOpen) == [false, false, true])
        #expect(trips.map(\.entryFill) == [0, 1, 1] && trips.map(\.exitFill) == [2, 2, nil])
    }

    @Test func `last in, first out closes what was bought last`() {
        let trips = RoundTrip.match([fill(0, 10, 100), fill(1, 10, 110), fill(2, -15, 120)], method: .lifo)
        #expect(trips.map(\.trade.profit) == [100, 100, 100])
        #expect(trips.map(\.trade.entryPrice) == [110, 100, 100])
    }

    @Test func `from flat to flat is one trade at average prices`() throws {
        let trips = RoundTrip.match(
            [fill(0, 10, 100), fill(1, 10, 110), fill(2, -5, 120), fill(3, -15, 124), fill(4, -1, 5)],
            method: .flatToFlat)
        #expect(trips.count == 2)
        let first = try #require(trips.first?.trade)
        #expect(first.entryPrice == 105 && first.exitPrice == 123 && first.quantity == 20 && first.profit == 360)
        #expect(trips[1].trade.side == .short && trips[1].trade.isOpen)
    }

    @Test func `a fill through zero closes one side and opens the other`() {
        let trips = RoundTrip.match([fill(0, 10, 100), fill(1, -30, 90, fee: 3), fill(2, 20, 80)], method: .fifo)
        #expect(trips.map(\.trade.side) == [.long, .short])
        #expect(trips.map(\.trade.profit) == [-101, 198])
    }

    @Test func `fills of one order that follow each other are one`() {
        let trips = RoundTrip.match(
            [fill(0, 4, 10, order: "a"), fill(0, 6, 20, order: "a"), fill(1, -10, 30, order: "b")], method: .fifo)
        #expect(trips.count == 1 && trips[0].trade.entryPrice == 16 && trips[0].trade.profit == 140)
    }

    @Test func `fractions that add up to nothing leave nothing open`() {
        let buys = (0..<10).map { fill($0, 0.1, 100) }
        let trips = RoundTrip.match(buys + [fill(10, -1, 100)], method: .fifo)
        #expect(trips.count == 10 && trips.allSatisfy { !$0.trade.isOpen })
    }

    @Test func `what is held at the end is marked with a price`() {
        let marked = RoundTrip.match([fill(0, 2, 100, multiplier: 50)], method: .fifo, marks: ["KO": 101])
        #expect(marked[0].trade.profit == 100 && marked[0].trade.exitPrice == 101)
        #expect(RoundTrip.match([fill(0, 2, 100)], method: .fifo)[0].trade.exitPrice == 100)
    }

    // MARK: Random fills

    /// Whole units, so that nothing is rounded away; prices and fees in quarters, so that sums are exact.
    private func randomFills(_ numbers: inout SeededNumbers, count: Int) -> [Fill] {
        (0..<count).map { index in
            let units = Double(1 + numbers.below(9))
            let sign = numbers.pick([1.0, -1.0])
            let price = Double(40 + numbers.below(360)) / 4
            let fee = Double(numbers.below(8)) / 4
            let symbol = numbers.pick(["A", "B"])
            return fill(index / 3, units * sign, price, fee: fee, symbol: symbol, multiplier: 2)
        }
    }

    @Test(arguments: RoundTripMethod.allCases)
    func `money is conserved by every method`(method: RoundTripMethod) {
        var numbers = SeededNumbers(seed: 11)
        for _ in 0..<200 {
            let fills = randomFills(&numbers, count: Int.random(in: 1...40, using: &numbers))
            let marks = ["A": 50.0, "B": 75.0]
            let profit = RoundTrip.match(fills, method: method, marks: marks).reduce(0) { $0 + $1.trade.profit }
            let paid = fills.reduce(0) { $0 + $1.cashFlow - $1.fee }
            let held = fills.reduce(0) { $0 + $1.quantity * $1.multiplier * (marks[$1.symbol] ?? 0) }
            #expect((profit - paid - held).magnitude < 1e-8)
        }
    }

    /// Every unit on its own: what an accountant would do with a pile of cards.
    private func unitByUnit(_ fills: [Fill], isLIFO: Bool) -> Double {
        var piles = [String: [(price: Double, sign: Double)]]()
        var realised = 0.0
        for fill in fills {
            for _ in 0..<Int(fill.quantity.magnitude) {
                let sign = fill.quantity > 0 ? 1.0 : -1.0
                var pile = piles[fill.symbol] ?? []
                if let top = isLIFO ? pile.last : pile.first, top.sign != sign {
                    realised += top.sign * (fill.price - top.price) * fill.multiplier
                    if isLIFO { pile.removeLast() } else { pile.removeFirst() }
                } else {
                    pile.append((fill.price, sign))
                }
                piles[fill.symbol] = pile
            }
        }
        return realised
    }

    @Test(arguments: [RoundTripMethod.fifo, .lifo])
    func `closed trades earn what single units earn`(method: RoundTripMethod) {
        var numbers = SeededNumbers(seed: 12)
        for _ in 0..<200 {
            let fills = randomFills(&numbers, count: Int.random(in: 1...40, using: &numbers))
            let closed = RoundTrip.match(fills, method: method).filter { !$0.trade.isOpen }
            let gross = closed.reduce(0) { $0 + $1.trade.priceMove }
            #expect((gross - unitByUnit(fills, isLIFO: method == .lifo)).magnitude < 1e-8)
        }
    }
}
