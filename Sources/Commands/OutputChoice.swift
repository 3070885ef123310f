import BatchJobs
import CommandLineArguments
import Reports
import SystemFiles

/// What `--format` and `--output` come to, for every command that writes reports.
///
/// `-o tearsheet.pdf` names one file and its format, `-o -` standard output; everything else is a folder.
struct OutputChoice {
    /// What to write.
    let formats: [OutputFormat]
    /// Where to.
    let destination: ReportJob.Destination

    /// The choice of a command line whose reports are `reports` in number.
    init(_ arguments: ParsedArguments, reports: Int) throws {
        let listed = Self.listed(arguments)
        let path = arguments.value("output") ?? "."
        func unsuitable(_ expected: String) -> UsageError {
            arguments.error(.unsuitableValue(of: "--output", value: path, expected: expected))
        }
        func needsOneReport() throws { if reports != 1 { throw unsuitable("a folder for several runs") } }
        if path == "-" {
            guard let listed, listed.count == 1, !listed[0].needsFolder else {
                throw unsuitable("a folder, unless --format names one of \(Self.singleFiles)")
            }
            try needsOneReport()
            (formats, destination) = (listed, .standardOutput)
            return
        }
        if FileSystem.kind(of: path) == .other, let listed, listed.count == 1, !listed[0].needsFolder {
            try needsOneReport()
            (formats, destination) = (listed, .file(path))
            return
        }
        let ending = OutputFormat(rawValue: FileSystem.fileExtension(of: path)).flatMap { $0.needsFolder ? nil : $0 }
        guard let ending, FileSystem.kind(of: path) != .directory else {
            (formats, destination) = (arguments[Options.format], .folder(path))
            return
        }
        guard listed ?? [ending] == [ending] else {
            throw unsuitable("a folder, since --format names other formats")
        }
        try needsOneReport()
        (formats, destination) = ([ending], .file(path))
    }

    /// `html, pdf and json`.
    private static var singleFiles: String {
        let names = OutputFormat.allCases.filter { !$0.needsFolder }.map(\.rawValue)
        return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }

    /// The formats that the user named, each once; nil where the ending of the output decides.
    private static func listed(_ arguments: ParsedArguments) -> [OutputFormat]? {
        guard arguments.isGiven(Options.format) else { return nil }
        return arguments[Options.format]
    }
}
