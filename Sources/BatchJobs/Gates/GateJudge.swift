import ReportArchive
import RunModel
import Synchronization
import SystemFiles

/// Judges runs by the gates of a command, each before its report is made, so that the page can show the verdict.
public final class GateJudge: Sendable {
    /// What every run must meet.
    public let gates: [Gate]
    private let archive: Archive?
    /// The options that decide the reports' bytes, and the version that makes them: what tells a report given again.
    private let options: [BatchOption]
    private let version: String
    /// Histories that were read by this process, by the strategy's name.
    private let histories = Mutex<[String: [Archive.Place]]>([:])

    /// A judge; the archive is that of reports which gates compare with.
    public init(gates: [Gate], archiving: ReportArchiving?, options: [BatchOption], version: String) {
        (self.gates, self.options, self.version) = (gates, options, version)
        archive = gates.contains(where: \.looksBack) ? archiving?.archive : nil
    }

    /// The answers to all gates. Where the archive cannot be read, archiving will say so.
    func verdicts(of overview: RunOverview, inputs: [RunFingerprint.Input]) -> [GateVerdict] {
        guard !gates.isEmpty else { return [] }
        let last = lastGood(before: overview, inputs)
        return gates.map { $0.verdict(of: overview, after: last) }
    }

    /// The verdict of a page; nil without gates.
    func verdict(_ answers: [GateVerdict]) -> Verdict? {
        guard !gates.isEmpty, gates.count == answers.count else { return nil }
        return Verdict(
            gates: zip(gates, answers).map { .init(condition: $0.text, values: $1.values, isMet: $1.isMet) },
            lastGood: answers.lazy.compactMap(\.lastGood).first)
    }

    /// The last report that met its gates. Of a report that is archived already, the last one before it, so that a command
    /// that is given again judges as it did.
    private func lastGood(before overview: RunOverview, _ inputs: [RunFingerprint.Input]) -> Archive.Place? {
        guard let archive else { return nil }
        let history = history(of: ArchiveEntry(overview).strategyName, in: archive)
        let digests = inputs.map(\.sha256).sorted()
        let own = history.filter { isSame($0.entry, overview, digests) }.map(\.entry.sequence).min() ?? .max
        return history.last { $0.entry.sequence < own && $0.entry.isAccepted }
    }

    private func history(of strategy: String, in archive: Archive) -> [Archive.Place] {
        if let known = histories.withLock({ $0[strategy] }) { return known }
        let history = (try? archive.history(of: strategy)) ?? []
        histories.withLock { $0[strategy] = history }
        return history
    }

    /// Whether an archived report is of the same files, options and version.
    private func isSame(_ entry: ArchiveEntry, _ overview: RunOverview, _ digests: [String]) -> Bool {
        entry.run == overview.run && entry.tearsheet == version && entry.inputs.map(\.sha256).sorted() == digests
            && entry.options.map { [$0.name, $0.digest] } == options.map { [$0.name, $0.digest] }
    }
}

extension GateVerdict {
    func write(to writer: inout WireWriter) {
        writer.write(isMet ? 1 : 0)
        writer.write(values)
        writer.write(lastGood)
    }

    init(from reader: inout WireReader) {
        self.init(isMet: reader.number() == 1, values: reader.text(), lastGood: reader.optionalText())
    }
}
