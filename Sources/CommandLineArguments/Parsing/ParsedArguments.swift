/// A command line that was understood: which command, with which options and arguments.
///
/// Options and arguments are asked for by the names of the specification; a name that it does not have is a programmer's
/// mistake and traps, so a misspelt name cannot pass for an option that was not given.
public struct ParsedArguments: Equatable, Sendable {
    struct Given: Equatable, Sendable {
        var name: String
        var value: String
    }

    let path: CommandPath
    let given: [Given]
    let positionals: [[String]]

    /// The words of the command, the program's name first: `["tearsheet", "templates", "show"]`.
    public var commandPath: [String] { path.words }

    /// The words of the command below the program: `templates show`; empty for a program without commands.
    public var command: String { path.words.dropFirst().joined(separator: " ") }

    /// Every option that was given with its value, in the order of the command line; a flag's value is empty.
    public var allGiven: [(name: String, value: String)] { given.map { ($0.name, $0.value) } }

    /// Whether the command has an option of this name at all, given or not.
    public func hasOption(_ name: String) -> Bool { path.options.contains { $0.name == name } }

    /// Whether an option stands on the command line.
    public func isGiven(_ name: String) -> Bool {
        let name = specification(of: name).name
        return given.contains { $0.name == name }
    }

    /// Whether a flag is set.
    public func flag(_ name: String) -> Bool {
        precondition(specification(of: name).isFlag, "\(name) is not a flag")
        return isGiven(name)
    }

    /// How often a flag stands on the command line: `-vv` is 2.
    public func count(of name: String) -> Int {
        precondition(specification(of: name).isFlag, "\(name) is not a flag")
        return given.count { $0.name == name }
    }

    /// The last value given, else the default of the specification, else nil.
    public func value(_ name: String) -> String? {
        let specification = specification(of: name)
        precondition(!specification.isFlag, "\(name) is a flag")
        return given.last { $0.name == name }?.value ?? specification.defaultValue
    }

    /// Every value given, in order; the default of the specification when none is.
    public func values(_ name: String) -> [String] {
        let specification = specification(of: name)
        precondition(specification.isRepeatable, "\(name) is not repeatable")
        return texts(name)
    }

    /// The words of an argument of any number.
    public func positionals(_ name: String) -> [String] {
        let index = path.command.positionals.firstIndex { $0.name == name }
        precondition(index != nil, "\(path.text) has no argument \(name)")
        return index.map { positionals[$0] } ?? []
    }

    /// The word of an argument; nil when it is optional and not given.
    public func positional(_ name: String) -> String? { positionals(name).first }

    /// Every value given, or the default; none where there is neither.
    func texts(_ name: String) -> [String] {
        let specification = specification(of: name)
        let all = given.filter { $0.name == name }.map(\.value)
        return all.isEmpty ? specification.defaultValue.map { [$0] } ?? [] : all
    }

    private func specification(of name: String) -> OptionSpecification {
        guard let option = path.options.first(where: { $0.name == name }) else {
            preconditionFailure("\(path.text) has no option \(name)")
        }
        return option
    }
}
