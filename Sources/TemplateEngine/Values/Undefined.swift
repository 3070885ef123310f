/// A name, member or element that does not exist, with what is needed to say so when it is used.
public final class Undefined: Sendable {
    /// Which lookup found nothing.
    enum Origin: Sendable {
        case name(String)
        case member(of: TemplateValue, name: String, path: String?)
        case element(of: TemplateValue, key: String)
        case parameter(String)
        case caller
        case previousItem
        case nextItem
        case emptySequence(filter: String)
        case notExported(name: String, template: String, exports: [String])
        case parentBlock(String)
        /// An inline `if` without `else` whose condition is false: prints as nothing, as in Jinja.
        case inlineIf
    }

    let origin: Origin
    /// Where the lookup stands; nil until the renderer has told.
    let place: Place?

    init(_ origin: Origin, at place: Place? = nil) {
        self.origin = origin
        self.place = place
    }

    /// Whether it is the variable of loops.
    var isLoop: Bool { if case .name("loop") = origin { true } else { false } }

    /// Whether the value may be printed, looped over and tested without an error.
    var isLenient: Bool { if case .inlineIf = origin { true } else { false } }
}
