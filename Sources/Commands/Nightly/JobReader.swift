import BatchJobs
import CommandLineArguments
import Containers
import Formatting
import RunFormats
import RunModel
import SystemFiles

/// Reads a job file, setting by setting, so that every mistake is told at once and with its line.
struct JobReader {
    private let file: JobFile
    /// What stands on the command line: messages, `--shard`, `--force`.
    private let given: ParsedArguments
    private(set) var mistakes: [JobMistake] = []
    private(set) var sources: [String] = []
    private(set) var options: [(key: String, name: String, value: String)] = []
    private var limits: Limits?
    private var log: String?
    private var notifications = JobNotifications()
    private var retention: JSONValue?

    init(_ file: JobFile, given: ParsedArguments) {
        self.file = file
        self.given = given
    }

    /// The job; throws with all mistakes.
    mutating func job() throws -> NightlyJob {
        let job = try read()
        guard mistakes.isEmpty else { throw error }
        return job
    }

    /// The job, looked at as closely as can be without a run: what it names must be there.
    mutating func checkedJob() throws -> NightlyJob {
        let job = try read()
        checkFiles(job)
        guard mistakes.isEmpty else { throw error }
        return job
    }

    private var error: JobFileError {
        JobFileError(path: file.path, mistakes: mistakes.sorted { $0.line < $1.line })
    }

    private mutating func read() throws -> NightlyJob {
        var arguments = try batch([])
        // What decides which values others may have comes first.
        for member in file.members where Self.leading.contains(member.name) { read(member, arguments) }
        for member in file.members where !Self.leading.contains(member.name) { read(member, arguments) }
        if !file.members.contains(where: { $0.name == "sources" }) {
            add([], "there are no sources; say where runs lie, such as sources = [\"results\"]")
        }
        if !options.contains(where: { $0.name == "output" }) {
            add([], "there is no output; name the folder for reports, such as output = \"reports\"")
        }
        arguments = try batch(sources)
        if mistakes.isEmpty {
            do {
                arguments = try arguments.under(options.map { ($0.name, $0.value) })
                try BatchCommand(arguments, Messages()).check()
            } catch { add(way(of: error), Self.words(error)) }
        }
        var rules: ParsedArguments?
        if let retention { rules = try pruning(retention, arguments) }
        return NightlyJob(
            path: file.path, arguments: arguments, limits: limits, log: log,
            retention: rules, notifications: notifications)
    }

    /// The command line of the batch, without the file's options.
    private func batch(_ sources: [String]) throws -> ParsedArguments {
        var words = ["batch"]
        for name in ["quiet", "verbose", "force", "dry-run"] where given.flag(name) { words.append("--" + name) }
        if let shard = given.value("shard") { words.append("--shard=" + shard) }
        if given.isGiven("log-format"), let format = given.value("log-format") {
            words.append("--log-format=" + format)
        }
        // A batch without sources is no command line; mistakes are told before it is used.
        words += ["--"] + (sources.isEmpty ? ["."] : sources)
        guard case .run(let arguments) = try TearsheetSpecification.program(.shipped).parse(words) else { return given }
        return arguments
    }

    // MARK: Settings

    private static let leading = ["template", "theme", "library", "profile", "archive", "metric"]

    private mutating func read(_ member: JSONMember, _ arguments: ParsedArguments) {
        switch member.name {
        case "sources": readSources(member.value)
        case "limits": readLimits(member.value)
        case "log": log = path(member.value, "log")
        case "retention": retention = member.value
        case "notify": readNotifications(member.value)
        case let name where !Self.names(arguments).contains(name):
            let all = ["sources", "log", "notify", "retention"] + Self.names(arguments)
            let nearest = NearestMatch.of(name, in: all).map { "did you mean '\($0)'?" }
            add(
                [name],
                "unknown key '\(name)'; \(nearest ?? "it takes 'sources', 'output', and the options of tearsheet batch")"
            )
        default: readOption(member, arguments)
        }
    }

    /// The options of a batch that a file may hold.
    private static func names(_ arguments: ParsedArguments) -> [String] {
        let others = ["force", "dry-run", "null", "config", "quiet", "verbose", "help"]
        return arguments.optionNames.filter { !others.contains($0) }
    }

    private mutating func readSources(_ value: JSONValue) {
        guard case .array(let items) = value, !items.isEmpty else {
            return add(["sources"], "'sources' must be a list of folders, files or patterns, not \(value.kindName)")
        }
        for (place, item) in items.enumerated() {
            guard case .string(let text) = item, !text.isEmpty, text != "-" else {
                add(["sources", "\(place)"], "a source must be a folder, a file, a pattern or @FILE")
                continue
            }
            sources.append(text.hasPrefix("@") ? "@" + file.beside(String(text.dropFirst())) : file.beside(text))
        }
    }

    /// A table of limits, or a file that has them.
    private mutating func readLimits(_ value: JSONValue) {
        if case .string(let text) = value {
            do { readLimits(try JobFile(file.beside(text)).members, "") } catch {
                add(["limits"], Self.words(error))
            }
        } else if case .object(let members) = value {
            readLimits(members, "limits")
        } else {
            add(["limits"], "'limits' must be a table of limits or a file of them, not \(value.kindName)")
        }
    }

    private mutating func readLimits(_ members: [JSONMember], _ table: String) {
        let (limits, wrong) = LimitsReader.limits(members, file: FileSystem.name(of: file.path))
        for mistake in wrong {
            add(["limits", mistake.key], mistake.fact.hasPrefix("has ") ? "it " + mistake.fact : mistake.fact)
        }
        if members.isEmpty { add(["limits"], "there is no limit; give one such as drawdown = \"25%\"") }
        self.limits = limits
    }

    /// An option by itself, so that its mistakes are told beside those of others.
    private mutating func readOption(_ member: JSONMember, _ arguments: ParsedArguments) {
        let pairs: [(name: String, value: String)]
        do { pairs = try ConfigFile.options(for: member.name, member.value, file.path, arguments) } catch {
            return add([member.name], "'\(member.name)' must be a text, a number, true, false, or a list of texts")
        }
        let before = options.filter { Self.leading.contains($0.key) }.map { ($0.name, $0.value) }
        for (place, pair) in pairs.enumerated() {
            do {
                try BatchCommand(try arguments.under(before + [pair]), Messages()).check()
                options.append((member.name, pair.name, pair.value))
            } catch { add([member.name, "\(place)"], Self.words(error)) }
        }
    }

    private mutating func path(_ value: JSONValue, _ name: String) -> String? {
        if case .string(let text) = value, !text.isEmpty { return file.beside(text) }
        add([name], "'\(name)' must be the path of a file, not \(value.kindName)")
        return nil
    }

    /// The rules of `archive prune`, by their names.
    private mutating func pruning(_ value: JSONValue, _ arguments: ParsedArguments) throws -> ParsedArguments? {
        guard case .object(let members) = value, !members.isEmpty else {
            add(["retention"], "'retention' must be a table of rules such as keep-last = 10")
            return nil
        }
        guard let archive = arguments.value("archive") else {
            add(["retention"], "there is no archive to prune; name one, such as archive = \"archive\"")
            return nil
        }
        let words = ["archive", "prune", "--", archive]
        guard case .run(var pruning) = try TearsheetSpecification.program(.shipped).parse(words) else { return nil }
        let rules = ["keep-last", "keep-daily", "keep-weekly", "keep-monthly", "younger-than"]
        for member in members {
            guard rules.contains(member.name) else {
                add(
                    ["retention", member.name],
                    "unknown rule '\(member.name)'; it takes \(rules.joined(separator: ", "))")
                continue
            }
            do {
                let pairs = try ConfigFile.options(for: member.name, member.value, file.path, pruning)
                try ArchivePruning(try pruning.under(pairs), Messages()).check()
                pruning = try pruning.under(pairs)
            } catch { add(["retention", member.name], Self.words(error)) }
        }
        return pruning
    }

    private mutating func readNotifications(_ value: JSONValue) {
        var reader = NotificationReader(file)
        notifications = reader.read(value)
        for mistake in reader.mistakes { add(mistake.way, mistake.fact) }
    }

    // MARK: Mistakes

    mutating func add(_ way: [String], _ fact: String) {
        mistakes.append(JobMistake(line: file.line(of: way), fact: fact))
    }

    /// The setting that an error of the whole is about.
    private func way(of error: any Error) -> [String] {
        if case .exclusiveOptions(_, let second)? = (error as? UsageError)?.fact {
            return [String(second.dropFirst(2))]
        }
        return []
    }

    /// An error's words without the name of the program and the dashes of options.
    static func words(_ error: any Error) -> String {
        var text = Failure(error).message
        if text.hasPrefix("tearsheet: ") { text = String(text.dropFirst(11)) }
        if text.hasPrefix("--") { text = String(text.dropFirst(2)) }
        if let end = text.range(of: "; see 'tearsheet") { text = String(text[..<end]) }
        return text.split(separator: "'--", omittingEmptySubsequences: false).joined(separator: "'")
    }
}

extension String {
    /// Where another text begins in this one.
    fileprivate func range(of other: String) -> String.Index? {
        indices.first { self[$0...].hasPrefix(other) }
    }
}
