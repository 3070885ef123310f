import Testing

@testable import Transfers

/// How often something is tried.
@Suite struct AttemptsTests {
    /// The waits, and how many attempts there were, for outcomes in their order; the last one stays.
    private func run(_ attempts: Attempts, _ outcomes: [TransferOutcome]) -> (waits: [Double], count: Int, isSent: Bool)
    {
        var waits: [Double] = []
        var place = 0
        let (outcome, count) = attempts.run(wait: { waits.append($0) }) {
            defer { place += 1 }
            return outcomes[min(place, outcomes.count - 1)]
        }
        return (waits, count, outcome.isSent)
    }

    private let sent = TransferOutcome(isSent: true)
    private let busy = TransferOutcome(isSent: false, mayPass: true)
    private let refused = TransferOutcome(isSent: false)

    @Test func `waits double, and end with the last attempt`() {
        let result = run(Attempts(most: 4), [busy])
        #expect(result.waits == [1, 2, 4] && result.count == 4 && !result.isSent)
        #expect(run(Attempts(), [busy, busy, sent]).waits == [1, 2])
        #expect(run(Attempts(), [sent]).count == 1 && run(Attempts(most: 1), [busy]).count == 1)
    }

    @Test func `what was refused is not tried again`() {
        #expect(run(Attempts(), [refused]).count == 1)
        #expect(run(Attempts(), [busy, refused, sent]).count == 2)
    }

    @Test func `a longer wait that the server asks for is kept, up to a minute`() {
        var asked = busy
        asked.wait = 5
        #expect(run(Attempts(most: 3), [asked]).waits == [5, 5])
        asked.wait = 86_400
        #expect(run(Attempts(most: 2), [asked]).waits == [60])
    }
}
