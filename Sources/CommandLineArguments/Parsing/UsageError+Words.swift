extension UsageError: CustomStringConvertible {
    /// One line for standard error, with the program's name before it and the way out behind.
    ///
    /// For example `tearsheet: unknown option '--benchmrk'; did you mean '--benchmark'?`
    public var message: String { "\(commandPath.first ?? ""): \(file.map { $0 + ": " } ?? "")\(what); \(remedy)" }

    /// The message.
    public var description: String { message }

    private var what: String {
        switch fact {
        case .unknownOption(let option, _): "unknown option '\(option)'"
        case .unknownCommand(let word, _): "unknown command '\(word)'"
        case .missingCommand: "no command given"
        case .missingValue(let option, _): "option '\(option)' needs a value"
        case .unexpectedValue(let option, let value): "option '\(option)' takes no value, but got '\(value)'"
        case .unknownValue(let name, let value, _, _): "unknown value '\(value)' for '\(name)'"
        case .unsuitableValue(let name, let value, let expected): "'\(name)' must be \(expected), not '\(value)'"
        case .missingArgument(let name): "argument \(name) is missing"
        case .unexpectedArgument(let word): "one argument too many: '\(word)'"
        case .exclusiveOptions(let first, let second): "options '\(first)' and '\(second)' exclude each other"
        case .missingOption(let option, let other): "'\(other)' needs option '\(option)'"
        }
    }

    private var remedy: String {
        switch fact {
        case .unknownOption(_, let nearest?), .unknownCommand(_, let nearest?), .unknownValue(_, _, let nearest?, _):
            "did you mean '\(nearest)'?"
        case .missingValue(let option, let next?) where option.hasPrefix("--"):
            "for a value that starts with a dash write '\(option)=\(next)'"
        case .unknownValue(_, _, nil, let allowed) where Self.isShort(allowed): "it takes " + Self.either(allowed)
        case .missingCommand(let commands) where Self.isShort(commands): "one of " + Self.either(commands)
        default: "see '\(commandPath.joined(separator: " ")) --help'"
        }
    }

    /// Long lists belong into help, not into a line.
    private static func isShort(_ words: [String]) -> Bool { (1...40).contains(words.count) }

    private static func either(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }
}
