import Analytics
import DataOutput
import Glibc
import Reports
import RunFormats

/// Makes reports of fuzzed inputs, in a folder in memory.
enum ReportMaking {
    private static let folder: String = {
        let path = "/dev/shm/tearsheet-fuzz-\(getpid())"
        _ = mkdir(path, 0o700)
        return path
    }()
    /// One worker for all inputs, as in a batch.
    private nonisolated(unsafe) static let worker = try? ReportWorker()

    /// A sound run to which the fuzzed texts are added.
    private nonisolated(unsafe) static let sound: Analysis? = {
        let rows = (1...28).map { "2024-02-\($0 < 10 ? "0" : "")\($0),\(100 + $0 * 7 % 13)\n" }.joined()
        write(Array("date,equity\n\(rows)".utf8), "sound.csv")
        return (try? RunReader.read(folder + "/sound.csv")).map { Analyzer.analyze($0, conventions: .standard) }
    }()

    static func table(_ bytes: [UInt8]) {
        write(bytes, "run.csv")
        for content in [nil, RunOptions.BareContent.returns, .equity] {
            var options = RunOptions()
            options.content = content
            guard let run = try? RunReader.read(folder + "/run.csv", options: options) else { continue }
            if let problem = run.problems().first { fatalError(problem) }
            let analysis = Analyzer.analyze(run, conventions: .standard)
            report(analysis, ReportOptions(), [.json, .csv])
        }
    }

    static func folder(_ bytes: [UInt8]) {
        let path = folder + "/run"
        _ = mkdir(path, 0o700)
        for name in FolderInput.names { unlink(path + "/" + name) }
        for (name, content) in FolderInput.files(bytes) { write(content, "run/" + name) }
        let isWhole = bytes.reduce(0) { $0 &+ Int($1) } % 8 == 0
        // A header can name thousands of runs.
        for reference in ((try? RunReader.list(path)) ?? []).prefix(3) {
            guard let run = try? RunReader.read(reference) else { continue }
            if let problem = run.problems().first { fatalError("\(reference.name): \(problem)") }
            _ = try? RunReader.inspect(reference.name).lines
            report(
                Analyzer.analyze(run, conventions: .standard), ReportOptions(),
                isWhole ? [.json, .csv, .html, .pdf] : [.json, .csv])
        }
    }

    static func markup(_ text: String) {
        guard let sound else { return }
        let template = TemplateChoice.own(name: "m.report", text: text, beside: NeighbouringTemplates())
        report(sound, ReportOptions(template: template), [.html, .pdf])
    }

    /// The first line is the title, the second the subtitle.
    static func words(_ text: String) {
        guard let sound else { return }
        let parts = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        var options = ReportOptions(template: .shipped("summary"))
        options.title = parts.first
        options.subtitle = parts.count > 1 ? parts[1] : nil
        options.commentary = parts.count > 2 ? parts[2] : nil
        report(sound, options, [.html, .pdf])
    }

    private static func report(_ analysis: Analysis, _ options: ReportOptions, _ formats: [OutputFormat]) {
        // Templates and markup may be wrong, and are refused as a whole; a format that fails alone is a find.
        let made = try? worker?.files(of: analysis, options: options, formats: formats)
        if let failure = made?.failures.first { fatalError(failure.message) }
    }

    private static func write(_ bytes: [UInt8], _ name: String) {
        guard let file = fopen(folder + "/" + name, "w") else { fatalError("cannot write to /dev/shm") }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}
