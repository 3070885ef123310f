/// What `range()` makes.
final class RangeValue: BuiltinObject, @unchecked Sendable {
    let start: Int
    let stop: Int
    let step: Int
    let length: Int

    /// Nil if the range is longer than the limit.
    init?(_ start: Int, _ stop: Int, _ step: Int) {
        self.start = start
        self.stop = stop
        self.step = step
        let span = Int128(stop) - Int128(start)
        let isEmpty = span == 0 || (span < 0) != (step < 0)
        let count = isEmpty ? 0 : (span.magnitude - 1) / UInt128(step.magnitude) + 1
        guard count <= TemplateLimits.rangeLength else { return nil }
        length = Int(count)
        super.init()
    }

    override var typeName: String { "range" }
    override var isTrue: Bool { length > 0 }
    override var count: Int? { length }
    override var memberNames: [String] { ["start", "stop", "step"] }

    override func element(_ index: Int) -> TemplateValue? {
        index >= 0 && index < length ? .int(number(index)) : nil
    }

    override func elements(_ renderer: Renderer) throws(Fault) -> [TemplateValue]? {
        (0..<length).map { .int(number($0)) }
    }

    /// The number at an index below the length. It lies between two integers, so that wrapping arithmetic gives it
    /// even where the product alone does not fit.
    private func number(_ index: Int) -> Int { start &+ index &* step }

    override func member(_ name: String, _ renderer: Renderer) throws(Fault) -> TemplateValue? {
        switch name {
        case "start": .int(start)
        case "stop": .int(stop)
        case "step": .int(step)
        default: nil
        }
    }

    override func write(to text: inout ValueText) throws(Fault) {
        try text.write("range(\(start), \(stop)" + (step == 1 ? ")" : ", \(step))"))
    }

    override func equals(_ other: BuiltinObject, _ comparison: inout ValueComparison) throws(Fault) -> Bool {
        guard let other = other as? RangeValue, length == other.length else { return false }
        return length == 0 || (start == other.start && (length == 1 || step == other.step))
    }
}

/// What `map`, `select`, `batch` and their like give: elements that can be looped over once.
///
/// As in Python it is true even when nothing will come out of it, and has no length.
final class GeneratorValue: BuiltinObject, @unchecked Sendable {
    private var source: ArraySlice<TemplateValue>
    private let step: (TemplateValue) throws(Fault) -> TemplateValue?
    private let depth: Int

    /// Gives for every element what `step` makes of it; nil leaves the element out.
    init(_ source: [TemplateValue], _ step: @escaping (TemplateValue) throws(Fault) -> TemplateValue? = { $0 }) {
        self.source = source[...]
        self.step = step
        depth = (source.lazy.map(\.nesting).max() ?? 0) + 1
        super.init()
    }

    override var typeName: String { "generator" }
    override var nesting: Int { depth }

    /// The next element, or nil at the end.
    func next() throws(Fault) -> TemplateValue? {
        while let item = source.popFirst() {
            if let value = try step(item) { return value }
        }
        return nil
    }

    override func elements(_ renderer: Renderer) throws(Fault) -> [TemplateValue]? {
        var items = [TemplateValue]()
        while let item = try next() { items.append(item) }
        return items
    }

    override func write(to text: inout ValueText) throws(Fault) { throw Fault(.generatorPrinted) }
}

/// What `keys()`, `values()` and `items()` of a dictionary give.
final class MappingView: BuiltinObject, @unchecked Sendable {
    enum Part: String {
        case keys
        case values
        case items
    }

    let mapping: TemplateMapping
    let part: Part

    init(_ mapping: TemplateMapping, _ part: Part) {
        self.mapping = mapping
        self.part = part
        super.init()
    }

    override var typeName: String { "list of \(part.rawValue)" }
    override var nesting: Int { mapping.nesting + 1 }
    override var count: Int? { mapping.count }
    override var isTrue: Bool { mapping.count > 0 }

    var items: [TemplateValue] {
        switch part {
        case .keys: mapping.keys
        case .values: mapping.values
        case .items: zip(mapping.keys, mapping.values).map { .tuple([$0, $1]) }
        }
    }

    override func elements(_ renderer: Renderer) throws(Fault) -> [TemplateValue]? { items }

    override func write(to text: inout ValueText) throws(Fault) {
        try text.write("dict_\(part.rawValue)([")
        try text.write(list: items)
        try text.write("])")
    }
}
