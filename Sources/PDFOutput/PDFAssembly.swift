import CCairo
import Graphics

/// The pass over Cairo's file: keeps its pages, fonts and pictures, and adds what makes a report of them: structure,
/// bookmarks, links, metadata, the colour profile and attached files.
///
/// Done here and not by libqpdf: loading that library cost every start of the program 6.5 ms, and rewriting six tagged
/// pages 45–80 ms, where this pass takes 1–2.
struct PDFAssembly {
    let source: CairoFile
    let structure: PageStructure
    let metadata: PDFMetadata
    let attachments: [PDFAttachment]
    /// The objects that hold the pages' content.
    private let pageContents: Set<Int>

    init(source: CairoFile, structure: PageStructure, metadata: PDFMetadata, attachments: [PDFAttachment]) {
        self.source = source
        self.structure = structure
        self.metadata = metadata
        self.attachments = attachments
        pageContents = Set(
            source.pages.compactMap { page in
                source.head(of: page).flatMap { CairoFile.reference(after: "/Contents ", in: $0) }
            })
    }

    /// The finished file.
    func bytes() throws(PDFError) -> [UInt8] {
        guard source.pages.count == structure.marks.count else { throw .unexpectedFile(part: "the pages") }
        var objects = PDFObjects(reserved: source.objectCount)
        try copyObjects(to: &objects)
        var catalog = Catalog(objects: objects, structure: structure, pages: source.pages)
        catalog.addStructure()
        try addPages(annotations: catalog.annotations, to: &catalog.objects)
        catalog.addOutline()
        catalog.addAttachments(attachments, created: metadata.created)
        let producer = unsafe "cairo " + String(cString: cairo_version_string())
        let root = catalog.addRoot(metadata: metadata, producer: producer, pageTree: source.pageTree)
        let info = catalog.objects.add(metadata.information(producer: producer))
        return catalog.objects.file(root: root, info: info)
    }

    /// Takes over everything that pages use, plain streams deflated; pages and their content are rewritten later.
    private func copyObjects(to objects: inout PDFObjects) throws(PDFError) {
        var lengths = Set<Int>()
        let reachable = source.reachable()
        for object in reachable {
            if source.stream(of: object) != nil, let head = source.head(of: object),
                let length = CairoFile.reference(after: "/Length ", in: head)
            {
                lengths.insert(length)
            }
        }
        for object in reachable where !lengths.contains(object) {
            guard let head = source.head(of: object) else { continue }
            if let data = source.stream(of: object) {
                let isFinal = pageContents.contains(object) || Self.isDeflated(head)
                let dictionary = try streamHead(head)
                objects.setStream(
                    object, head: isFinal ? dictionary : "/Filter /FlateDecode " + dictionary,
                    isFinal ? data : Flate.deflate(data)[...])
            } else {
                objects.set(object, String(decoding: withGlyphMap(head), as: UTF8.self))
            }
        }
    }

    /// Whether Cairo deflated a stream; page content and the like it leaves plain.
    private static func isDeflated(_ head: ArraySlice<UInt8>) -> Bool {
        head.firstPlace(of: "/Filter", from: head.startIndex) != nil
    }

    /// The inside of a stream's dictionary without its length, which Cairo keeps in another object.
    private func streamHead(_ head: ArraySlice<UInt8>) throws(PDFError) -> String {
        guard let start = head.firstPlace(of: "/Length ", from: head.startIndex),
            let end = head.firstPlace(of: " R", from: start), let close = head.lastPlace(of: ">>")
        else { throw .unexpectedFile(part: "a stream") }
        return String(decoding: head[(head.startIndex + 2)..<start], as: UTF8.self)
            + String(decoding: head[(end + 2)..<close], as: UTF8.self)
    }

    /// PDF/A wants the map from characters to glyphs of TrueType subsets said outright (ISO 19005-3, 6.2.11.3.2).
    private func withGlyphMap(_ head: ArraySlice<UInt8>) -> [UInt8] {
        let type: StaticString = "/Subtype /CIDFontType2"
        guard let place = head.firstPlace(of: type, from: head.startIndex),
            head.firstPlace(of: "/CIDToGIDMap", from: head.startIndex) == nil
        else { return Array(head) }
        let end = place + type.utf8CodeUnitCount
        return head[..<end] + Array(" /CIDToGIDMap /Identity".utf8) + head[end...]
    }

    private func addPages(annotations: [[Int]], to objects: inout PDFObjects) throws(PDFError) {
        for (index, page) in source.pages.enumerated() {
            guard let head = source.head(of: page), let content = CairoFile.reference(after: "/Contents ", in: head),
                let data = source.stream(of: content), let stream = source.head(of: content),
                let plain = Self.isDeflated(stream) ? Flate.inflate(data) : Array(data)
            else { throw .unexpectedFile(part: "the content of page \(index + 1)") }
            let renamed = ContentMarks.rename(
                in: plain, marks: structure.marks[index], outlines: structure.outlines[index],
                names: structure.name(of:))
            guard let renamed else { throw .unexpectedFile(part: "the marks of page \(index + 1)") }
            objects.setStream(content, head: "/Filter /FlateDecode", Flate.deflate(renamed)[...])
            let dictionary = try pageHead(head, index: index, annotations: annotations[index])
            objects.set(page, String(decoding: dictionary, as: UTF8.self))
        }
    }

    /// Beside plain content Cairo notes the page's number behind `%`, to the end of the line.
    private static func withoutComment(_ head: ArraySlice<UInt8>) -> [UInt8] {
        guard let start = head.firstPlace(of: "% ", from: head.startIndex),
            let end = head.firstPlace(of: "\n", from: start)
        else { return Array(head) }
        return Array(head[..<start] + head[end...])
    }

    private func pageHead(_ head: ArraySlice<UInt8>, index: Int, annotations: [Int]) throws(PDFError) -> [UInt8] {
        guard let close = head.lastPlace(of: ">>") else { throw .unexpectedFile(part: "page \(index + 1)") }
        var kept = Self.withoutComment(head[..<close])
        if let start = kept.firstPlace(of: "/StructParents ", from: 0), let number = kept.number(at: start + 15) {
            kept.removeSubrange(start..<number.end)
        }
        var added = "/StructParents \(index) /Tabs /S "
        if !annotations.isEmpty {
            added += "/Annots [\(annotations.map { "\($0) 0 R" }.joined(separator: " "))] "
        }
        return kept + Array((added + ">>").utf8)
    }
}
