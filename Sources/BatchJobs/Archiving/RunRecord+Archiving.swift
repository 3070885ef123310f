import ReportArchive
import SystemFiles

extension ReportToArchive {
    /// The report of a run of a batch; nil where its files are not known.
    init?(_ record: RunRecord, output: String) {
        guard let overview = record.overview, !record.files.isEmpty else { return nil }
        var entry = ArchiveEntry(overview)
        entry.inputs = record.fingerprint.inputs.map { Self.input($0) }
        entry.files = record.files.map { .init(name: FileSystem.name(of: $0.name), size: $0.size, sha256: $0.sha256) }
        self.init(entry: entry, paths: record.files.map { FileSystem.join(output, $0.name) })
    }

    /// The report of one run; nil where there are no files.
    init?(_ outcome: JobOutcome) {
        guard let overview = outcome.overview, !outcome.files.isEmpty, outcome.digests.count == outcome.files.count
        else {
            return nil
        }
        var entry = ArchiveEntry(overview)
        entry.inputs = outcome.inputs.map { Self.input($0) }
        entry.files = zip(outcome.files, outcome.digests).map {
            .init(name: FileSystem.name(of: $0), size: 0, sha256: $1)
        }
        self.init(entry: entry, paths: outcome.files)
    }

    private static func input(_ input: RunFingerprint.Input) -> ArchiveEntry.File {
        .init(name: FileSystem.name(of: input.path), size: FileSystem.size(of: input.path) ?? 0, sha256: input.sha256)
    }
}

extension ArchiveEntry {
    /// What a summary says of a run.
    init(_ overview: RunOverview) {
        self.init(run: overview.run)
        strategy = overview.strategy
        version = overview.version
        (engine, start, end) = (overview.engine, overview.start, overview.end)
        (observations, warnings) = (overview.observations, overview.warnings)
        metrics = overview.metrics.map { .init(key: $0.key, value: Value($0.value)) }
        growth = overview.growth
    }
}

extension ArchiveEntry.Value {
    fileprivate init(_ value: RunOverview.Value) {
        switch value {
        case .number(let number): self = .number(number)
        case .word(let word): self = .word(word)
        case .absent(let reason): self = .absent(reason)
        }
    }
}

extension RunOverview.Value {
    /// A metric of an archived report.
    init(_ value: ArchiveEntry.Value) {
        switch value {
        case .number(let number): self = .number(number)
        case .word(let word): self = .word(word)
        case .absent(let reason): self = .absent(reason)
        }
    }
}
