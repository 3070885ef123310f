import Testing

@testable import BatchJobs

/// Outcomes are told in the order of the jobs, whichever ends first, and none later than it must.
@Suite struct OutcomeOrderTests {
    /// Every order of so many things.
    private func orders(_ count: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        return orders(count - 1).flatMap { shorter in
            (0...shorter.count).map { place in
                var longer = shorter
                longer.insert(count - 1, at: place)
                return longer
            }
        }
    }

    @Test func `in every order of five ends each is told once those before it are there`() {
        for ends in orders(5) {
            var told: [String] = []
            let order = OutcomeOrder { told.append($0.path) }
            for (done, index) in ends.enumerated() {
                order.deliver(JobOutcome(path: "\(index)"), at: index)
                let there = Set(ends.prefix(done + 1))
                let expected = (0..<5).prefix { there.contains($0) }.map { "\($0)" }
                #expect(told == expected, "\(ends)")
            }
        }
    }
}
