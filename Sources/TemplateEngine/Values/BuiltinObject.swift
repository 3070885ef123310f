/// An object that the engine itself makes: `loop`, a macro, a range, a namespace and their like.
///
/// The subclasses are used by one rendering only, on one thread, hence the unchecked conformance.
public class BuiltinObject: @unchecked Sendable {
    init() {}

    /// What error messages call it.
    var typeName: String { "object" }
    /// How many containers are nested in it.
    var nesting: Int { 1 }
    /// Whether it prints as markup that must not be escaped.
    var isMarkup: Bool { false }
    /// Whether it can be called.
    var isCallable: Bool { false }
    /// Whether an `if` takes it as true.
    var isTrue: Bool { true }
    /// What the way to an error inside it is called; nil to leave it out.
    var traceName: String? { nil }
    /// How many elements it has, if it knows without being used up.
    var count: Int? { nil }
    /// Whether it counts as a dictionary for `is mapping`.
    var isMapping: Bool { false }
    /// Names of its members, for "did you mean".
    var memberNames: [String] { [] }

    /// The member of a name, or nil.
    func member(_ name: String, _ renderer: Renderer) throws(Fault) -> TemplateValue? { nil }
    /// The element at an index that counts from the front, or nil.
    func element(_ index: Int) -> TemplateValue? { nil }
    /// What a loop over it sees; nil if it cannot be looped over. A generator is used up by this.
    func elements(_ renderer: Renderer) throws(Fault) -> [TemplateValue]? { nil }
    /// Calls it.
    func call(_ arguments: Arguments, _ renderer: Renderer) throws(Fault) -> TemplateValue {
        throw Fault(.notCallable(typeName))
    }
    /// Adds what it prints as.
    func write(to text: inout ValueText) throws(Fault) { throw Fault(.notPrintable(typeName)) }
    /// Whether it equals another one; identity unless told otherwise.
    func equals(_ other: BuiltinObject, _ comparison: inout ValueComparison) throws(Fault) -> Bool { self === other }
}
