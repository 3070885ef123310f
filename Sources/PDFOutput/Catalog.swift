import Graphics

/// The objects above the pages: the root and what hangs on it.
struct Catalog {
    var objects: PDFObjects
    let structure: PageStructure
    /// The pages' objects.
    let pages: [Int]
    /// The annotations' objects of each page.
    private(set) var annotations: [[Int]]
    private var outline: Int?
    private var structureRoot = 0
    private var files: [(name: String, object: Int)] = []

    init(objects: PDFObjects, structure: PageStructure, pages: [Int]) {
        self.objects = objects
        self.structure = structure
        self.pages = pages
        annotations = pages.map { _ in [] }
    }

    /// Adds the root; returns its object.
    mutating func addRoot(metadata: PDFMetadata, producer: String, pageTree: Int) -> Int {
        let xmp = objects.addStream(head: "/Type /Metadata /Subtype /XML", Array(metadata.xmp(producer: producer).utf8))
        let profile = objects.addStream(head: "/N 3 /Filter /FlateDecode", Flate.deflate(ColorProfile.sRGB))
        var entries = [
            "/Type /Catalog /Pages \(pageTree) 0 R /Metadata \(xmp) 0 R",
            "/Lang \(PDFText.string(metadata.language)) /MarkInfo << /Marked true >>",
            "/StructTreeRoot \(structureRoot) 0 R /ViewerPreferences << /DisplayDocTitle true >>",
            "/PageLabels << /Nums [0 << /S /D >>] >>",
            "/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
                + " /Info (sRGB IEC61966-2.1) /DestOutputProfile \(profile) 0 R >>]",
        ]
        if let outline { entries.append("/Outlines \(outline) 0 R /PageMode /UseOutlines") }
        if !files.isEmpty {
            // Name trees are sorted by name (ISO 32000-1, 7.9.6).
            let sorted = files.sorted { $0.name < $1.name }
            let names = sorted.map { "\(PDFText.string($0.name)) \($0.object) 0 R" }.joined(separator: " ")
            let references = files.map { "\($0.object) 0 R" }.joined(separator: " ")
            entries.append("/Names << /EmbeddedFiles << /Names [\(names)] >> >> /AF [\(references)]")
        }
        return objects.add("<< " + entries.joined(separator: "\n") + " >>")
    }

    /// Adds the attached files.
    mutating func addAttachments(_ attachments: [PDFAttachment], created: PDFMetadata.Instant) {
        for attachment in attachments {
            let date = PDFText.string(PDFText.date(created))
            let stream = objects.addStream(
                head: "/Type /EmbeddedFile /Subtype \(PDFText.name(attachment.mediaType)) /Filter /FlateDecode "
                    + "/Params << /Size \(attachment.bytes.count) /CreationDate \(date) /ModDate \(date) >>",
                Flate.deflate(attachment.bytes))
            let name = PDFText.string(attachment.name)
            let object = objects.add(
                "<< /Type /Filespec /F \(name) /UF \(name) /Desc \(PDFText.string(attachment.summary)) "
                    + "/AFRelationship /Data /EF << /F \(stream) 0 R /UF \(stream) 0 R >> >>")
            files.append((attachment.name, object))
        }
    }

    // MARK: Bookmarks

    /// Adds the bookmarks: one per heading, nested by level, open to the second level.
    mutating func addOutline() {
        let tree = OutlineTree(levels: structure.headings.map(\.level))
        guard !tree.children(of: nil).isEmpty else { return }
        let root = objects.allocate()
        objects.set(root, "null")
        let items = structure.headings.map { _ in objects.add("null") }
        for (index, heading) in structure.headings.enumerated() {
            var entries = [
                "/Title \(PDFText.string(heading.title))",
                "/Parent \(tree.parents[index].map { items[$0] } ?? root) 0 R",
                "/Dest \(destination(heading))",
            ]
            let siblings = tree.children(of: tree.parents[index])
            if let place = siblings.firstIndex(of: index) {
                if place > 0 { entries.append("/Prev \(items[siblings[place - 1]]) 0 R") }
                if place + 1 < siblings.count { entries.append("/Next \(items[siblings[place + 1]]) 0 R") }
            }
            entries += children(tree, of: index, items: items, isOpen: tree.parents[index] == nil)
            objects.set(items[index], "<< " + entries.joined(separator: " ") + " >>")
        }
        let entries = ["/Type /Outlines"] + children(tree, of: nil, items: items, isOpen: true)
        objects.set(root, "<< " + entries.joined(separator: " ") + " >>")
        outline = root
    }

    private func children(_ tree: OutlineTree, of parent: Int?, items: [Int], isOpen: Bool) -> [String] {
        let kids = tree.children(of: parent)
        guard let first = kids.first, let last = kids.last else { return [] }
        // A closed item counts what it hides, negatively (ISO 32000-1, table 153).
        let count = isOpen ? tree.visible(below: parent) : -kids.count
        return ["/First \(items[first]) 0 R /Last \(items[last]) 0 R /Count \(count)"]
    }

    private func destination(_ heading: PageStructure.Heading) -> String {
        // A little above the heading, so that it does not stick to the window's edge.
        let top = structure.pageSizes[heading.page].height - max(0, heading.top - 8)
        return "[\(pages[heading.page]) 0 R /XYZ 0 \(PDFText.number(top)) null]"
    }

    // MARK: Structure

    /// Adds the structure tree and the link annotations.
    mutating func addStructure() {
        let isWritten = structure.written()
        structureRoot = objects.add("null")
        let numbers = isWritten.map { $0 ? objects.add("null") : 0 }
        let links = addLinks(numbers)
        for index in structure.elements.indices where isWritten[index] {
            objects.set(numbers[index], element(index, numbers: numbers, isWritten: isWritten, links: links))
        }
        let parents = objects.add(parentTree(numbers, links: links))
        objects.set(
            structureRoot,
            "<< /Type /StructTreeRoot /K \(numbers[0]) 0 R /ParentTree \(parents) 0 R "
                + "/ParentTreeNextKey \(pages.count + structure.links.count) >>")
    }

    private func element(_ index: Int, numbers: [Int], isWritten: [Bool], links: [Int?]) -> String {
        let element = structure.elements[index]
        let parent = index == 0 ? structureRoot : numbers[element.parent]
        var text = "<< /Type /StructElem /S /\(structure.name(of: index)) /P \(parent) 0 R"
        text += attributes(of: element)
        var kids = element.kids.compactMap { kid -> String? in
            switch kid {
            case .element(let child): isWritten[child] ? "\(numbers[child]) 0 R" : nil
            case .mark(let page, let number):
                page == element.page
                    ? "\(number)" : "<< /Type /MCR /Pg \(pages[page]) 0 R /MCID \(number) >>"
            }
        }
        if element.hasMark { text += " /Pg \(pages[element.page]) 0 R" }
        if case .link(let link) = element.role, let annotation = links[link] {
            kids.append("<< /Type /OBJR /Obj \(annotation) 0 R /Pg \(pages[element.page]) 0 R >>")
        }
        if kids.count == 1 { text += " /K \(kids[0])" }
        if kids.count > 1 { text += " /K [\(kids.joined(separator: " "))]" }
        return text + " >>"
    }

    private func attributes(of element: PageStructure.Element) -> String {
        switch element.role {
        case .tag(.tableHeader(let isColumn)):
            return " /A << /O /Table /Scope /\(isColumn ? "Column" : "Row") >>"
        case .tag(.figure(let altText)):
            let height = structure.pageSizes[element.page].height
            let box = element.box.map { " /A << /O /Layout /BBox \(Self.box($0, pageHeight: height)) >>" } ?? ""
            return " /Alt \(PDFText.string(altText))" + box
        case .tag(.heading(_, let title, _)): return " /T \(PDFText.string(title))"
        default: return ""
        }
    }

    private static func box(_ box: Rect, pageHeight: Double) -> String {
        let edges = [box.x0, pageHeight - box.y1, box.x1, pageHeight - box.y0]
        return "[\(edges.map(PDFText.number).joined(separator: " "))]"
    }

    /// For each page the elements of its marks, and for each link its element.
    private func parentTree(_ numbers: [Int], links: [Int?]) -> String {
        var entries: [String] = []
        for (page, owners) in structure.marks.enumerated() {
            let elements = owners.compactMap { owner -> String? in
                if case .element(let element, _) = owner { "\(numbers[element]) 0 R" } else { nil }
            }
            entries.append("\(page) [\(elements.joined(separator: " "))]")
        }
        for (index, element) in structure.elements.enumerated() {
            if case .link(let link) = element.role, links[link] != nil {
                entries.append("\(pages.count + link) \(numbers[index]) 0 R")
            }
        }
        return "<< /Nums [\(entries.joined(separator: "\n"))] >>"
    }

    // MARK: Links

    /// Adds the annotations of the links that lead somewhere; returns each link's object.
    private mutating func addLinks(_ numbers: [Int]) -> [Int?] {
        var added = [Int?](repeating: nil, count: structure.links.count)
        for element in structure.elements {
            guard case .link(let index) = element.role, element.hasMark else { continue }
            let link = structure.links[index]
            guard let action = action(of: link) else { continue }
            let box = Self.box(link.box, pageHeight: structure.pageSizes[link.page].height)
            let object = objects.add(
                "<< /Type /Annot /Subtype /Link /Rect \(box) /Border [0 0 0] /F 4 \(action) "
                    + "/Contents \(PDFText.string(link.text)) /StructParent \(pages.count + index) >>")
            annotations[link.page].append(object)
            added[index] = object
        }
        return added
    }

    private func action(of link: PageStructure.Link) -> String? {
        guard link.target.hasPrefix("#") else {
            return "/A << /Type /Action /S /URI /URI \(PDFText.address(link.target)) >>"
        }
        let anchor = link.target.dropFirst()
        return structure.headings.first { $0.anchor == anchor }.map { "/Dest \(destination($0))" }
    }
}
