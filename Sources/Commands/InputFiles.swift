import CommandLineArguments
import Reports
import SystemFiles

/// The files that a command line reads, which none of its outputs may replace.
enum InputFiles {
    /// The files that options name, and further paths.
    static func protected(by arguments: ParsedArguments, _ paths: [String] = []) -> ProtectedFiles {
        var files = ProtectedFiles()
        files.insert(paths)
        for name in ["config", "logo", "commentary", "rf", "template", "benchmark", "map", "theme"]
        where arguments.hasOption(name) {
            guard let value = arguments.value(name) else { continue }
            files.insert(name == "benchmark" ? ComputingOptions.benchmark(value).path : value)
            if name == "template" { files.insert(templatesBeside(value)) }
        }
        return files
    }

    /// What a template of the user's extends and includes.
    private static func templatesBeside(_ path: String) -> [String] {
        guard FileSystem.kind(of: path) == .regular, let choice = try? RenderingOptions.template(path) else {
            return []
        }
        return TemplateSections(of: choice).templates.map { FileSystem.join(FileSystem.parent(of: path), $0) }
    }
}

extension ProtectedFiles {
    /// Throws where standard output was redirected into one of the files.
    func spareStandardOutput() throws(FileError) {
        guard let input = inputBehindStandardOutput() else { return }
        throw FileError(.write, "standard output", code: 0, refusal: .replacesInput(input))
    }
}
