extension Renderer {
    func evaluate(_ node: MemberNode) throws(Fault) -> TemplateValue {
        let base = try evaluate(node.base)
        do {
            if let value = try member(of: base, node.name) { return value }
        } catch {
            throw locate(error, node.base.span)
        }
        return missing(node.name, of: base, node.base.span, node.span)
    }

    /// Python's `getattr`, then the dictionary's element of that name.
    func member(of base: TemplateValue, _ name: String) throws(Fault) -> TemplateValue? {
        switch base {
        case .undefined(let undefined): throw Fault(.undefined(undefined))
        case .mapping(let mapping): return method(base, name) ?? mapping.value(name)
        case .object(let object): return object.member(name)
        case .builtin(let builtin): return try builtin.member(name, self)
        case .sequence(let sequence):
            if sequence.kind == .group {
                if name == "grouper" { return sequence.items.first }
                if name == "list" { return sequence.items.last }
            }
            return method(base, name)
        default: return method(base, name)
        }
    }

    private func method(_ base: TemplateValue, _ name: String) -> TemplateValue? {
        base.methods[name].map { .builtin(BoundFunction(base, $0)) }
    }

    func evaluate(_ node: SubscriptNode) throws(Fault) -> TemplateValue {
        let base = try evaluate(node.base)
        let key = try evaluate(node.key)
        do {
            if let value = try element(of: base, key) { return value }
        } catch {
            throw locate(error, node.span)
        }
        if let name = key.stringValue { return missing(name, of: base, node.base.span, node.span) }
        let text = try ValueText.representation(key, limit: limits.outputBytes)
        return .undefined(
            Undefined(.element(of: base, key: text), at: Place(source: here.unit.source, span: node.span)))
    }

    /// The element for a key, then Python's `getattr`; nil if there is neither.
    func element(of base: TemplateValue, _ key: TemplateValue) throws(Fault) -> TemplateValue? {
        if case .undefined(let undefined) = base { throw Fault(.undefined(undefined)) }
        if case .undefined(let undefined) = key { throw Fault(.undefined(undefined)) }
        try spend(on: key)
        switch base {
        case .mapping(let mapping):
            if let value = mapping.value(key) { return value }
        case .sequence(let sequence):
            if let index = key.integerValue { return Self.element(sequence.items, index) }
        case .string(let text), .safe(let text):
            guard let index = key.integerValue else { break }
            try spend(on: base)
            let scalars = Array(text.unicodeScalars)
            let position = index < 0 ? index + scalars.count : index
            guard scalars.indices.contains(position) else { return nil }
            return .text(String(scalars[position]), isSafe: base.isSafe)
        case .object(let object):
            if let index = key.integerValue { return object.elements.flatMap { Self.element($0, index) } }
        case .builtin(let builtin):
            if let index = key.integerValue, let count = builtin.count {
                return builtin.element(index < 0 ? index + count : index)
            }
        default: break
        }
        guard let name = key.stringValue else { return nil }
        return try member(of: base, name)
    }

    private static func element(_ items: [TemplateValue], _ index: Int) -> TemplateValue? {
        let position = index < 0 ? index + items.count : index
        return items.indices.contains(position) ? items[position] : nil
    }

    /// That a member does not exist. Its path is as written, if that is names and dots only.
    func missing(_ name: String, of base: TemplateValue, _ baseSpan: Span, _ span: Span) -> TemplateValue {
        let source = here.unit.source
        let path = source.text(baseSpan)
        let isPlain = path.utf8.allSatisfy { PythonText.isASCIIWord($0) || $0 == UInt8(ascii: ".") }
        return .undefined(
            Undefined(
                .member(of: base, name: name, path: isPlain ? path + "." + name : nil),
                at: Place(source: source, span: span)))
    }

    func evaluate(_ node: SliceNode) throws(Fault) -> TemplateValue {
        let base = try evaluate(node.base)
        var bounds = [Int?]()
        for bound in node.bounds {
            guard let bound else {
                bounds.append(nil)
                continue
            }
            let value = try evaluate(bound)
            if value.isNone {
                bounds.append(nil)
                continue
            }
            do { bounds.append(try integer(value, "[ : ]", "index")) } catch { throw locate(error, bound.span) }
        }
        do { return try slice(base, bounds) } catch { throw locate(error, node.span) }
    }

    private func slice(_ base: TemplateValue, _ bounds: [Int?]) throws(Fault) -> TemplateValue {
        switch base {
        case .undefined(let undefined): throw Fault(.undefined(undefined))
        case .string(let text), .safe(let text):
            try spend(on: base)
            let scalars = Array(text.unicodeScalars)
            var view = String.UnicodeScalarView()
            for index in try Self.indices(bounds, scalars.count) { view.append(scalars[index]) }
            return .text(String(view), isSafe: base.isSafe)
        case .sequence(let sequence):
            let items = try Self.indices(bounds, sequence.items.count).map { sequence.items[$0] }
            try spend(elements: items.count)
            return sequence.kind == .list ? .newList(items) : .tuple(items)
        case .object(let object):
            guard let items = object.elements else { break }
            try spend(elements: items.count)
            return .newList(try Self.indices(bounds, items.count).map { items[$0] })
        case .builtin(let builtin):
            guard let range = builtin as? RangeValue else { break }
            return try Self.slice(range, bounds)
        default: break
        }
        throw Fault(.operand("[ : ]", base.typeName))
    }

    /// The positions that `[start:stop:step]` takes of so many elements.
    static func indices(_ bounds: [Int?], _ count: Int) throws(Fault) -> [Int] {
        let (start, stop, step) = try sliceBounds(bounds, count)
        return Array(stride(from: start, to: stop, by: step))
    }

    /// Python's `slice.indices`.
    private static func sliceBounds(
        _ bounds: [Int?], _ count: Int
    ) throws(Fault) -> (start: Int, stop: Int, step: Int) {
        let step = bounds.count > 2 ? bounds[2] ?? 1 : 1
        guard step != 0 else { throw Fault(.format("the step of a slice cannot be zero")) }
        let (low, high) = step > 0 ? (0, count) : (-1, count - 1)
        func clamped(_ bound: Int?, _ standard: Int) -> Int {
            guard let bound else { return standard }
            return min(max(bound < 0 ? bound + count : bound, low), high)
        }
        let start = clamped(bounds.first ?? nil, step > 0 ? 0 : count - 1)
        let stop = clamped(bounds.count > 1 ? bounds[1] : nil, step > 0 ? count : -1)
        // A step beyond the length takes one element at most; larger ones would overflow.
        return (start, stop, min(max(step, -count - 1), count + 1))
    }

    private static func slice(_ range: RangeValue, _ bounds: [Int?]) throws(Fault) -> TemplateValue {
        let (start, stop, step) = try sliceBounds(bounds, range.length)
        func number(_ index: Int) -> Int? {
            let (offset, overflow) = index.multipliedReportingOverflow(by: range.step)
            let (sum, isLost) = range.start.addingReportingOverflow(offset)
            return overflow || isLost ? nil : sum
        }
        let (width, overflow) = step.multipliedReportingOverflow(by: range.step)
        guard let first = number(start), let last = number(stop), !overflow,
            let slice = RangeValue(first, last, width)
        else { throw Fault(.numberTooLarge) }
        return .builtin(slice)
    }
}

extension TemplateValue {
    /// The methods that Python has on values of this type, as far as templates use them.
    var methods: [String: FunctionDefinition] {
        switch self {
        case .string, .safe: StringMethods.table
        case .mapping: MappingMethods.table
        case .sequence(let sequence): sequence.kind == .list ? SequenceMethods.list : SequenceMethods.tuple
        case .double: NumberMethods.table
        default: [:]
        }
    }

    /// The names that can follow a dot, for "did you mean".
    var memberNames: [String] {
        switch self {
        case .mapping(let mapping): mapping.names
        case .object(let object): object.memberNames
        case .builtin(let builtin): builtin.memberNames
        case .sequence(let sequence) where sequence.kind == .group: ["grouper", "list"]
        default: methods.keys.sorted()
        }
    }
}
