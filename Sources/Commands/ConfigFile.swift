import CommandLineArguments
import Containers
import NativeCodecs
import ObjectStorage
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
    ) throws -> [(name: String, value: String)] {
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
        return try members.flatMap { try options(for: $0.name, $0.value, path, arguments) }
    }

    /// The options that a setting stands for: a list of an option that may be given several times is as many.
    static func options(
        for key: String, _ value: JSONValue, _ path: String, _ arguments: ParsedArguments
    ) throws -> [(name: String, value: String)] {
        switch value {
        case .object(let members) where key == "set" || key == "metric":
            return try members.map { (key, $0.name + "=" + (try text($0.value, of: "\(key)." + $0.name, path))) }
        case .array(let items) where arguments.takesSeveral(key):
            return try items.map { item in
                (key, resolved(try text(item, of: key, path), key, arguments.kind(of: key), besides: path))
            }
        case .array(let items):
            return [(key, try items.map { try text($0, of: key, path) }.joined(separator: ","))]
        default:
            return [(key, resolved(try text(value, of: key, path), key, arguments.kind(of: key), besides: path))]
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

    /// Paths are relative to the file; which values are paths, the options' kinds say.
    static func resolved(_ value: String, _ key: String, _ kind: ValueKind?, besides path: String) -> String {
        let isPath =
            switch kind {
            case .file, .folder: !isNoPath(value, key)
            case .nameOrFile(let names): !names.contains(value)
            case .text, .name, .names, .choice, .list, nil: false
            }
        guard isPath else { return value }
        let beside = Self.path(value, besides: path)
        // A bare word that is no file here may be a name of the library.
        let isName = ["benchmark", "rf", "factors"].contains(key) && !value.contains("/")
        let file = key == "benchmark" ? ComputingOptions.benchmark(beside).path : beside
        return isName && FileSystem.kind(of: file) == nil ? value : beside
    }

    /// A path that a file names, relative to the file.
    static func path(_ value: String, besides file: String) -> String {
        let folder = FileSystem.parent(of: file)
        return folder == "." ? value : FileSystem.join(folder, value)
    }

    /// What stands for itself where a path may stand: a rate, regimes of volatility, a field's column, a
    /// bucket.
    private static func isNoPath(_ value: String, _ key: String) -> Bool {
        switch key {
        case "rf": RateSize.fraction(value) != nil
        case "regimes": value == "volatility"
        case "map": value.contains("=")
        case "archive": value.hasPrefix(S3Address.scheme)
        default: false
        }
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
