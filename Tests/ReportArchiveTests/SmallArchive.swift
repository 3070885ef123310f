import Foundation
import NativeCodecs
import Reports
import SystemFiles
import TestSupport

@testable import ReportArchive

/// An archive of reports whose files are a few bytes.
struct SmallArchive {
    let folder: TemporaryFolder
    let archive: Archive
    private let worker: ReportWorker

    init() throws {
        folder = try TemporaryFolder()
        worker = try ReportWorker()
        archive = try Archive.forWriting(folder.url("archive").path)
    }

    var path: String { folder.url("archive").path }

    /// The report of a run whose files hold its name and a number.
    func report(_ run: String, of strategy: String?, sharpe: Double = 1) throws -> ReportToArchive {
        var entry = ArchiveEntry(run: run)
        entry.strategy = strategy
        entry.engine = "backtesting.py"
        (entry.start, entry.end, entry.observations) = ("2020-01-02", "2020-03-04", 40)
        entry.metrics = [
            .init(key: "sharpe", value: .number(sharpe)), .init(key: "beta", value: .absent("no benchmark")),
        ]
        entry.growth = [1, 1.1, sharpe]
        var paths: [String] = []
        for ending in ["html", "pdf"] {
            let text = "\(run) \(sharpe) \(ending)"
            paths.append(try folder.write(text, to: "out/\(run)-\(sharpe).\(ending)"))
            entry.files.append(.init(name: "\(run).\(ending)", size: 0, sha256: SHA256.hex(Array(text.utf8))))
        }
        return ReportToArchive(entry: entry, paths: paths)
    }

    /// Adds a report at so many seconds after 1970.
    @discardableResult
    func add(
        _ run: String, of strategy: String? = "S", sharpe: Double = 1, at seconds: Int64 = 1000, isRefused: Bool = false
    ) throws -> Archived {
        var report = try report(run, of: strategy, sharpe: sharpe)
        if isRefused { report.entry.verdicts = [.init(condition: "sharpe > 9", isMet: false, words: "no")] }
        let sequence = try Archive.Numbering(archive).next(of: strategy ?? run)
        return try archive.add(report, sequence: sequence, at: seconds * 1000)
    }

    @discardableResult
    func rebuild() throws -> CatalogueResult { try archive.rebuild(worker: worker) }

    /// Paths of all files below the archive, sorted.
    var files: [String] {
        let all = FileManager.default.subpaths(atPath: path) ?? []
        return all.filter { FileSystem.kind(of: path + "/" + $0) == .regular }.sorted()
    }

    func bytes(_ name: String) throws -> [UInt8] { try FileSystem.readFile(path + "/" + name) }

    /// Puts bytes in the place of a file, which may be read-only.
    func write(_ bytes: [UInt8], to name: String) throws {
        try? FileManager.default.removeItem(atPath: path + "/" + name)
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    }
}
