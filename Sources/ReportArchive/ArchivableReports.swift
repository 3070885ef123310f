import Containers
import DataOutput
import NativeCodecs
import Reports
import SystemFiles

/// Reports that were written earlier, as their data files tell them: what `archive add` takes.
public enum ArchivableReports {
    /// Points of growth that an entry keeps.
    static let growthPoints = 32

    /// The reports behind a path: of a JSON file its own, of a folder those of all its JSON files, in the order of names.
    public static func reports(at path: String) throws -> [ReportToArchive] {
        guard FileSystem.kind(of: path) == .directory else { return [try report(at: path)] }
        let found = try files(below: path).compactMap { try? report(at: $0) }
        guard !found.isEmpty else { throw ArchiveError.noReport(path, reason: "holds no report with its data") }
        return found
    }

    private static func files(below folder: String) throws -> [String] {
        try FileSystem.listDirectory(folder).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
            let path = FileSystem.join(folder, name)
            if FileSystem.kind(of: path) == .directory, !FileSystem.isLink(path) { return try files(below: path) }
            return name.hasSuffix(".json") ? [path] : []
        }
    }

    /// The report that a JSON file belongs to, with the files beside it that have its name and other endings.
    private static func report(at path: String) throws -> ReportToArchive {
        let bytes = try FileSystem.readFile(path)
        guard let json = try? JSONReader.parse(bytes, leavingOut: ["tables"]),
            json["schema"]?.text == MetricsJSON.schemaName,
            let run = json["run"], let id = run["id"]?.text
        else { throw ArchiveError.noReport(path, reason: "is no data file of a report") }
        guard json["series"] != nil else {
            throw ArchiveError.noReport(path, reason: "has the metrics of a run alone")
        }
        var entry = ArchiveEntry(run: id)
        entry.strategy = run["strategy"]?.text
        entry.version = run["version"]?.text
        entry.engine = run["engine"]?.text ?? ""
        (entry.start, entry.end) = (run["start"]?.text ?? "", run["end"]?.text ?? "")
        entry.observations = run["observations"]?.whole ?? 0
        entry.warnings = json["findings"].elements.count { $0["severity"]?.text == "warning" }
        entry.metrics = metrics(json)
        entry.growth = thinned(json["series"]?["growth"]?["value"].elements.compactMap(\.double) ?? [])
        entry.inputs = run["inputs"].elements.map {
            .init(name: $0["name"]?.text ?? "", size: $0["size"]?.whole ?? 0, sha256: $0["sha256"]?.text ?? "")
        }
        entry.tearsheet = json["tearsheet"]?.text ?? ""
        let files = try paths(beside: path).map { (path: $0, sha256: try digest(of: $0)) }
            .filter { file in !entry.inputs.contains { isSame($0, file) } }
        entry.files = files.map { .init(name: FileSystem.name(of: $0.path), size: 0, sha256: $0.sha256) }
        return ReportToArchive(entry: entry, paths: files.map(\.path))
    }

    private static func metrics(_ json: JSONValue) -> [ArchiveEntry.Metric] {
        ArchiveEntry.keptMetrics.compactMap { key in
            guard let metric = json["metrics"]?[key.rawValue] else { return nil }
            let value: ArchiveEntry.Value =
                if let number = metric["value"]?.double {
                    .number(number)
                } else if let word = metric["value"]?.text {
                    .word(word)
                } else {
                    .absent(metric["reason"]?.text ?? "no reason is given")
                }
            return .init(key: key.rawValue, value: value)
        }
    }

    /// Whether a file has the name and the bytes of what the run was read from: an engine writes `goog.xlsx` too.
    private static func isSame(_ input: ArchiveEntry.File, _ file: (path: String, sha256: String)) -> Bool {
        input.name == FileSystem.name(of: file.path) && input.sha256 == file.sha256
    }

    /// `goog.json`, `goog.html`, `goog.xlsx`, `goog.tearsheet.trades.csv`, and not `goog.trades.csv`, which is a run's.
    private static func paths(beside path: String) throws(FileError) -> [String] {
        let folder = FileSystem.parent(of: path)
        let stem = FileSystem.stem(of: path)
        let single = Set(OutputFormat.allCases.filter { !$0.needsFolder }.map { stem + $0.suffix })
        let names = try FileSystem.listDirectory(folder).filter { name in
            single.contains(name) || name.hasPrefix(stem + ".tearsheet.") && name.hasSuffix(".csv")
        }
        return names.map { folder == "." && !path.hasPrefix("./") ? $0 : FileSystem.join(folder, $0) }
    }

    private static func digest(of path: String) throws(FileError) -> String {
        var digest = SHA256Stream()
        try FileSystem.readPieces(path) { digest.update($0) }
        return digest.hex
    }

    /// Values at evenly spaced places, the first and the last among them.
    static func thinned(_ values: [Double]) -> [Double] {
        guard values.count > growthPoints else { return values }
        let last = values.count - 1
        return (0..<growthPoints).map { values[$0 * last / (growthPoints - 1)] }
    }
}
