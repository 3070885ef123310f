/// What one rendered template and its parents share: the variables at their top and the chains of blocks.
final class Context {
    /// The variables set at the top of the template.
    let top: Scope
    /// For each block name the definitions from the rendered template to its furthest parent.
    private var blocks: [String: [PlacedBlock]] = [:]
    /// Whether escaping is on while rendering: what macros and captured blocks give is safe then.
    ///
    /// What a template prints is decided where it is written (``Renderer/Position/escapes``). Jinja has both as well; they
    /// differ when a macro is defined outside and called inside of an `autoescape` tag.
    var escapes: Bool

    init(parent: Scope, escapes: Bool) {
        top = Scope(parent: parent)
        self.escapes = escapes
    }

    /// Adds the blocks of a template below those of its children.
    func add(_ unit: TemplateUnit) {
        for block in unit.blocks { blocks[block.name, default: []].append(PlacedBlock(node: block, unit: unit)) }
    }

    /// The definitions of a block, the furthest child's first.
    func definitions(_ name: String) -> [PlacedBlock] { blocks[name] ?? [] }

    /// The names of all blocks, sorted.
    var blockNames: [String] { blocks.keys.sorted() }
}

/// A block with the template that defines it.
struct PlacedBlock {
    let node: BlockNode
    let unit: TemplateUnit
}
