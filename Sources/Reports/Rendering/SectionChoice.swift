import DocumentModel

/// `--sections` and `--without`: which named groups of a document stay, and in which order.
///
/// Works on the document rather than in templates, so that every template of a user's own obeys it without a word.
struct SectionChoice {
    private let chosen: [String]?
    private let without: [String]

    init(_ options: ReportOptions) {
        chosen = options.sections
        without = options.without
    }

    /// The blocks with unwanted sections left out and chosen ones in the chosen order; blocks outside of sections (the
    /// title band) stay first.
    func apply(to blocks: [Block]) throws(ReportError) -> [Block] {
        guard chosen != nil || !without.isEmpty else { return blocks }
        let known = blocks.compactMap(Self.anchor)
        for name in (chosen ?? []) + without where !known.contains(name) {
            throw .unknownSection(name, known: known)
        }
        var order: [String] = []
        for name in chosen ?? known where !without.contains(name) && !order.contains(name) { order.append(name) }
        let sections = order.compactMap { name in blocks.first { Self.anchor($0) == name } }
        return Self.head(of: blocks) + sections
    }

    /// What stands before the first section; page breaks between sections go with the order that needed them.
    private static func head(of blocks: [Block]) -> [Block] { Array(blocks.prefix { anchor($0) == nil }) }

    private static func anchor(_ block: Block) -> String? {
        if case .group(let group) = block { group.anchor } else { nil }
    }
}
