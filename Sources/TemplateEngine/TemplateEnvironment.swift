import Formatting

/// Where templates are found, the functions they all know, and the limits they are held to.
///
/// The language is that of Jinja 3.1, described in `Documentation/Templates-Language.md`. An environment may
/// be used from several threads at once; templates are read once and kept.
///
/// ```swift
/// let loader = DictionaryLoader(["mail.txt": "{{ name }}: {{ '%.1f' % (cagr * 100) }} % a year"])
/// let template = try TemplateEnvironment(loader: loader).template(named: "mail.txt")
/// try template.render(.dictionary([("name", .string("Momentum")), ("cagr", .double(0.123))]))
/// // "Momentum: 12.3 % a year"
/// ```
public struct TemplateEnvironment: Sendable {
    private let state: EnvironmentState

    /// An environment with a loader and values that every template sees, imported ones included.
    ///
    /// - Parameter spelling: How numbers and dates read that the filters for display write.
    public init(
        loader: any TemplateLoader, globals: [(String, TemplateValue)] = [], limits: TemplateLimits = TemplateLimits(),
        spelling: NumberSpelling = .standard
    ) {
        state = EnvironmentState(loader: loader, globals: globals, limits: limits, spelling: spelling)
    }

    /// Reads a template and the parents that it names, and checks all names of filters, tests and blocks.
    ///
    /// Templates whose file ends in `.html`, `.htm`, `.xml` or `.report` escape what they print; others do not.
    public func template(named name: String) throws(TemplateError) -> Template {
        let start = Place(source: SourceText(name: name, text: ""), span: Span(start: 0, end: 0))
        do throws(Fault) {
            guard let unit = try state.unit(name, from: nil) else { throw state.notFound([name]) }
            try BlockCheck.run(unit, state)
            return Template(unit: unit, environment: state)
        } catch {
            throw TemplateError(error, fallback: start)
        }
    }
}

/// A template that has been read.
public struct Template: Sendable {
    let unit: TemplateUnit
    let environment: EnvironmentState

    /// The name of the template's file, as error messages show it.
    public var file: String { unit.source.name }

    /// The text that the template gives for a context, which is a dictionary or an object.
    public func render(_ context: TemplateValue) throws(TemplateError) -> String {
        try renderTraced(context).text
    }

    /// The same with the places that its parts come from.
    public func renderTraced(_ context: TemplateValue) throws(TemplateError) -> RenderedTemplate {
        let renderer = Renderer(unit, environment, context: context)
        do {
            return RenderedTemplate(text: try renderer.render(), origins: renderer.origins)
        } catch { throw TemplateError(error, fallback: start) }
    }

    /// What the template gives where every statement that fails is left out, and why they fail: for finding all mistakes
    /// at once. Reaching a limit ends the rendering, as its last mistake.
    public func renderCollecting(_ context: TemplateValue) -> (
        rendered: RenderedTemplate, errors: [TemplateError]
    ) {
        let renderer = Renderer(unit, environment, context: context, collectsFaults: true)
        var text = ""
        var limit: [TemplateError] = []
        do { text = try renderer.render() } catch { limit = [TemplateError(error, fallback: start)] }
        let errors = renderer.faults.map { TemplateError($0, fallback: start) }
        return (
            RenderedTemplate(text: text, origins: text.isEmpty ? [] : renderer.origins), errors + limit
        )
    }

    /// Blocks that no parent places, so that what is in them is shown nowhere: no error in Jinja, and seldom meant.
    public var unplacedBlocks: [TemplateError] {
        BlockCheck.unplaced(unit, environment).map { TemplateError($0, fallback: start) }
    }

    private var start: Place { Place(source: unit.source, span: Span(start: 0, end: 0)) }
}
