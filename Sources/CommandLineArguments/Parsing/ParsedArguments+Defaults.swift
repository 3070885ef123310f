extension ParsedArguments {
    /// The same command line with options of a configuration file under it: what stands on the line wins.
    ///
    /// The names are long option names without dashes; a flag's value is `true` or `false`; a repeatable option keeps
    /// the file's values before those of the line. Options that only other commands have are passed over, so that one
    /// file serves all commands; a name that no command has throws, and so does a value that the option does not accept.
    public func under(_ defaults: [(name: String, value: String)]) throws(UsageError) -> ParsedArguments {
        var below = [Given]()
        for (name, value) in defaults {
            if let option = path.options.first(where: {
                $0.name == name && $0 != .helpFlag && !OptionSpecification.programFlags.contains($0)
            }) {
                if let given = try given(value, for: option) { below.append(given) }
            } else if !isKnownElsewhere(name) {
                throw unknown(name)
            }
        }
        return ParsedArguments(path: path, given: below + given, positionals: positionals)
    }

    /// Nil for a flag that is switched off.
    private func given(_ value: String, for option: OptionSpecification) throws(UsageError) -> Given? {
        if let fault = option.fault(in: value, of: option.long) { throw error(fault) }
        guard option.isFlag else { return Given(name: option.name, value: value) }
        guard value == "true" || value == "false" else {
            throw error(.unsuitableValue(of: option.long, value: value, expected: "true or false"))
        }
        return value == "true" ? Given(name: option.name, value: "") : nil
    }

    private func isKnownElsewhere(_ name: String) -> Bool { everyName.contains(name) }

    private func unknown(_ name: String) -> UsageError {
        let nearest = ArgumentReader.nearest(name, in: everyName)
        return error(.unknownOption("--" + name, nearest: nearest.map { "--" + $0 }))
    }

    /// The names of all options of the program.
    private var everyName: [String] { path.root.all.flatMap { $0.command.options.map(\.name) } }
}
