import Formatting
import Synchronization

/// What an environment and its templates share.
final class EnvironmentState: Sendable {
    let loader: any TemplateLoader
    let globals: TemplateMapping
    let limits: TemplateLimits
    /// Of the filters for display.
    let spelling: NumberSpelling
    let names = NameTable()
    let loopName: Identifier
    let superName: Identifier
    private let units = Mutex<[String: TemplateUnit]>([:])

    init(
        loader: any TemplateLoader, globals: [(String, TemplateValue)], limits: TemplateLimits,
        spelling: NumberSpelling = .standard
    ) {
        self.loader = loader
        self.limits = limits
        self.spelling = spelling
        let mapping = TemplateMapping(isFrozen: true)
        for definition in GlobalFunctions.all {
            mapping.fill(definition.name, .builtin(BoundFunction(.none, definition)))
        }
        for (name, value) in globals { mapping.fill(name, value) }
        self.globals = mapping
        loopName = names.identifier("loop")
        superName = names.identifier("super")
    }

    /// The template of a name as seen from another template's file; nil if there is none.
    func unit(_ name: String, from parent: String?) throws(Fault) -> TemplateUnit? {
        guard let source = loader.source(of: name, from: parent) else { return nil }
        if let known = units.withLock({ $0[source.name] }) { return known }
        let unit = try Parser.parse(
            SourceText(name: source.name, text: source.text),
            escapes: source.escapes ?? TemplateSource.escapes(source.name), names: names)
        units.withLock { $0[source.name] = unit }
        return unit
    }

    /// That none of some templates exists.
    func notFound(_ names: [String]) -> Fault {
        if let obstacle = names.lazy.compactMap(loader.obstacle).first {
            return Fault(.templateUnreadable(names.last ?? "", reason: obstacle))
        }
        let nearest = names.last.flatMap { NearestMatch.of($0, in: loader.names) }
        return Fault(.templateNotFound(names, nearest: nearest))
    }
}
