import CommandLineArguments
import Reports
import SystemFiles

/// The files that a command line reads, which none of its outputs may replace.
enum InputFiles {
    /// The files that options name, and further paths.
    static func protected(by arguments: ParsedArguments, _ paths: [String] = []) -> ProtectedFiles {
        var files = ProtectedFiles()
        files.insert(paths)
        for name in names where arguments.hasOption(name) { files.insert(Self.paths(of: name, arguments)) }
        return files
    }

    /// The options that name files.
    static let names = [
        "config", "logo", "commentary", "rf", "template", "benchmark", "map", "events", "regimes", "limits",
        "factors", "benchmark-weights", "theme", "metrics-file", "scenarios",
    ]

    /// The paths that one option leads to; some may be no files, as a shipped template's name is none.
    static func paths(of name: String, _ arguments: ParsedArguments) -> [String] {
        if name == "map" { return arguments.values(name) }
        guard names.contains(name), let value = arguments.value(name) else { return [] }
        switch name {
        case "benchmark": return arguments[Options.benchmark].map { [$0.path] } ?? []
        case "template": return [value] + templatesBeside(value)
        default: return [value]
        }
    }

    /// What a template of the user's extends and includes, its style sheet whether it is there or not, and the data and
    /// pictures that one of them names.
    private static func templatesBeside(_ path: String) -> [String] {
        guard FileSystem.kind(of: path) == .regular, let choice = try? RenderingOptions.template(path) else {
            return []
        }
        let folder = FileSystem.parent(of: path)
        let templates = TemplateSections(of: choice).templates.map { FileSystem.join(folder, $0) }
        let texts = ([path] + templates).compactMap { try? OptionFile.text($0, option: "--template") }
        let shown = RenderingOptions.fileNames(in: folder).filter { name in
            name != NeighbouringFiles.styleSheet && texts.contains { $0.contains(name) }
        }
        return templates + ([NeighbouringFiles.styleSheet] + shown).map { FileSystem.join(folder, $0) }
    }
}

extension ProtectedFiles {
    /// Throws where standard output was redirected into one of the files.
    func spareStandardOutput() throws(FileError) {
        guard let input = inputBehindStandardOutput() else { return }
        throw FileError(.write, "standard output", code: 0, refusal: .replacesInput(input))
    }
}
