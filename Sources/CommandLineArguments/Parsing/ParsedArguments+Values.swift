extension ParsedArguments {
    /// The value as a whole number; nil when there is none.
    ///
    /// Throws when it is no whole number or outside `range`.
    public func integer(_ name: String, in range: ClosedRange<Int> = .min ... .max) throws(UsageError) -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw unsuitable(name, text, "a whole number" + Self.words(range))
        }
        return number
    }

    /// The value as a number, always finite; nil when there is none.
    ///
    /// Throws when it is no number, not finite, or outside `range`.
    public func number(
        _ name: String, in range: ClosedRange<Double> = -.infinity ... .infinity
    ) throws(UsageError) -> Double? {
        guard let text = value(name) else { return nil }
        guard let number = Double(text), number.isFinite, range.contains(number) else {
            throw unsuitable(name, text, "a number" + Self.words(range))
        }
        return number
    }

    /// The parts between commas, without blanks; nil when the option has no value.
    ///
    /// Throws when there is no part at all.
    public func list(_ name: String) throws(UsageError) -> [String]? {
        guard let text = value(name) else { return nil }
        let parts = ValueKind.parts(of: text)
        if parts.isEmpty { throw unsuitable(name, text, "a list with commas between") }
        return parts
    }

    /// The value read by a function of the caller; nil when there is none.
    ///
    /// Throws ``UsageError/Fact/unsuitableValue(of:value:expected:)`` where the function answers nil: `expected` says
    /// what the value must be, such as `a date such as 2015-01-02`.
    public func value<Value>(
        _ name: String, as expected: String, read: (String) -> Value?
    ) throws(UsageError) -> Value? {
        guard let text = value(name) else { return nil }
        guard let value = read(text) else { throw unsuitable(name, text, expected) }
        return value
    }

    /// Every `key=value` of a repeatable option, in order; a value may hold further equals signs.
    public func pairs(_ name: String) throws(UsageError) -> [(key: String, value: String)] {
        var pairs = [(key: String, value: String)]()
        for text in values(name) {
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw unsuitable(name, text, "of the form key=value")
            }
            pairs.append((String(text[..<equals]), String(text[text.index(after: equals)...])))
        }
        return pairs
    }

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

    private func unsuitable(_ name: String, _ text: String, _ expected: String) -> UsageError {
        error(.unsuitableValue(of: "--" + name, value: text, expected: expected))
    }

    private static func words(_ range: ClosedRange<Int>) -> String {
        switch (range.lowerBound == .min, range.upperBound == .max) {
        case (true, true): ""
        case (false, true): " of \(range.lowerBound) or more"
        case (true, false): " of \(range.upperBound) or less"
        case (false, false): " from \(range.lowerBound) to \(range.upperBound)"
        }
    }

    private static func words(_ range: ClosedRange<Double>) -> String {
        switch (range.lowerBound.isFinite, range.upperBound.isFinite) {
        case (false, false): ""
        case (true, false): " of \(text(range.lowerBound)) or more"
        case (false, true): " of \(text(range.upperBound)) or less"
        case (true, true): " from \(text(range.lowerBound)) to \(text(range.upperBound))"
        }
    }

    /// `0` rather than `0.0`.
    private static func text(_ bound: Double) -> String { Int(exactly: bound).map(String.init) ?? "\(bound)" }
}
