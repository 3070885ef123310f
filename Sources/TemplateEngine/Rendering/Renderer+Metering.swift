extension Renderer {
    /// Counts what one application of a function works on; lists are counted where they are walked.
    func spend(on value: TemplateValue) throws(Fault) {
        if let text = value.stringValue { try spend(text.utf8.count >> 4) }
    }

    /// Counts what a function was given.
    func spend(on arguments: Arguments) throws(Fault) {
        try spend((arguments.positional.count + arguments.keywords.count) >> 4)
        for value in arguments.positional { try spend(on: value) }
        for keyword in arguments.keywords { try spend(on: keyword.value) }
    }

    /// Counts the elements of a row that is copied or shifted as a whole.
    func spend(elements count: Int) throws(Fault) { try spend(count >> 3) }

    /// Compares, and counts what that took.
    func comparing<Result>(
        _ body: (inout ValueComparison) throws(Fault) -> Result
    ) throws(Fault) -> Result {
        var comparison = ValueComparison()
        let result = try body(&comparison)
        try spend(comparison.work)
        return result
    }

    /// `left == right`.
    func areEqual(_ left: TemplateValue, _ right: TemplateValue) throws(Fault) -> Bool {
        try comparing { (comparison) throws(Fault) in try comparison.equal(left, right) }
    }
}
