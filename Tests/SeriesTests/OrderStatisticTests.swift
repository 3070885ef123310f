import Series
import TestSupport
import Testing

struct OrderStatisticTests {
    @Test func `the median of many is the median`() {
        var random = SeededNumbers(seed: 6)
        for count in [1, 2, 3, 10, 1001, 20_000] {
            let plain = (0..<count).map { _ in Double(random.below(2001) - 1000) / 100 }
            let wide = (0..<count).map { _ in
                let value = Double(bitPattern: random.next())
                return value.isNaN ? 0 : value
            }
            for values in [plain, wide, plain.map(\.magnitude)] {
                var column = values
                let median = OrderStatistic.median(of: &column)
                let many = OrderStatistic.median(ofMany: values)
                #expect(many?.value == median && many?.count == count)
            }
        }
        #expect(OrderStatistic.median(ofMany: [Double]()) == nil)
    }
}
