import Containers
import NativeCodecs
import SystemFiles

/// A job file as it was read: its settings, and the line of each.
struct JobFile {
    /// As the user named it.
    let path: String
    /// The settings in the order of the file.
    let members: [JSONMember]
    private let lines: [[String]: Int]

    /// Throws for a file that cannot be read or is not TOML.
    init(_ path: String) throws {
        let bytes = try OptionFile.read(path, option: "JOB", limit: OptionFile.largestText)
        let value: JSONValue
        do throws(TOMLReader.Failure) { value = try TOMLReader.parse(bytes) } catch {
            switch error {
            case .syntax(let mistake): throw ConfigError.syntax(path, mistake)
            case .nested: throw ConfigError.nested(path)
            }
        }
        self.path = path
        if case .object(let members) = value { self.members = members } else { members = [] }
        lines = Dictionary(
            TOMLText.places(in: bytes).map { ($0.way, $0.line) }, uniquingKeysWith: { first, _ in first })
    }

    /// The line of a setting, or of what it stands in; 1 for the file as a whole.
    func line(of way: [String]) -> Int {
        for count in stride(from: way.count, to: 0, by: -1) {
            if let line = lines[Array(way.prefix(count))] { return line }
        }
        return 1
    }

    /// A path of the file: relative to the file.
    func beside(_ text: String) -> String { ConfigFile.path(text, besides: path) }
}

/// One thing that is wrong with a job file.
struct JobMistake: Equatable {
    /// From 1.
    let line: Int
    /// Fact and remedy.
    let fact: String
}

/// A job file that cannot be followed.
struct JobFileError: Error {
    /// As the user named it.
    let path: String
    /// In the order of the lines.
    let mistakes: [JobMistake]

    /// A line for each: `nightly.toml:7: unknown key 'benchmrk'; did you mean 'benchmark'?`.
    var message: String { mistakes.map { "\(path):\($0.line): \($0.fact)" }.joined(separator: "\n") }
}
