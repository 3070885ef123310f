extension ParsedArguments {
    /// The same command line with options of a configuration file under it: what stands on the line wins.
    ///
    /// The names are long option names without dashes; a flag's value is `true` or `false`; a repeatable option keeps
    /// the file's values before those of the line. Options that only other commands have are passed over, so that one
    /// file serves all commands; a name that no command has throws, and so does a value that the option does not accept.
    public func under(_ defaults: [(name: String, value: String)]) throws(UsageError) -> ParsedArguments {
        try under(defaults.map { Setting(name: $0.name, value: $0.value, place: nil) })
    }

    /// The same of options whose places are known: what is thrown says where the option stands.
    public func under(_ defaults: [Setting]) throws(UsageError) -> ParsedArguments {
        var below = [Given]()
        for setting in defaults {
            do throws(UsageError) {
                if let given = try given(setting) { below.append(given) }
            } catch { throw setting.place.map(error.standing) ?? error }
        }
        return ParsedArguments(path: path, given: below + given, positionals: positionals)
    }

    /// An option that stands in a file.
    public struct Setting: Sendable {
        /// The option's name without its dashes.
        public let name: String
        /// `true` and `false` for a flag.
        public let value: String
        /// What a message calls the place: `job.toml:3:1`.
        public let place: String?

        /// An option in a file.
        public init(name: String, value: String, place: String?) {
            (self.name, self.value, self.place) = (name, value, place)
        }
    }

    /// Nil for a flag that is switched off, and for an option of other commands.
    private func given(_ setting: Setting) throws(UsageError) -> Given? {
        let option = path.options.first {
            $0.name == setting.name && $0 != .helpFlag && !OptionSpecification.programFlags.contains($0)
        }
        if let option { return try given(setting.value, for: option) }
        guard isKnownElsewhere(setting.name) else { throw unknown(setting.name) }
        return nil
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
