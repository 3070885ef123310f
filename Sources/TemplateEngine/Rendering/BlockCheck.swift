import Formatting

/// Finds blocks of a child template that no parent places, when their name is nearly that of one that is placed.
///
/// Jinja ignores such blocks, and so do we; but `{% block trads %}` next to a parent's `trades` is a slip of the keys
/// whose effect, a section that does not change, is hard to find.
enum BlockCheck {
    /// Checks a template against the parents that it and they name by a plain string.
    static func run(_ child: TemplateUnit, _ environment: EnvironmentState) throws(Fault) {
        let chain = try parents(of: child, environment)
        guard chain.count > 1, !chain.contains(where: \.hasDynamicParent) else { return }
        for (index, unit) in chain.dropLast().enumerated() {
            try check(unit, below: chain[(index + 1)...], chain)
        }
    }

    /// The blocks of a template that no parent places, whatever their names: what is in them is shown nowhere.
    static func unplaced(_ child: TemplateUnit, _ environment: EnvironmentState) -> [Fault] {
        guard let chain = try? parents(of: child, environment), chain.count > 1,
            !chain.contains(where: \.hasDynamicParent)
        else { return [] }
        let placed = chain.dropFirst().flatMap { $0.blocks.map(\.name) }
        let called = Set(chain.flatMap(\.selfCalls))
        return child.blocks.filter {
            $0.isTop && !$0.isNested && !placed.contains($0.name) && !called.contains($0.name)
        }
        .map {
            Fault(.unplacedBlock($0.name, placed: placed), at: Place(source: child.source, span: $0.span))
        }
    }

    /// A template and the parents that it and they name by a plain string.
    private static func parents(
        of child: TemplateUnit, _ environment: EnvironmentState
    ) throws(Fault) -> [TemplateUnit] {
        var chain = [child]
        while let parent = chain[chain.count - 1].parent {
            let place = Place(source: chain[chain.count - 1].source, span: parent.span)
            guard chain.count <= TemplateLimits.callDepth else {
                throw Fault(.tooDeep(limit: TemplateLimits.callDepth), at: place)
            }
            do throws(Fault) {
                guard let next = try environment.unit(parent.name, from: place.source.name) else {
                    throw Fault(environment.notFound([parent.name]).problem, at: place)
                }
                chain.append(next)
            } catch {
                throw error.place?.source === place.source
                    ? error : error.passing(Trail(relation: .extended, place: place))
            }
        }
        return chain
    }

    private static func check(
        _ unit: TemplateUnit, below parents: ArraySlice<TemplateUnit>, _ chain: [TemplateUnit]
    ) throws(Fault) {
        let own = Set(unit.blocks.map(\.name))
        let placed = parents.flatMap { $0.blocks.map(\.name) }
        let called = Set(chain.flatMap(\.selfCalls))
        for block in unit.blocks where block.isTop && !placed.contains(block.name) && !called.contains(block.name) {
            guard let nearest = NearestMatch.of(block.name, in: placed.filter { !own.contains($0) }) else { continue }
            throw Fault(
                .unknownBlock(block.name, nearest: nearest, parent: parents.first?.source.name ?? ""),
                at: Place(source: unit.source, span: block.span))
        }
    }
}
