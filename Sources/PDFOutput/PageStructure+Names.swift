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

    /// How the content of an element is named on its page. Whether a link leads somewhere is known at the end only, and
    /// readers ask its element.
    func contentType(of element: Int) -> String {
        if case .link = elements[element].role { "Span" } else { name(of: element) }
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
