import Formatting

/// Reads a command line from left to right: which command, which options, which arguments.
struct ArgumentReader {
    enum Outcome {
        case arguments(ParsedArguments)
        case help(CommandPath)
        case about(Set<String>)
    }

    private var path: CommandPath
    private var words: ArraySlice<String>
    private var given = [ParsedArguments.Given]()
    private var positionals = [String]()

    init(root: CommandSpecification, words: [String]) {
        path = CommandPath(root: root)
        self.words = words[...]
    }

    /// Reads every word; help and version end the reading where they stand.
    mutating func read() throws(UsageError) -> Outcome {
        while let word = words.popFirst() {
            if word == "--" {
                for rest in words { try readPositional(rest) }
                break
            }
            let isOption = word.utf8.count > 1 && word.hasPrefix("-")
            if !isOption { try readPositional(word) } else if let outcome = try readOption(word) { return outcome }
        }
        if !path.command.subcommands.isEmpty {
            throw error(.missingCommand(path.command.subcommands.map(\.name)))
        }
        return .arguments(try arguments())
    }

    private mutating func readPositional(_ word: String) throws(UsageError) {
        let subcommands = path.command.subcommands
        if let next = subcommands.first(where: { $0.name == word }) {
            path = path.appending(next)
        } else if subcommands.isEmpty {
            positionals.append(word)
        } else {
            let nearest = word == "help" ? "--help" : Self.nearest(word, in: subcommands.map(\.name))
            throw error(.unknownCommand(word, nearest: nearest))
        }
    }

    private mutating func readOption(_ word: String) throws(UsageError) -> Outcome? {
        word.hasPrefix("--") ? try readLong(word) : try readBundle(word)
    }

    private mutating func readLong(_ word: String) throws(UsageError) -> Outcome? {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let form = String(parts.first ?? "")
        let attached = parts.count == 2 ? String(parts[1]) : nil
        guard let option = path.options.first(where: { $0.long == form }) else {
            let nearest = Self.nearest(String(form.dropFirst(2)), in: path.options.map(\.name))
            throw error(.unknownOption(form, nearest: nearest.map { "--" + $0 }))
        }
        if option.isFlag, let attached { throw error(.unexpectedValue(option: form, value: attached)) }
        return try take(option, as: form, attached: attached)
    }

    /// Letters after one dash: flags, until one takes the rest of the word as its value.
    private mutating func readBundle(_ word: String) throws(UsageError) -> Outcome? {
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            guard let option = path.options.first(where: { $0.short == letter }) else {
                throw error(unknownLetter(letter, in: word))
            }
            let attached = option.isFlag || letters.isEmpty ? nil : String(letters)
            if let outcome = try take(option, as: "-" + String(letter), attached: attached) { return outcome }
            if !option.isFlag { break }
        }
        return nil
    }

    /// `-format` is a slip for `--format` more often than a bundle of letters.
    private func unknownLetter(_ letter: Character, in word: String) -> UsageError.Fact {
        let whole = "-" + String(word.prefix { $0 != "=" })
        if path.options.contains(where: { $0.long == whole }) { return .unknownOption(word, nearest: whole) }
        return .unknownOption("-" + String(letter), nearest: nil)
    }

    private mutating func take(
        _ option: OptionSpecification, as form: String, attached: String?
    ) throws(UsageError) -> Outcome? {
        if option == .helpFlag { return .help(path) }
        if OptionSpecification.programFlags.contains(option) { return .about(flags(with: option)) }
        var value = ""
        if !option.isFlag {
            if let attached { value = attached } else { value = try nextValue(of: form) }
            if let fault = option.fault(in: value, of: form) { throw error(fault) }
        }
        given.append(ParsedArguments.Given(name: option.name, value: value))
        return nil
    }

    /// The flags on both sides of one that ends the reading.
    private func flags(with option: OptionSpecification) -> Set<String> {
        let behind = path.options.filter { option in option.isFlag && words.contains(where: option.forms.contains) }
        return Set(given.map(\.name) + behind.map(\.name) + [option.name])
    }

    private mutating func nextValue(of form: String) throws(UsageError) -> String {
        guard let next = words.first, !Self.looksLikeOption(next) else {
            throw error(.missingValue(option: form, next: words.first))
        }
        words.removeFirst()
        return next
    }

    /// A dash and something other than a digit or point; negative numbers are values.
    private static func looksLikeOption(_ word: String) -> Bool {
        guard word.hasPrefix("-"), let second = word.dropFirst().first else { return false }
        return !(second.isWholeNumber || second == ".")
    }

    private func check(_ value: String, _ kind: ValueKind, of name: String) throws(UsageError) {
        guard let rejected = kind.rejected(in: value) else { return }
        let nearest = Self.nearest(rejected, in: kind.words)
        throw error(.unknownValue(of: name, value: rejected, nearest: nearest, allowed: kind.words))
    }

    /// The slip of the keys, or the only word that starts this way.
    static func nearest(_ word: String, in candidates: [String]) -> String? {
        if let match = NearestMatch.of(word, in: candidates) { return match }
        let longer = candidates.filter { word.utf8.count > 1 && $0.hasPrefix(word) }
        return longer.count == 1 ? longer.first : nil
    }

    private func error(_ fact: UsageError.Fact) -> UsageError { UsageError(fact, commandPath: path.words) }

    /// Hands the words without a name to the arguments of the command, in order.
    private func arguments() throws(UsageError) -> ParsedArguments {
        var rest = positionals[...]
        var assigned = [[String]]()
        let specifications = path.command.positionals
        for (index, specification) in specifications.enumerated() {
            let reserved = specifications[(index + 1)...].reduce(0) { $0 + $1.minimum }
            let room = max(rest.count - reserved, specification.minimum)
            let taken = rest.prefix(specification.takesSeveral ? room : min(room, 1))
            if taken.count < specification.minimum { throw error(.missingArgument(specification.name)) }
            for word in taken { try check(word, specification.kind, of: specification.name) }
            assigned.append(Array(taken))
            rest = rest.dropFirst(taken.count)
        }
        if let extra = rest.first { throw error(.unexpectedArgument(extra)) }
        return ParsedArguments(path: path, given: given, positionals: assigned)
    }
}
