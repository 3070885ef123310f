import Formatting

/// What refers to the analysis by name.
extension MarkupBuilder {
    func tiles(_ element: MarkupElement) throws(MarkupFault) -> Block {
        var tiles: [Tile] = []
        for (key, mark) in element.names("metrics") { tiles.append(try tile(key, mark)) }
        for child in element.elements { tiles.append(try ownTile(child)) }
        guard !tiles.isEmpty else {
            throw MarkupFault(.missingAttribute("metrics", element: "tiles"), element.mark)
        }
        return .tiles(tiles)
    }

    private func tile(_ key: String, _ mark: MarkupMark) throws(MarkupFault) -> Tile {
        guard let tile = content.tile(key) else {
            throw unknown(key, .metric, among: content.tileNames, mark)
        }
        return tile
    }

    /// `<tile label="…" value="…" detail="…"/>`; with `metric` what is not written is the metric's own.
    private func ownTile(_ element: MarkupElement) throws(MarkupFault) -> Tile {
        var tile = Tile(key: "", label: "", value: "", detail: "")
        if let metric = element.attribute("metric") {
            tile = try self.tile(element.words("metric"), metric.mark)
        } else {
            for name in ["label", "value"] where element.words(name).isEmpty {
                throw MarkupFault(
                    .missingAttribute(name, element: "tile"), element.attribute(name)?.mark ?? element.mark)
            }
        }
        if element.attribute("label") != nil { tile.label = element.words("label") }
        if element.attribute("value") != nil { tile.value = element.words("value") }
        if element.attribute("detail") != nil { tile.detail = element.words("detail") }
        return tile
    }

    /// Nil for an optional figure that the run has no data for.
    func figure(_ element: MarkupElement) throws(MarkupFault) -> Block? {
        let name = element.words("name")
        if element.attribute("type") != nil || element.attribute("data") != nil {
            return try ownFigure(element)
        }
        for attribute in element.attributes where MarkupOwnFigure.attributes.contains(attribute.name) {
            throw MarkupFault(.partOfOwnFigure(attribute.name), attribute.mark)
        }
        guard !name.isEmpty else {
            throw MarkupFault(
                .missingAttribute("name", element: "figure"),
                element.attribute("name")?.mark ?? element.mark)
        }
        guard var figure = content.figure(name) else {
            throw unknown(name, .figure, among: content.figureNames, nameMark(element))
        }
        if element.attribute("caption") != nil { figure.caption = element.words("caption") }
        figure.height = try height(element, of: figure)
        return try element.flag("optional") && figure.chart.panels.isEmpty ? nil : .figure(figure)
    }

    func height(_ element: MarkupElement, of figure: Figure) throws(MarkupFault) -> Figure.Height {
        let range = 24.0...2000
        let expected = "a height in points from 24 to 2000"
        guard element.words("height") == "fill" else {
            for bound in ["least", "most"] {
                if let attribute = element.attribute(bound) {
                    throw MarkupFault(.boundOfFixedHeight, attribute.mark)
                }
            }
            let points = try element.number("height", in: range, expected + ", or 'fill'")
            return points.map { .points($0) } ?? figure.height
        }
        let least = try element.number("least", in: range, expected) ?? range.lowerBound
        let most = try element.number("most", in: range, expected) ?? range.upperBound
        guard least <= most else {
            throw MarkupFault(
                .invalidNumber(
                    element.words("most"), attribute: "most", expected: "a height that is not below 'least'"),
                element.attribute("most")?.mark ?? element.mark)
        }
        return .fill(least: least, most: most)
    }

    func namedTable(_ element: MarkupElement) throws(MarkupFault) -> Table {
        guard element.attribute("name") != nil else {
            throw MarkupFault(.missingAttribute("name", element: "table"), element.mark)
        }
        let name = element.words("name")
        let rows = try element.integer("rows", in: 1...1_000_000, "a whole number from 1 on")
        guard var table = content.table(name, rows: rows, metrics: try metricChoice(element, of: name)) else {
            throw unknown(
                name, .table, among: content.tableNames, nearest: content.nearestTable(to: name), nameMark(element))
        }
        if element.attribute("title") != nil { table.title = element.words("title") }
        if element.attribute("subtitle") != nil { table.subtitle = element.words("subtitle") }
        if element.attribute("footnote") != nil { table.footnote = element.words("footnote") }
        if element.attribute("sortable") != nil { table.isSortable = try element.flag("sortable") }
        table.isSmall = try element.flag("small")
        table.isRunIn = try element.flag("run-in")
        return table
    }

    /// `metrics="sharpe cagr"`, `metrics="seen"` or `metrics="unseen"`; nil for all.
    private func metricChoice(_ element: MarkupElement, of table: String) throws(MarkupFault) -> MetricChoice? {
        guard let attribute = element.attribute("metrics") else { return nil }
        let names = element.names("metrics")
        guard content.hasMetrics(table: table) || !content.tableNames.contains(table) else {
            throw MarkupFault(.metricsOfOtherTable(table), attribute.mark)
        }
        switch names.first?.name {
        case "seen" where names.count == 1: return .seen
        case "unseen" where names.count == 1: return .unseen
        case nil: throw MarkupFault(.missingValue(attribute: "metrics"), attribute.mark)
        default:
            for (key, mark) in names where !content.tileNames.contains(key) {
                throw unknown(key, .metric, among: content.tileNames, mark)
            }
            return .named(names.map(\.name))
        }
    }

    private func nameMark(_ element: MarkupElement) -> MarkupMark { element.attribute("name")?.mark ?? element.mark }

    func unknown(
        _ name: String, _ reference: MarkupError.Reference, among names: [String], nearest: String? = nil,
        _ mark: MarkupMark
    ) -> MarkupFault {
        let nearest = nearest ?? NearestMatch.of(name, in: names)
        return MarkupFault(.unknownName(name, reference, nearest: nearest, allowed: names), mark)
    }
}

/// Text.
extension MarkupBuilder {
    func remark(_ element: MarkupElement) throws(MarkupFault) -> Block {
        var paragraphs: [Paragraph] = []
        var loose = MarkupElement(name: "p", offset: element.offset)
        for child in element.children {
            if case .element(let paragraph) = child, paragraph.name == "p" {
                try Self.flush(&loose, into: &paragraphs)
                paragraphs.append(try Self.paragraph(paragraph))
            } else {
                loose.children.append(child)
            }
        }
        try Self.flush(&loose, into: &paragraphs)
        return .note(
            Note(
                kind: element.name == "caution" ? .caution : .note, title: element.words("title"),
                paragraphs: paragraphs))
    }

    /// Text between the paragraphs of a remark is a paragraph of its own, unless it is white space.
    private static func flush(_ loose: inout MarkupElement, into paragraphs: inout [Paragraph]) throws(MarkupFault) {
        let paragraph = try paragraph(loose)
        if !paragraph.inlines.isEmpty { paragraphs.append(paragraph) }
        loose.children = []
    }

    static func paragraph(_ element: MarkupElement) throws(MarkupFault) -> Paragraph {
        var inlines = MarkupInlines()
        for child in element.children {
            switch child {
            case .text(let text, _): inlines.add(text) { .text($0) }
            case .element(let child) where child.name == "br": inlines.addLineBreak()
            case .element(let child):
                let dress = try dress(child)
                for case .text(let text, _) in child.children { inlines.add(text, dress: dress) }
            }
        }
        return Paragraph(inlines.finish(), isSmall: try element.flag("small"))
    }

    static func list(_ element: MarkupElement) throws(MarkupFault) -> List {
        let expected = "a whole number from 0 on"
        var list = List([List.Item]())
        if element.name == "ol" { list.start = try element.integer("start", in: 0...999_999_999, expected) ?? 1 }
        for item in element.elements {
            var text = item
            text.children = []
            var lists: [List] = []
            for child in item.children {
                if case .element(let inner) = child, ["ul", "ol"].contains(inner.name) {
                    lists.append(try self.list(inner))
                } else {
                    text.children.append(child)
                }
            }
            list.items.append(List.Item(try paragraph(text), lists: lists))
        }
        return list
    }

    /// Text with its line breaks; a tab is four spaces, other control characters are none.
    static func lines(of element: MarkupElement) -> String {
        var lines = ""
        for case .text(let text, _) in element.children {
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\n": lines += "\n"
                case "\t": lines += "    "
                default: if !MarkupText.isSpace(scalar) || scalar == " " { lines.unicodeScalars.append(scalar) }
                }
            }
        }
        while lines.hasSuffix("\n") { lines.removeLast() }
        // As in HTML, the break behind the tag is none.
        return lines.hasPrefix("\n") ? String(lines.dropFirst()) : lines
    }

    private static func dress(_ element: MarkupElement) throws(MarkupFault) -> (String) -> Inline {
        switch element.name {
        case "b": return { .strong($0) }
        case "em": return { .emphasis($0) }
        case "code": return { .code($0) }
        case "a":
            let target = try target(of: element)
            return { .link($0, target: target) }
        default: return { .muted($0) }
        }
    }

    /// Scripts and local files are no targets: a report is read by others than the one who wrote its template.
    private static func target(of element: MarkupElement) throws(MarkupFault) -> String {
        let target = element.words("href")
        let lower = target.lowercased()
        guard target.utf8.count > 1, ["#", "https://", "http://", "mailto:"].contains(where: lower.hasPrefix) else {
            throw MarkupFault(.invalidTarget(target), element.attribute("href")?.mark ?? element.mark)
        }
        return target
    }
}
