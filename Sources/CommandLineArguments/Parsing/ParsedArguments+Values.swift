extension ParsedArguments {
    /// The word of an argument that is optional on the command line but needed in this case.
    public func requiredPositional(_ name: String) throws(UsageError) -> String {
        guard let word = positional(name) else { throw error(.missingArgument(name)) }
        return word
    }

    /// Throws when more than one of these options is given.
    public func excludeEachOther(_ names: String...) throws(UsageError) {
        let both = names.filter(isGiven)
        if both.count > 1 { throw error(.exclusiveOptions("--" + both[0], "--" + both[1])) }
    }

    /// A usage error of this command, for checks that only the program can make.
    public func error(_ fact: UsageError.Fact) -> UsageError { UsageError(fact, commandPath: commandPath) }
}
