/// An argument that is known by its place.
public struct PositionalSpecification: Equatable, Sendable {
    /// How many words it takes.
    public enum Arity: Equatable, Sendable {
        /// Exactly one.
        case one
        /// One or none.
        case optional
        /// At least one.
        case oneOrMore
        /// Any number.
        case any
    }

    /// The name in help and messages, in capitals: `RUN`.
    public var name: String
    /// How many words it takes; at most one positional of a command takes several.
    public var arity: Arity
    /// What its words are: decides completion and checks.
    public var kind: ValueKind
    /// A phrase without a full stop.
    public var help: String

    /// An argument with all its parts.
    public init(_ name: String, _ arity: Arity = .one, kind: ValueKind = .text, help: String) {
        self.name = name
        self.arity = arity
        self.kind = kind
        self.help = help
    }

    /// As in a usage line: `RUN`, `[RUN]`, `RUN...`, `[RUN...]`.
    public var usage: String {
        switch arity {
        case .one: name
        case .optional: "[\(name)]"
        case .oneOrMore: "\(name)..."
        case .any: "[\(name)...]"
        }
    }

    var minimum: Int { arity == .one || arity == .oneOrMore ? 1 : 0 }
    var takesSeveral: Bool { arity == .oneOrMore || arity == .any }
}
