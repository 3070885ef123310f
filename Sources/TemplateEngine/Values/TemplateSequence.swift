/// A list or a tuple.
///
/// Lists made by a template can change and are shared by reference, as in Python; those of the host are frozen, so one
/// context may serve several renderings at once. That is why the class may cross threads although it has a `var`: what
/// is not frozen never leaves the rendering that made it.
public final class TemplateSequence: @unchecked Sendable {
    /// What the sequence is in Python.
    enum Kind: Sendable {
        case list
        case tuple
        /// The pair of `groupby`: a tuple whose parts are also named `grouper` and `list`.
        case group
    }

    /// The elements in order.
    public internal(set) var items: [TemplateValue]
    let kind: Kind
    let isFrozen: Bool
    private(set) var nesting: Int

    init(_ items: [TemplateValue], kind: Kind, isFrozen: Bool) {
        self.items = items
        self.kind = kind
        self.isFrozen = isFrozen
        nesting = 1
        for item in items where item.nesting >= nesting { nesting = item.nesting + 1 }
    }

    /// Notes that an element was put in, so that the depth of nesting stays known.
    func noteInsertion(of item: TemplateValue) { nesting = max(nesting, item.nesting + 1) }
}
