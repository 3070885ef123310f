import Analytics
import CommandLineArguments
import Reports
import RunFormats
import SystemFiles

/// A report's page that follows its files: what it shows now, and how often it has changed.
struct WatchedPage {
    /// The page; where it cannot be made, what is wrong in its place.
    private(set) var html: [UInt8] = []
    /// Changes with the page.
    private(set) var version = 0

    private let arguments: ParsedArguments
    private let messages: Messages
    private let worker: ReportWorker
    private let path: String
    private var analysis: Analysis?
    private var runFiles = WatchedFiles()
    private var otherFiles = WatchedFiles()

    /// The page as it is now. Throws where the command line itself is wrong, which no change of a file mends.
    init(_ arguments: ParsedArguments, _ messages: Messages) throws {
        self.arguments = arguments
        self.messages = messages
        path = try arguments.requiredPositional("RUN")
        guard path != "-" else {
            throw arguments.error(.unsuitableValue(of: "RUN", value: "-", expected: "a file, which can be read again"))
        }
        _ = try ComputingOptions(arguments)
        worker = try ReportWorker(fontFamily: arguments.value("font"))
        runFiles = WatchedFiles(run: path)
        otherFiles = WatchedFiles(options: arguments)
        make()
    }

    /// Makes the page again where a file has changed since the last time.
    mutating func refresh() {
        let runHasChanged = runFiles.haveChanged()
        guard otherFiles.haveChanged() || runHasChanged else { return }
        if runHasChanged { analysis = nil }
        make()
    }

    /// Makes the page; where it comes to the same, as when a file beside the run has nothing to do with it, nothing is told.
    private mutating func make() {
        let start = ProcessEnvironment.seconds
        var failure: String?
        var made: [UInt8]
        do { made = try page() } catch {
            let message = Failure(error).message
            made = Array(WatchSite.errorPage(message).utf8)
            failure = message
        }
        guard made != html else { return }
        html = made
        version += 1
        if let failure { return messages.error(failure) }
        messages.note("made in \(Int(((ProcessEnvironment.seconds - start) * 1000).rounded())) ms")
    }

    private mutating func page() throws -> [UInt8] {
        // Files of options may have changed: what stands in them is read each time.
        let options = try RenderingOptions.options(arguments)
        try ReportCommand.checkSections(options)
        otherFiles = WatchedFiles(options: arguments)
        let analysis = try self.analysis ?? analyse()
        self.analysis = analysis
        let files = try worker.files(of: analysis, options: options, formats: [.html])
        for remark in files.remarks where remark.isWarning {
            messages.remark(remark.text, code: remark.code, isWarning: true, of: path)
        }
        if let failure = files.failures.first { throw failure }
        return files.files.first?.bytes ?? []
    }

    private mutating func analyse() throws -> Analysis {
        let computing = try ComputingOptions(arguments)
        let (run, files) = try RunReader.open(path, options: computing.run)
        runFiles = WatchedFiles(run: path, files)
        messages.findings(run.findings, of: path)
        return Analyzer.analyze(run, conventions: computing.conventions)
    }
}
