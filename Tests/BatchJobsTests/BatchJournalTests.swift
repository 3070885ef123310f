import Foundation
import TestSupport
import Testing

@testable import BatchJobs

/// A journal gives back every whole record, wherever it was cut, and none of another batch.
@Suite struct BatchJournalTests {
    private func record(_ key: String) -> RunRecord {
        var record = RunRecord(key: key, name: key + ".csv")
        record.files = [.init(name: key + ".html", size: 12, sha256: "cd")]
        record.fingerprint = RunFingerprint(
            version: "1", options: "o", names: "n", inputs: [.init(path: key + ".csv", sha256: "ab")])
        return record
    }

    @Test func `whole records come back from a journal that was cut anywhere`() throws {
        let folder = try TemporaryFolder()
        let journal = try BatchJournal(in: folder.url.path, BatchFileNames(nil), number: 3, records: [record("kept")])
        try journal.add(record("one"))
        try journal.add(record("two"))
        let path = folder.url(BatchFileNames(nil).journal)
        let bytes = try Data(contentsOf: path)
        var counts: Set<Int> = []
        for count in 0...bytes.count {
            try bytes.prefix(count).write(to: path)
            let records = BatchJournal.records(in: folder.url.path, BatchFileNames(nil), number: 3)
            #expect(records == Array([record("kept"), record("one"), record("two")].prefix(records.count)))
            counts.insert(records.count)
        }
        #expect(counts == [0, 1, 2, 3])
        #expect(BatchJournal.records(in: folder.url.path, BatchFileNames(nil), number: 4).isEmpty)
    }

    @Test func `a flipped byte ends the journal before it`() throws {
        let folder = try TemporaryFolder()
        _ = try BatchJournal(
            in: folder.url.path, BatchFileNames(nil), number: 1, records: [record("one"), record("two")])
        let path = folder.url(BatchFileNames(nil).journal)
        let bytes = try Data(contentsOf: path)
        for place in stride(from: 0, to: bytes.count, by: 7) {
            var damaged = bytes
            damaged[place] ^= 0x10
            try damaged.write(to: path)
            let records = BatchJournal.records(in: folder.url.path, BatchFileNames(nil), number: 1)
            #expect(records.count < 2 && records == Array([record("one")].prefix(records.count)))
        }
    }

    @Test func `options that differ are named`() {
        let one = [BatchOption(name: "--rf", digest: "a"), BatchOption(name: "--theme", digest: "b")]
        let other = [BatchOption(name: "--rf", digest: "c"), BatchOption(name: "--paper", digest: "d")]
        #expect(BatchOption.changed(one, other) == ["--paper", "--rf", "--theme"])
        #expect(BatchOption.changed(one, one).isEmpty)
        #expect(BatchOption.digest(of: one) != BatchOption.digest(of: other))
    }

    @Test func `outcomes of places that are skipped are not waited for`() {
        var told: [String] = []
        let order = OutcomeOrder { told.append($0.path) }
        order.skip([0, 2, 3])
        order.deliver(JobOutcome(path: "4"), at: 4)
        #expect(told.isEmpty)
        order.deliver(JobOutcome(path: "1"), at: 1)
        #expect(told == ["1", "4"])
    }
}
