import CCairo
import Graphics
import NativeCodecs

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
    /// Whether the pages' content is marked, so that the file can be tagged.
    let isTagged: Bool
    /// The objects that hold the pages' content.
    private let pageContents: Set<Int>

    init(
        source: CairoFile, structure: PageStructure, metadata: PDFMetadata, attachments: [PDFAttachment], isTagged: Bool
    ) {
        self.source = source
        self.structure = structure
        self.metadata = metadata
        self.attachments = attachments
        self.isTagged = isTagged
        pageContents = Set(source.pages.flatMap { source.dictionary(of: $0)?.references("/Contents") ?? [] })
    }

    /// The finished file.
    func bytes() throws(UnexpectedFile) -> [UInt8] {
        guard source.pages.count == structure.marks.count else { throw UnexpectedFile(part: "the pages") }
        var objects = PDFObjects(reserved: source.objectCount)
        try copyObjects(to: &objects)
        var catalog = Catalog(objects: objects, structure: structure, pages: source.pages, isTagged: isTagged)
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
    private func copyObjects(to objects: inout PDFObjects) throws(UnexpectedFile) {
        let reachable = source.reachable()
        // Lengths become a part of their stream again.
        let lengths = Set(
            reachable.compactMap {
                source.stream(of: $0) == nil ? nil : source.dictionary(of: $0)?.reference("/Length")
            })
        for object in reachable where !lengths.contains(object) {
            guard let head = source.head(of: object) else { continue }
            if pageContents.contains(object) {
                // Keeps its number until the page is rewritten.
                objects.setStream(object, head: "", [])
            } else if let data = source.stream(of: object) {
                guard let dictionary = source.dictionary(of: object) else { throw UnexpectedFile(part: "a stream") }
                let inside = dictionary.inside(without: ["/Length"])
                let isFinal = dictionary["/Filter"] != nil
                objects.setStream(
                    object, head: isFinal ? inside : "/Filter /FlateDecode " + inside,
                    isFinal ? data : ZlibFrame.deflate(data[...])[...])
            } else {
                objects.set(object, String(decoding: withGlyphMap(head), as: UTF8.self))
            }
        }
    }

    /// PDF/A wants the map from characters to glyphs of TrueType subsets said outright (ISO 19005-3, 6.2.11.3.2).
    private func withGlyphMap(_ head: ArraySlice<UInt8>) -> [UInt8] {
        guard let dictionary = PDFDictionary(head), dictionary.has("/Subtype", "/CIDFontType2"),
            dictionary["/CIDToGIDMap"] == nil
        else { return Array(head) }
        return Array("<< \(dictionary.inside(without: [])) /CIDToGIDMap /Identity >>".utf8)
    }

    private func addPages(annotations: [[Int]], to objects: inout PDFObjects) throws(UnexpectedFile) {
        for (index, page) in source.pages.enumerated() {
            guard let dictionary = source.dictionary(of: page), let object = dictionary.references("/Contents").first,
                let plain = content(of: dictionary)
            else { throw UnexpectedFile(part: "the content of page \(index + 1)") }
            objects.setStream(
                object, head: "/Filter /FlateDecode", ZlibFrame.deflate(try marked(plain, page: index)[...])[...])
            let kept = dictionary.inside(without: ["/Contents", "/StructParents", "/Annots", "/Tabs"])
            var added = "/Contents \(object) 0 R"
            if isTagged { added += " /StructParents \(index)" }
            if !annotations[index].isEmpty {
                added += " /Annots [\(annotations[index].map { "\($0) 0 R" }.joined(separator: " "))]"
            }
            objects.set(page, "<< \(kept) \(added) /Tabs /S >>")
        }
    }

    /// A page's content, its parts joined.
    private func content(of page: PDFDictionary) -> [UInt8]? {
        var content: [UInt8] = []
        for object in page.references("/Contents") {
            guard let data = source.stream(of: object), let dictionary = source.dictionary(of: object),
                let plain = ObjectReader.decoded(dictionary, data)
            else { return nil }
            if !content.isEmpty { content.append(0x0A) }
            content += plain
        }
        return content
    }

    private func marked(_ content: [UInt8], page: Int) throws(UnexpectedFile) -> [UInt8] {
        guard isTagged else { return content }
        let renamed = ContentMarks.rename(
            in: content, marks: structure.marks[page], outlines: structure.outlines[page], names: structure.name(of:))
        guard let renamed else { throw UnexpectedFile(part: "the marks of page \(page + 1)") }
        return renamed
    }
}
