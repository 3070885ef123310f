import Formatting

/// Turns checked markup into blocks; what remains to be wrong are names and values.
struct MarkupBuilder<Content: MarkupContent> {
    let content: Content
    private var anchors: Set<String> = []
    /// For each slug that was taken, the number to try next: looking from the start would be quadratic.
    private var nextNumbers: [String: Int] = [:]
    /// The anchors of sections and headings, by the place of the element in the markup.
    private var given: [Int: String] = [:]
    private var tables = 0

    init(content: Content) { self.content = content }

    /// Takes the anchors that are written out, so that made ones keep clear of them.
    mutating func reserveAnchors(in parent: MarkupElement) throws(MarkupFault) {
        for element in parent.elements {
            if let attribute = element.attribute("anchor"), let anchor = attribute.value, !anchor.isEmpty {
                guard Self.isAnchor(anchor) else { throw MarkupFault(.invalidAnchor(anchor), attribute.mark) }
                guard anchors.insert(anchor).inserted else {
                    throw MarkupFault(.duplicateAnchor(anchor), attribute.mark)
                }
            }
            try reserveAnchors(in: element)
        }
    }

    /// Gives every section and heading its anchor, in the order of the document, so that an anchor does not depend on which
    /// sections are chosen.
    mutating func nameAnchors(in parent: MarkupElement) {
        for element in parent.elements {
            switch element.name {
            case "section": given[element.mark.offset] = anchor(of: element, for: element.words("title"))
            case "heading": given[element.mark.offset] = anchor(of: element, for: element.words)
            default: break
            }
            nameAnchors(in: element)
        }
    }

    /// The anchor that a section or heading was given.
    func anchor(of element: MarkupElement) -> String { given[element.mark.offset] ?? "" }

    /// The blocks of elements at the top of the document.
    mutating func blocks(of elements: [MarkupElement]) throws(MarkupFault) -> [Block] {
        var blocks: [Block] = []
        for element in elements { blocks += try self.blocks(of: element, depth: 0) }
        return blocks
    }

    /// The blocks in an element; `depth` counts the sections around them.
    mutating func blocks(in parent: MarkupElement, depth: Int) throws(MarkupFault) -> [Block] {
        var blocks: [Block] = []
        for element in parent.elements { blocks += try self.blocks(of: element, depth: depth) }
        return blocks
    }

    private mutating func blocks(of element: MarkupElement, depth: Int) throws(MarkupFault) -> [Block] {
        try block(element, depth: depth).map { [$0] } ?? []
    }

    /// Nil for an optional figure without data.
    private mutating func block(_ element: MarkupElement, depth: Int) throws(MarkupFault) -> Block? {
        switch BlockName(rawValue: element.name) {
        case .section: try section(element, depth: depth)
        case .heading: try heading(element)
        case .list, .numberedList: .list(try Self.list(element))
        case .code: .code(Self.lines(of: element))
        case .titleBand: .titleBand(content.titleBand())
        case .tiles: try tiles(element)
        case .figure: try figure(element)
        case .picture: try picture(element)
        case .table: try table(element)
        case .grid: try grid(element, depth: depth)
        case .group: .group(try group(element, depth: depth))
        case .note, .caution: try remark(element)
        case .rule: .rule
        case .space: .space(try element.number("size", in: 0...100, "a number from 0 to 100") ?? 1)
        case .pageBreak: .pageBreak
        // The checker lets nothing else stand among blocks.
        case .paragraph, nil: .paragraph(try Self.paragraph(element))
        }
    }

    /// A section has a title, or only an anchor: then it has no heading and what is in it is no deeper.
    private mutating func section(_ element: MarkupElement, depth: Int) throws(MarkupFault) -> Block {
        let title = element.words("title")
        let isNamed = !(element.attribute("anchor")?.value ?? "").isEmpty
        guard !title.isEmpty || isNamed else {
            throw MarkupFault(
                .missingAttribute("title", element: "section"), element.attribute("title")?.mark ?? element.mark)
        }
        let anchor = self.anchor(of: element)
        var group = try self.group(element, depth: title.isEmpty ? depth : depth + 1)
        group.anchor = anchor
        if !title.isEmpty {
            let heading = Heading(
                level: min(depth + 1, 6), text: title, detail: element.words("detail"), anchor: anchor)
            group.blocks.insert(.heading(heading), at: 0)
        }
        return .group(group)
    }

    private mutating func heading(_ element: MarkupElement) throws(MarkupFault) -> Block {
        let level = try element.integer("level", in: 1...6, "a whole number from 1 to 6") ?? 2
        let text = element.words
        return .heading(
            Heading(level: level, text: text, detail: element.words("detail"), anchor: anchor(of: element)))
    }

    private mutating func group(_ element: MarkupElement, depth: Int) throws(MarkupFault) -> Group {
        let keep = try element.choice("keep", [Group.Keep.together, .withNext].map(\.rawValue))
        return Group(
            keep: keep.flatMap(Group.Keep.init) ?? .none, blocks: try blocks(in: element, depth: depth))
    }

    private mutating func anchor(of element: MarkupElement, for title: String) -> String {
        if let anchor = element.attribute("anchor")?.value, !anchor.isEmpty { return anchor }
        let base = MarkupText.slug(title)
        var candidate = base
        var number = nextNumbers[base] ?? 2
        while !anchors.insert(candidate).inserted {
            candidate = "\(base)-\(number)"
            number += 1
        }
        nextNumbers[base] = number
        return candidate
    }

    private static func isAnchor(_ text: String) -> Bool {
        text.first.map { $0.isASCII && $0.isLetter } ?? false
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    }

    private mutating func grid(_ element: MarkupElement, depth: Int) throws(MarkupFault) -> Block {
        let columns = try gridColumns(element)
        var cells: [[Block]] = []
        for child in element.elements {
            let cell = child.name == "cell" ? try blocks(in: child, depth: depth) : try blocks(of: child, depth: depth)
            // What is left out leaves no hole.
            if !cell.isEmpty || child.name == "cell" { cells.append(cell) }
        }
        let isBalanced = try element.flag("balance")
        if isBalanced, columns.contains(where: { $0 != columns[0] }) {
            throw MarkupFault(.balanceOfUnequalColumns, element.attribute("balance")?.mark ?? element.mark)
        }
        return .grid(Grid(columns: columns, cells: cells, isBalanced: isBalanced))
    }

    /// `2` are two equal columns, `3 2` two columns with these shares.
    private func gridColumns(_ element: MarkupElement) throws(MarkupFault) -> [Double] {
        let words = element.names("columns").map(\.name)
        if words.count == 1, let count = Int(words[0]), (1...12).contains(count) {
            return [Double](repeating: 1, count: count)
        }
        let shares = words.compactMap(MarkupElement.number).filter { (0.01...100).contains($0) }
        guard (2...12).contains(words.count), shares.count == words.count else {
            let mark = element.attribute("columns")?.mark ?? element.mark
            let expected = "a number of columns from 1 to 12, or their shares such as '3 2'"
            throw MarkupFault(
                .invalidNumber(element.words("columns"), attribute: "columns", expected: expected), mark)
        }
        return shares
    }

    private mutating func table(_ element: MarkupElement) throws(MarkupFault) -> Block {
        guard element.elements.isEmpty else {
            tables += 1
            var table = try MarkupTable(element, number: tables).table()
            table.isSmall = try element.flag("small")
            table.isRunIn = try element.flag("run-in")
            return .table(table)
        }
        return .table(try namedTable(element))
    }
}
