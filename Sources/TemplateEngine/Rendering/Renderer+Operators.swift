extension Renderer {
    /// `left symbol right`, for all operators but `and` and `or`.
    func binary(
        _ symbol: BinaryNode.Operator, _ left: TemplateValue, _ right: TemplateValue
    ) throws(Fault) -> TemplateValue {
        for case .undefined(let undefined) in [left, right] { throw Fault(.undefined(undefined)) }
        if let number = try Arithmetic.apply(symbol, left, right) { return number }
        switch symbol {
        case .add: if let sum = try add(left, right) { return sum }
        case .multiply:
            if let product = try repeatValue(left, right) { return product }
            if let product = try repeatValue(right, left) { return product }
        case .modulo:
            guard let text = left.stringValue else { break }
            try spend(text.utf8.count >> 4)
            return try format(text, right, isSafe: left.isSafe)
        default: break
        }
        throw Fault(.operands(symbol.rawValue, left.typeName, right.typeName))
    }

    private func add(_ left: TemplateValue, _ right: TemplateValue) throws(Fault) -> TemplateValue? {
        if let first = left.stringValue, let second = right.stringValue {
            let isSafe = left.isSafe || right.isSafe
            guard isSafe else { return .string(try limited(first + second)) }
            return .safe(try limited(markup(left, first) + markup(right, second)))
        }
        guard case .sequence(let first) = left, case .sequence(let second) = right,
            (first.kind == .list) == (second.kind == .list)
        else { return nil }
        try spend(elements: first.items.count + second.items.count)
        let items = first.items + second.items
        return first.kind == .list ? try list(items) : .tuple(items)
    }

    private func markup(_ value: TemplateValue, _ text: String) -> String {
        value.isSafe ? text : MarkupText.escaped(text)
    }

    private func repeatValue(_ value: TemplateValue, _ factor: TemplateValue) throws(Fault) -> TemplateValue? {
        guard let count = factor.integerValue else { return nil }
        if let text = value.stringValue { return .text(try repeated(text, count), isSafe: value.isSafe) }
        guard case .sequence(let sequence) = value else { return nil }
        let (total, overflow) = sequence.items.count.multipliedReportingOverflow(by: max(count, 0))
        if overflow || total > TemplateLimits.elements { throw Fault(.listTooLong(limit: TemplateLimits.elements)) }
        try spend(elements: total)
        let items = Array(repeatElement(sequence.items, count: max(count, 0)).joined())
        return sequence.kind == .list ? .newList(items) : .tuple(items)
    }

    /// `text % arguments`.
    private func format(_ text: String, _ argument: TemplateValue, isSafe: Bool) throws(Fault) -> TemplateValue {
        var arguments = PercentFormat.Values.single(argument)
        switch argument {
        case .sequence(let sequence) where sequence.kind != .list: arguments = .tuple(sequence.items)
        case .mapping(let mapping): arguments = .mapping(mapping)
        default: break
        }
        let result = TemplateValue.text(try PercentFormat.apply(text, arguments, isSafe: isSafe, self), isSafe: isSafe)
        try spend(on: result)
        return result
    }
}
