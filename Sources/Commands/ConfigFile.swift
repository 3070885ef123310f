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
        let settings = try settings(from: path, for: arguments)
        do throws(UsageError) { return try arguments.under(settings) } catch { throw error.standing(in: path) }
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
