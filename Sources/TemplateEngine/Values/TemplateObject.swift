/// An object of the host, whose members are made only when a template asks for them.
///
/// This is how a host gives a large context without building it: an object for the run answers `member("trades")` with
/// another object, and the trades are turned into values when a template loops over them.
public protocol TemplateObject: AnyObject, Sendable {
    /// What error messages call the object: `run`, `metric`.
    var typeName: String { get }
    /// The member of this name, or nil if there is none.
    func member(_ name: String) -> TemplateValue?
    /// The names of all members, for "did you mean"; asked only when something went wrong.
    var memberNames: [String] { get }
    /// What a loop over the object sees; nil if it cannot be looped over.
    var elements: [TemplateValue]? { get }
    /// What the object prints as; nil if printing it is an error.
    var text: String? { get }
}

extension TemplateObject {
    /// Not a sequence.
    public var elements: [TemplateValue]? { nil }
    /// Not printable.
    public var text: String? { nil }
    /// A plain object.
    public var typeName: String { "object" }
}
