import Foundation
import TestSupport
import Testing

@testable import BatchJobs

/// What a summary says of two batches, told from records made by hand.
@Suite struct BatchSummaryTests {
    private func overview(_ sharpe: Double, digest: String = "d") -> RunOverview {
        RunOverview(
            strategy: "S", engine: "e", start: "2020-01-01", end: "2020-12-31", observations: 250, warnings: 0,
            metrics: [.init(key: "sharpe", value: .number(sharpe))], growth: [1, 2], inputsDigest: digest)
    }

    private func record(_ key: String, _ overview: RunOverview?, _ failures: [JobFailure] = []) -> RunRecord {
        RunRecord(
            key: key, name: key + ".csv", overview: overview,
            files: overview == nil ? [] : [.init(name: key + ".html", size: 9, sha256: "aa")],
            failures: failures)
    }

    private let failure = JobFailure(code: "unreadable_run", message: "a: b", kind: "bad_number")

    private func summary(_ old: [RunRecord], _ new: [RunRecord]) -> BatchSummary {
        BatchSummary(new, after: BatchState(number: old.isEmpty ? 0 : 3, records: old), columns: [], passedOver: [])
    }

    @Test func `each run is told by how it differs from the last batch`() {
        let old = [
            record("same", overview(1)), record("inputs", overview(1)), record("metric", overview(1)),
            record("breaks", overview(1)), record("heals", nil, [failure]), record("still", nil, [failure]),
            record("gone", overview(1)),
        ]
        let new = [
            record("same", overview(1)), record("inputs", overview(1, digest: "e")), record("metric", overview(2)),
            record("breaks", nil, [failure]), record("heals", overview(1)), record("still", nil, [failure]),
            record("fresh", overview(1)),
        ]
        let summary = summary(old, new)
        #expect(summary.rows.map(\.change) == [.none, .changed, .changed, .failsNow, .worksAgain, .none, .new])
        #expect(summary.gone.map(\.key) == ["gone"] && summary.number == 4)
        #expect(summary.failed == 2 && summary.reported == 5)
        let changes = new[2].changedMetrics(since: old[2])
        #expect(changes.map(\.key) == ["sharpe"] && changes.first?.new == .number(2))
    }

    @Test func `a batch that asks for other metrics changes no run`() {
        var more = record("a", overview(1))
        more.overview?.metrics.append(.init(key: "omega", value: .number(2)))
        #expect(summary([record("a", overview(1))], [more]).rows.map(\.change) == [.none])
    }

    @Test func `failures stand by their kind, the most frequent first`() {
        let other = JobFailure(code: "timed_out", message: "late")
        let groups = summary(
            [], [record("a", nil, [other]), record("b", nil, [failure]), record("c", nil, [failure])]
        ).failureGroups
        #expect(groups.map(\.kind) == ["bad_number", "timed_out"])
        #expect(groups[0].members.map(\.run.key) == ["b", "c"] && groups[1].members[0].message == "late")
    }

    @Test func `a state comes back as it was written, and one that was cut counts as none`() throws {
        let folder = try TemporaryFolder()
        var one = record("a/b", overview(.pi))
        one.overview?.metrics += [.init(key: "w", value: .word("Good")), .init(key: "n", value: .absent("why"))]
        let state = BatchState(number: 7, records: [one, record("c", nil, [failure])])
        let path = folder.url(BatchFileNames(nil).state)
        for count in [state.bytes.count, state.bytes.count - 1, 20, 0] {
            try Data(state.bytes.prefix(count)).write(to: path)
            let read = BatchState(in: folder.url.path)
            #expect(read == (count == state.bytes.count ? state : BatchState(number: 0, records: [])))
        }
    }

    @Test func `a line of growth keeps both ends and at most so many points`() {
        #expect(RunOverview.thinned([1, 2, 3]) == [1, 2, 3])
        let thinned = RunOverview.thinned((0..<1000).map(Double.init))
        #expect(thinned.count == RunOverview.growthPoints && thinned.first == 0 && thinned.last == 999)
        #expect(thinned == thinned.sorted())
    }
}
