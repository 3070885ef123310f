/// What one rendered template and its parents share: the variables at their top and the chains of blocks.
final class Context {
    /// The variables set at the top of the template.
    let top: Scope
    /// For each block name the definitions from the rendered template to its furthest parent.
    private var blocks: [String: [PlacedBlock]] = [:]

    init(parent: Scope) { top = Scope(parent: parent) }

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
