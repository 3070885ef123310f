/// How far a rendering may go before it stops with an error instead of hanging or filling the memory.
public struct TemplateLimits: Sendable {
    /// The most bytes that a template may give, also for one text it builds on the way.
    public var outputBytes: Int
    /// The most steps: passes of loops, elements visited by filters and comparisons, a step for every sixteen parts of
    /// expressions and every sixteen to sixty-four bytes of text worked on, forty for a call.
    public var steps: Int

    /// Limits that no sensible report comes near: 64 MB of text and 20 million steps.
    public init(outputBytes: Int = 64 << 20, steps: Int = 20_000_000) {
        self.outputBytes = outputBytes
        self.steps = steps
    }

    /// The deepest nesting of tags in one template.
    static let tagNesting = 60
    /// The deepest nesting of parts in one expression.
    static let expressionNesting = 100
    /// The deepest nesting of includes, parents, blocks, macros and recursive loops, counted together.
    static let callDepth = 100
    /// The deepest nesting of tags and parts of expressions being worked on at once; what keeps the stack within bounds.
    static let workDepth = 600
    /// The deepest nesting of lists and dictionaries.
    static let valueNesting = 100
    /// The longest range, as in Jinja's sandbox.
    static let rangeLength = 100_000
    /// The most elements in a list that a template builds.
    static let elements = 2_000_000
    /// What calling a macro, block, include or recursive loop counts.
    static let callSteps = 40
    /// The most scalars that a tuple may hold, at any depth, to be a key.
    static let keyParts = 1000
    /// The longest line by which an error shows its place; longer lines are cut around it.
    static let excerptWidth = 110
    /// How many steps of an include chain an error shows.
    static let trailLength = 8
}
