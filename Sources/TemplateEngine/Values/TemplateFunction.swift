/// A function that the host gives to templates.
public final class TemplateFunction: Sendable {
    /// The name that error messages show.
    public let name: String
    /// The names of the parameters, in order; arguments may be given by position or by name.
    public let parameters: [String]
    let body: @Sendable ([TemplateValue?]) throws(TemplateFunctionError) -> TemplateValue

    /// A function of named parameters. `body` gets one argument for each parameter, nil where none was given.
    public init(
        name: String, parameters: [String],
        body: @escaping @Sendable ([TemplateValue?]) throws(TemplateFunctionError) -> TemplateValue
    ) {
        self.name = name
        self.parameters = parameters
        self.body = body
    }
}

/// Why a function of the host could not answer; becomes a template error at the call.
public struct TemplateFunctionError: Error, Sendable {
    /// What is wrong, in lower case, without a full stop.
    public let message: String
    /// What the author may do; empty for none.
    public let hint: String

    /// An error with an optional remedy.
    public init(_ message: String, hint: String = "") {
        self.message = message
        self.hint = hint
    }
}
