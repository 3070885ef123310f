import Graphics

extension PageStructure {
    /// The standard structure type of an element (ISO 32000-1, 14.8.4).
    func name(of element: Int) -> String {
        switch elements[element].role {
        case .document: "Document"
        case .link(let link): leadsSomewhere(links[link]) ? "Link" : "Span"
        case .tag(let tag): tag.standardName
        }
    }

    private func leadsSomewhere(_ link: Link) -> Bool {
        guard link.target.hasPrefix("#") else { return true }
        return headings.contains { $0.anchor == link.target.dropFirst() }
    }
}

extension StructureTag {
    fileprivate var standardName: String {
        switch self {
        case .section: "Sect"
        case .heading(let level, _, _): "H\(min(max(level, 1), 6))"
        case .paragraph: "P"
        case .figure: "Figure"
        case .caption: "Caption"
        case .table: "Table"
        case .tableRow: "TR"
        case .tableHeader: "TH"
        case .tableCell: "TD"
        }
    }
}
