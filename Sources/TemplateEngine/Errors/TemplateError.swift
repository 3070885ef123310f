/// What is wrong with a template, where, and what to do about it.
public struct TemplateError: Error, Sendable, CustomStringConvertible {
    /// The kind of error.
    public enum Code: String, Sendable {
        /// The template cannot be read: an unclosed tag, a misplaced word.
        case syntax
        /// A filter, test, tag or block that does not exist.
        case unknownName
        /// A value that does not exist was used.
        case undefined
        /// A value of the wrong type, or an argument that does not fit.
        case type
        /// A template that the loader does not have.
        case missingTemplate
        /// A limit of size, depth or time was reached.
        case limit
    }

    /// The kind of error.
    public let code: Code
    /// The template's name as its loader gives it.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in characters.
    public let column: Int
    /// The line of the template and the carets below it.
    public let excerpt: [String]
    /// What is wrong: lower case, no full stop.
    public let message: String
    /// What to do about it, one line each; may be empty.
    public let hints: [String]
    /// By which includes, imports, parents and macros the template was reached, innermost first.
    public let chain: [String]

    /// `FILE:LINE:COLUMN: what`, the line with carets under it, the hints and the chain.
    public var description: String {
        (["\(file):\(line):\(column): \(message)"] + excerpt + hints + chain).joined(separator: "\n")
    }

    init(_ fault: Fault, fallback: Place) {
        let place = fault.place ?? fallback
        code = fault.problem.code
        file = place.source.name
        line = place.source.line(at: place.span.start)
        column = place.source.column(at: place.span.start)
        excerpt = Excerpt.lines(of: place)
        message = fault.problem.message
        hints = fault.problem.hints + Self.origin(fault.problem, at: place)
        chain = Self.chain(fault.trail)
    }

    /// Where an undefined value comes from, if it was only used at the place of the error.
    private static func origin(_ problem: Problem, at place: Place) -> [String] {
        guard let origin = problem.undefinedValue?.place,
            origin.source !== place.source || origin.span != place.span
        else { return [] }
        return ["the value comes from " + origin.fileAndLine]
    }

    private static func chain(_ trail: [Trail]) -> [String] {
        let shown = trail.prefix(TemplateLimits.trailLength).map(\.description)
        let rest = trail.count - shown.count
        return rest > 0 ? shown + ["… and \(rest) more"] : shown
    }
}
