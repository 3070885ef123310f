/// Equality and order with Python's meaning, within a budget so that nested shared lists cannot take for ever.
struct ValueComparison {
    /// Elements visited, and steps for the bytes of long texts.
    private(set) var work = 0
    private var depth = 0

    init() {}

    /// `left == right`.
    mutating func equal(_ left: TemplateValue, _ right: TemplateValue) throws(Fault) -> Bool {
        switch (left, right) {
        case (.undefined(let value), _) where !value.isLenient: throw Fault(.undefined(value))
        case (_, .undefined(let value)) where !value.isLenient: throw Fault(.undefined(value))
        case (.undefined, .undefined), (.none, .none): return true
        case (.int(let left), .int(let right)): return left == right
        case (.string(let left), .string(let right)), (.safe(let left), .safe(let right)),
            (.string(let left), .safe(let right)), (.safe(let left), .string(let right)):
            try spend(min(left.utf8.count, right.utf8.count) >> 6)
            return left.utf8.elementsEqual(right.utf8)
        case (.sequence(let left), .sequence(let right)): return try equal(left, right)
        case (.mapping(let left), .mapping(let right)): return try equal(left, right)
        case (.object(let left), .object(let right)): return left === right
        case (.function(let left), .function(let right)): return left === right
        case (.builtin(let left), .builtin(let right)): return try left.equals(right, &self)
        default: return Self.order(left, right) == 0
        }
    }

    private mutating func equal(_ left: TemplateSequence, _ right: TemplateSequence) throws(Fault) -> Bool {
        guard (left.kind == .list) == (right.kind == .list) else { return false }
        return left === right ? true : try equal(left.items, right.items)
    }

    /// Whether two rows of values are equal element by element.
    mutating func equal(_ left: [TemplateValue], _ right: [TemplateValue]) throws(Fault) -> Bool {
        guard left.count == right.count else { return false }
        try enter()
        for index in left.indices {
            try spend()
            if try !equal(left[index], right[index]) { return false }
        }
        depth -= 1
        return true
    }

    mutating func equal(_ left: TemplateMapping, _ right: TemplateMapping) throws(Fault) -> Bool {
        guard left.count == right.count else { return false }
        if left === right { return true }
        try enter()
        for (index, key) in left.keys.enumerated() {
            try spend()
            guard let other = right.value(key), try equal(left.values[index], other) else { return false }
        }
        depth -= 1
        return true
    }

    /// Negative, zero or positive for values that Python can order; throws for others.
    mutating func order(_ left: TemplateValue, _ right: TemplateValue, _ symbol: String) throws(Fault) -> Int? {
        for case .undefined(let value) in [left, right] { throw Fault(.undefined(value)) }
        if left.numberValue != nil, right.numberValue != nil { return Self.order(left, right) }
        if let left = left.stringValue, let right = right.stringValue {
            try spend(min(left.utf8.count, right.utf8.count) >> 5)
            return Self.order(left, right)
        }
        if case .sequence(let first) = left, case .sequence(let second) = right,
            (first.kind == .list) == (second.kind == .list)
        {
            return try order(first.items, second.items, symbol)
        }
        throw Fault(.notComparable(symbol, left.typeName, right.typeName))
    }

    private mutating func order(_ left: [TemplateValue], _ right: [TemplateValue], _ symbol: String)
        throws(Fault) -> Int?
    {
        try enter()
        for index in 0..<min(left.count, right.count) {
            try spend()
            if try equal(left[index], right[index]) { continue }
            return try order(left[index], right[index], symbol)
        }
        depth -= 1
        return left.count - right.count
    }

    /// Code point order, which for UTF-8 is the order of the bytes.
    static func order(_ left: String, _ right: String) -> Int {
        if left.utf8.elementsEqual(right.utf8) { return 0 }
        return left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    }

    /// The order of two numbers; nil if one is no number or NaN.
    static func order(_ left: TemplateValue, _ right: TemplateValue) -> Int? {
        if let left = left.integerValue, let right = right.integerValue {
            return left == right ? 0 : left < right ? -1 : 1
        }
        if let left = Int128(left), let right = Int128(right) { return left == right ? 0 : left < right ? -1 : 1 }
        guard let first = left.numberValue, let second = right.numberValue else { return nil }
        if first.isFinite, second.isFinite, first.magnitude > 9e15 || second.magnitude > 9e15 {
            // Of a number of more bits than that, the float says enough.
            if let left = Int128(truncatingNumber: left), let right = Int128(truncatingNumber: right) {
                return left == right ? 0 : left < right ? -1 : 1
            }
        }
        return first == second ? 0 : first < second ? -1 : first > second ? 1 : nil
    }

    private mutating func enter() throws(Fault) {
        depth += 1
        if depth > TemplateLimits.valueNesting { throw Fault(.valueNestedTooDeeply) }
    }

    private mutating func spend(_ count: Int = 1) throws(Fault) {
        work += count
        if work > TemplateLimits.elements { throw Fault(.tooManySteps(limit: TemplateLimits.elements)) }
    }
}
