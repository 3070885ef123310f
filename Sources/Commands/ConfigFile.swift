import CommandLineArguments
import Containers
import NativeCodecs
import Reports
import RunFormats
import SystemFiles

/// `--config FILE.toml`: options by their long names in a file; what stands on the command line wins.
///
/// Both pass the same checks. Paths in the file are relative to the file, so a job can be started from anywhere.
enum ConfigFile {
    /// The command line with the file's options under it; unchanged without `--config`.
    static func apply(to arguments: ParsedArguments) throws -> ParsedArguments {
        guard arguments.hasOption("config"), let path = arguments.value("config") else { return arguments }
        return try arguments.under(try settings(from: path, for: arguments))
    }

    private static func settings(
        from path: String, for arguments: ParsedArguments
    ) throws -> [ParsedArguments.Setting] {
        let bytes = try OptionFile.read(path, option: "--config", limit: OptionFile.largestText)
        let value: JSONValue
        do throws(TOMLReader.Failure) {
            value = try TOMLReader.parse(bytes)
        } catch {
            switch error {
            case .syntax(let mistake): throw ConfigError.syntax(path, mistake)
            case .nested: throw ConfigError.nested(path)
            }
        }
        guard case .object(let members) = value else { return [] }
        let places = Places(path, bytes)
        return try members.flatMap { member in
            let key = member.name
            do {
                let options = try options(for: key, member.value, path, arguments)
                return options.enumerated().map { index, option in
                    let place = places.place(of: key, part: part(index, of: options.count, member.value))
                    return ParsedArguments.Setting(name: option.name, value: option.value, place: place)
                }
            } catch ConfigError.unsuitable(_, let name) {
                let part = name.hasPrefix(key + ".") ? String(name.dropFirst(key.utf8.count + 1)) : nil
                throw ConfigError.unsuitable(places.place(of: key, part: part), key: name)
            }
        }
    }

    /// What one of the options of a setting is called within it: the name of a member, or the place in a list; nil where the
    /// whole of it is one option.
    private static func part(_ index: Int, of count: Int, _ value: JSONValue) -> String? {
        switch value {
        case .object(let members) where members.count == count: members[index].name
        case .array(let items) where items.count == count: String(index)
        default: nil
        }
    }

    /// Where the settings of a file stand, for messages.
    private struct Places {
        private let path: String
        private let all: [[String]: TOMLText.Place]

        init(_ path: String, _ bytes: [UInt8]) {
            self.path = path
            all = Dictionary(
                TOMLText.places(in: bytes).map { ($0.way, $0) }, uniquingKeysWith: { first, _ in first })
        }

        /// The place of a part of a setting, or of the setting: `job.toml:3:1`.
        func place(of key: String, part: String?) -> String {
            let found = part.flatMap { all[[key, $0]] } ?? all[[key]]
            return found.map { "\(path):\($0.line):\($0.column)" } ?? path
        }
    }

    /// The options that a setting stands for: a list of an option that may be given several times is as many.
    static func options(
        for key: String, _ value: JSONValue, _ path: String, _ arguments: ParsedArguments
    ) throws -> [(name: String, value: String)] {
        switch value {
        case .object(let members) where key == "set" || key == "metric":
            return try members.map { (key, $0.name + "=" + (try text($0.value, of: "\(key)." + $0.name, path))) }
        case .array(let items) where arguments.option(named: key)?.isRepeatable == true:
            return try items.map { item in
                (key, resolved(try text(item, of: key, path), arguments.option(named: key), besides: path))
            }
        case .array(let items):
            return [(key, try items.map { try text($0, of: key, path) }.joined(separator: ","))]
        default:
            return [(key, resolved(try text(value, of: key, path), arguments.option(named: key), besides: path))]
        }
    }

    static func text(_ value: JSONValue, of key: String, _ path: String) throws -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): "\(number)"
        case .bool(let flag): flag ? "true" : "false"
        default: throw ConfigError.unsuitable(path, key: key)
        }
    }

    /// Paths are relative to the file; which values are paths, the options say.
    static func resolved(_ value: String, _ option: OptionSpecification?, besides path: String) -> String {
        guard let option, option.isPath(value) else { return value }
        let beside = Self.path(value, besides: path)
        // A bare word that is no file here may be a name of the library.
        let isFile = value.contains("/") || endings.contains(FileSystem.fileExtension(of: value))
        guard namesOfLibrary.contains(option.name), !isFile else { return beside }
        let column = option.name == "benchmark" ? ValueForm.benchmark.value(of: beside)?.path : nil
        return FileSystem.kind(of: column ?? beside) == nil ? value : beside
    }

    /// What names of files end with, and names of a library do not.
    private static let endings = ["csv", "tsv", "gz", "parquet", "feather", "arrow", "xlsx", "txt", "json"]

    /// Options that take a name of the library too.
    static let namesOfLibrary = ["benchmark", "rf", "factors"]

    /// A path that a file names, relative to the file.
    static func path(_ value: String, besides file: String) -> String {
        let folder = FileSystem.parent(of: file)
        return folder == "." ? value : FileSystem.join(folder, value)
    }
}

/// Why a config file cannot be used.
enum ConfigError: Error {
    /// It is not TOML.
    case syntax(String, TOMLText.Mistake)
    /// Its lists or tables nest deeper than any setting does.
    case nested(String)
    /// A setting is a table or a list of them.
    case unsuitable(String, key: String)

    /// Place, fact, remedy.
    var message: String {
        switch self {
        case .syntax(let path, let mistake): "\(path):\(mistake.line):\(mistake.column): not TOML: \(mistake.fact)"
        case .nested(let path): "\(path): lists or tables are nested too deeply; settings stand at the top"
        case .unsuitable(let path, let key):
            "\(path): '\(key)' must be a text, a number, true, false, or a list of texts"
        }
    }
}
