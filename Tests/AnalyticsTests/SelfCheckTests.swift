import Analytics
import Testing

struct SelfCheckTests {
    @Test func `every published number comes out to its last printed digit, or its difference is explained`() {
        let numbers = SelfCheck.run()
        #expect(numbers.count > 30)
        for number in numbers {
            #expect(
                number.isExplained,
                "\(number.source), \(number.subject): \(number.printed), ours \(number.ours ?? .nan)")
        }
        #expect(numbers.count(where: { !$0.agrees }) <= 4)
    }

    @Test func `a number that is off by one in its last digit does not agree`() throws {
        let number = try #require(SelfCheck.run().first { $0.subject.hasPrefix("adjusted Sharpe") })
        let moved = PublishedNumber(
            source: number.source, subject: number.subject, printed: "0.7915", value: 0.7915,
            tolerance: number.tolerance, note: "", ours: number.ours)
        #expect(number.agrees && !moved.agrees && !moved.isExplained)
    }
}
