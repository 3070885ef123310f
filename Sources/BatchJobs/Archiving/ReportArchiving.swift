import ReportArchive
import Reports
import SystemFiles

/// Archives the reports of a command when all are made.
public struct ReportArchiving: Sendable {
    /// Where to.
    public let archive: Archive
    /// When: milliseconds after 1970 in UTC, one moment for all reports of a command.
    public let now: Int64
    /// Whether the catalogue is left as it is, because other writers go on.
    public let leavesCatalogue: Bool

    /// An archiving with all its parts.
    public init(archive: Archive, now: Int64, leavesCatalogue: Bool) {
        self.archive = archive
        self.now = now
        self.leavesCatalogue = leavesCatalogue
    }

    /// Archives what is there of some runs, and makes the catalogue. What cannot be archived is told, and the rest goes on.
    func archive(_ rows: [BatchSummary.Row], of batch: Batch) -> ArchivingResult {
        let reports = rows.compactMap { row -> (String, ReportToArchive)? in
            guard !row.record.hasFailed, var report = ReportToArchive(row.record, output: batch.output) else {
                return nil
            }
            report.entry.verdicts = zip(batch.gates, row.verdicts).map {
                .init(condition: $0.text, isMet: $1.isMet, words: $1.words)
            }
            report.entry.options = batch.options.map { .init(name: $0.name, digest: $0.digest) }
            report.entry.tearsheet = batch.version
            return (row.record.name, report)
        }
        return archive(reports, workers: batch.reports.workers)
    }

    /// Archives reports, each with the name of its run, in worker processes.
    func archive(_ reports: [(name: String, report: ReportToArchive)], workers: Int) -> ArchivingResult {
        var result = ArchivingResult()
        let sequences: [Int]
        do throws(FileError) {
            sequences = try self.sequences(of: reports.map(\.report))
        } catch {
            result.trouble = error.message
            return result
        }
        func add(_ index: Int) -> [UInt8] {
            do throws(FileError) {
                let archived = try archive.add(reports[index].report, sequence: sequences[index], at: now)
                return [archived.isNew ? 1 : 0]
            } catch { return [2] + Array(error.message.utf8) }
        }
        func hear(_ index: Int, _ answer: [UInt8]) {
            switch answer.first {
            case 1: result.added += 1
            case 0: result.there += 1
            default:
                let words =
                    answer.isEmpty
                    ? "the process that archived it ended" : String(decoding: answer.dropFirst(), as: UTF8.self)
                result.failures.append((index, reports[index].name, words))
            }
        }
        if reports.count < 2 {
            for index in reports.indices { hear(index, add(index)) }
        } else {
            let pool = WorkerPool(workers: min(workers, reports.count), timeout: nil, ending: .atOnce, perform: add)
            pool.run(Array(reports.indices)) { index, end in
                switch end {
                case .answer(let bytes): hear(index, bytes)
                case .unstarted: hear(index, add(index))
                case .ended, .timedOut: hear(index, [])
                }
            }
        }
        result.failures.sort { $0.place < $1.place }
        if !leavesCatalogue, result.added + result.there > 0 {
            do { result.catalogue = try archive.rebuild(worker: try ReportWorker()) } catch {
                result.trouble = (error as? FileError)?.message ?? (error as? ReportError)?.message ?? "\(error)"
            }
        }
        return result
    }

    /// One number for all reports of a strategy in this command: none of them is before another.
    private func sequences(of reports: [ReportToArchive]) throws(FileError) -> [Int] {
        let numbering = Archive.Numbering(archive)
        var known: [String: Int] = [:]
        var sequences: [Int] = []
        for report in reports {
            let name = report.entry.strategyName
            let number = if let number = known[name] { number } else { try numbering.next(of: name) }
            known[name] = number
            sequences.append(number)
        }
        return sequences
    }
}

/// What came of archiving the reports of a command.
public struct ArchivingResult: Sendable {
    /// Entries that were not there before.
    public var added = 0
    /// Entries that were there already.
    public var there = 0
    /// What could not be archived: its place among the reports, the run's name, and why.
    public var failures: [(place: Int, run: String, message: String)] = []
    /// What came of making the catalogue; nil where it was left as it is.
    public var catalogue: CatalogueResult?
    /// Why the archive could not be read, or its catalogue not be made.
    public var trouble: String?
}
