import Graphics
import NativeCodecs

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
    mutating func addRoot(metadata: PDFMetadata, pageTree: Int) -> Int {
        let xmp = objects.addStream(
            head: "/Type /Metadata /Subtype /XML", Array(metadata.xmp().utf8))
        let profile = objects.addStream(head: "/N 3 /Filter /FlateDecode", ZlibFrame.deflate(ColorProfile.sRGB[...]))
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
                ZlibFrame.deflate(attachment.bytes[...]))
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
        let items = structure.headings.map { _ in objects.allocate() }
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

    /// Adds the link annotations and the structure tree.
    mutating func addStructure() {
        let isWritten = structure.written()
        structureRoot = objects.allocate()
        let numbers = isWritten.map { $0 ? objects.allocate() : 0 }
        let links = addLinks()
        for index in structure.elements.indices where isWritten[index] {
            var syntax = PDFSyntax()
            writeElement(index, numbers: numbers, links: links, to: &syntax)
            objects.set(numbers[index], syntax)
        }
        var syntax = PDFSyntax()
        writeParentTree(numbers, links: links, to: &syntax)
        let parents = objects.add(syntax)
        objects.set(
            structureRoot,
            "<< /Type /StructTreeRoot /K \(numbers[0]) 0 R /ParentTree \(parents) 0 R "
                + "/ParentTreeNextKey \(pages.count + structure.links.count) >>")
    }

    /// Writes an element; those that are not written have no number.
    private func writeElement(_ index: Int, numbers: [Int], links: [Int?], to syntax: inout PDFSyntax) {
        let element = structure.elements[index]
        syntax.write("<< /Type /StructElem /S /")
        syntax.write(structure.name(of: index))
        syntax.write(" /P")
        syntax.writeReference(to: index == 0 ? structureRoot : numbers[element.parent])
        writeAttributes(of: element, to: &syntax)
        if element.hasMark {
            syntax.write(" /Pg")
            syntax.writeReference(to: pages[element.page])
        }
        syntax.write(" /K [")
        for kid in element.kids {
            switch kid {
            case .element(let child):
                if numbers[child] > 0 { syntax.writeReference(to: numbers[child]) }
            case .mark(let number):
                syntax.write(" ")
                syntax.write(number)
            }
        }
        if case .link(let link) = element.role, let annotation = links[link] {
            syntax.write(" << /Type /OBJR /Obj")
            syntax.writeReference(to: annotation)
            syntax.write(" >>")
        }
        syntax.write("] >>")
    }

    private func writeAttributes(of element: PageStructure.Element, to syntax: inout PDFSyntax) {
        switch element.role {
        case .tag(.tableHeader(isColumn: true)): syntax.write(" /A << /O /Table /Scope /Column >>")
        case .tag(.tableHeader(isColumn: false)): syntax.write(" /A << /O /Table /Scope /Row >>")
        case .tag(.figure(let altText)):
            syntax.write(" /Alt " + PDFText.string(altText))
            guard let box = element.box else { return }
            let height = structure.pageSizes[element.page].height
            syntax.write(" /A << /O /Layout /BBox \(Self.box(box, pageHeight: height)) >>")
        default: break
        }
    }

    private static func box(_ box: Rect, pageHeight: Double) -> String {
        let edges = [box.x0, pageHeight - box.y1, box.x1, pageHeight - box.y0]
        return "[\(edges.map(PDFText.number).joined(separator: " "))]"
    }

    /// Writes, for each page, the elements of its marks, and for each link its element.
    private func writeParentTree(_ numbers: [Int], links: [Int?], to syntax: inout PDFSyntax) {
        syntax.write("<< /Nums [")
        for (page, owners) in structure.owners.enumerated() {
            syntax.write("\n")
            syntax.write(page)
            syntax.write(" [")
            for element in owners { syntax.writeReference(to: numbers[element]) }
            syntax.write("]")
        }
        for (index, element) in structure.elements.enumerated() {
            guard case .link(let link) = element.role, links[link] != nil else { continue }
            syntax.write("\n")
            syntax.write(pages.count + link)
            syntax.writeReference(to: numbers[index])
        }
        syntax.write("] >>")
    }

    // MARK: Links

    /// Adds the annotations of the links that lead somewhere; returns each link's object.
    private mutating func addLinks() -> [Int?] {
        var added = [Int?](repeating: nil, count: structure.links.count)
        for element in structure.elements {
            guard case .link(let index) = element.role, element.hasMark else { continue }
            let link = structure.links[index]
            guard let action = action(of: link) else { continue }
            let box = Self.box(link.box, pageHeight: structure.pageSizes[link.page].height)
            let object = objects.add(
                "<< /Type /Annot /Subtype /Link /Rect \(box) /Border [0 0 0] /F 4 \(action) "
                    + "/Contents \(PDFText.string(link.text)) "
                    + "/StructParent \(pages.count + index) >>")
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
