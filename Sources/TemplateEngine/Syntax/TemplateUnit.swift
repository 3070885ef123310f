import Synchronization

/// A template that has been read: its tree, its blocks and whether it escapes.
final class TemplateUnit: Sendable {
    let source: SourceText
    let body: [Statement]
    /// All blocks, in the order of the template.
    let blocks: [BlockNode]
    let escapes: Bool
    /// The parent, when it is named by a plain string.
    let parent: (name: String, span: Span)?
    /// Whether the parent is known only when rendering.
    let hasDynamicParent: Bool
    /// The blocks that `self` is asked for.
    let selfCalls: [String]

    init(
        source: SourceText, body: [Statement], blocks: [BlockNode], escapes: Bool,
        parent: (name: String, span: Span)?, hasDynamicParent: Bool, selfCalls: [String]
    ) {
        self.source = source
        self.body = body
        self.blocks = blocks
        self.escapes = escapes
        self.parent = parent
        self.hasDynamicParent = hasDynamicParent
        self.selfCalls = selfCalls
    }
}

/// Numbers for names, the same in all templates of an environment.
final class NameTable: Sendable {
    private let state = Mutex<(ids: [String: Int], texts: [String])>(([:], []))

    /// The number of a name.
    func identifier(_ text: String) -> Identifier {
        let id = state.withLock { state in
            if let id = state.ids[text] { return id }
            let id = state.texts.count
            state.ids[text] = id
            state.texts.append(text)
            return id
        }
        return Identifier(id: id, text: text)
    }

    /// The name of a number that this table gave.
    func text(_ id: Int) -> String { state.withLock { $0.texts[id] } }
}
