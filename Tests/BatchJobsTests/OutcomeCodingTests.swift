import Reports
import RunModel
import TestSupport
import Testing

@testable import BatchJobs

/// What a worker process says of a run reaches its parent whole, or is told by the worker's end.
@Suite struct OutcomeCodingTests {
    private func text(_ numbers: inout SeededNumbers) -> String {
        numbers.pick(["", "a", "日本.csv", "line\nend", "e\u{301}", "\u{0}", String(repeating: "x", count: 300)])
    }

    private func finding(_ numbers: inout SeededNumbers) -> Finding {
        let place = numbers.below(2) == 0
        return Finding(
            severity: numbers.pick(Finding.Severity.allCases),
            layer: numbers.pick([.schema, .relations, .outliers, .time]),
            code: text(&numbers), file: place ? text(&numbers) : nil, row: place ? numbers.below(9) : nil,
            column: place ? nil : text(&numbers), byte: place ? nil : numbers.below(1 << 40), fact: text(&numbers),
            remedy: place ? text(&numbers) : nil)
    }

    private func outcome(_ numbers: inout SeededNumbers) -> JobOutcome {
        var outcome = JobOutcome(path: "run")
        outcome.seconds = numbers.uniform(0, 100)
        outcome.files = (0..<numbers.below(4)).map { _ in text(&numbers) }
        outcome.findings = (0..<numbers.below(4)).map { _ in finding(&numbers) }
        outcome.remarks = (0..<numbers.below(3)).map { _ in
            ReportRemark(code: text(&numbers), isWarning: numbers.below(2) == 0, text: text(&numbers))
        }
        outcome.failures = (0..<numbers.below(3)).map { _ in
            JobFailure(code: text(&numbers), message: text(&numbers), isUsage: numbers.below(2) == 0)
        }
        return outcome
    }

    private func expectSame(_ one: JobOutcome, _ other: JobOutcome) {
        #expect(one.path == other.path && one.files == other.files && one.seconds == other.seconds)
        #expect(one.findings == other.findings && one.remarks == other.remarks && one.failures == other.failures)
    }

    @Test func `an outcome comes back as it was sent`() {
        var numbers = SeededNumbers(seed: 1)
        for _ in 0..<200 {
            let sent = outcome(&numbers)
            expectSame(OutcomeCoding.outcome(OutcomeCoding.bytes(of: sent), path: "run"), sent)
        }
    }

    @Test func `an answer that was cut off is read without end or crash`() {
        var numbers = SeededNumbers(seed: 2)
        let bytes = OutcomeCoding.bytes(of: outcome(&numbers))
        for count in bytes.indices {
            let read = OutcomeCoding.outcome(Array(bytes.prefix(count)), path: "run")
            #expect(read.files.count <= bytes.count && read.findings.count <= bytes.count)
        }
    }
}
