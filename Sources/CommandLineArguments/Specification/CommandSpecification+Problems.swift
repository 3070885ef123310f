extension CommandSpecification {
    /// Mistakes in the declaration of this command and those below, one sentence each; for a test of the program.
    public func problems() -> [String] {
        CommandPath(root: self).all.flatMap { path in
            Self.problems(of: path).map { "\(path.text): \($0)" }
        }
    }

    private static func problems(of path: CommandPath) -> [String] {
        let command = path.command
        var found = [String]()
        if command.summary.isEmpty || command.summary.hasSuffix(".") {
            found.append("needs a summary without full stop")
        }
        if command.examples.isEmpty { found.append("needs an example") }
        for example in command.examples where example.line != path.text && !example.line.hasPrefix(path.text + " ") {
            found.append("the example '\(example.line)' does not call it")
        }
        if !command.positionals.isEmpty, !command.subcommands.isEmpty {
            found.append("has both arguments and subcommands")
        }
        if command.positionals.filter(\.takesSeveral).count > 1 { found.append("has two arguments of several words") }
        found += repeated(path.options.map(\.long)).map { "declares the option \($0) twice" }
        found += repeated(path.options.compactMap { $0.short.map { "-" + String($0) } }).map { "declares \($0) twice" }
        found += repeated(command.subcommands.map(\.name)).map { "declares the subcommand \($0) twice" }
        return found + path.command.options.flatMap(problems)
    }

    private static func problems(of option: OptionSpecification) -> [String] {
        var found = [String]()
        if option.help.isEmpty || option.help.hasSuffix(".") {
            found.append("\(option.long) needs help without full stop")
        }
        if option.isFlag, option.kind != .text || option.defaultValue != nil {
            found.append("the flag \(option.long) has a kind or a default of values")
        }
        if let standard = option.defaultValue, option.fault(in: standard, of: option.long) != nil {
            found.append("the default '\(standard)' of \(option.long) is not one of its values")
        }
        return found
    }

    private static func repeated(_ names: [String]) -> [String] {
        names.indices.filter { names[..<$0].contains(names[$0]) }.map { names[$0] }
    }
}
