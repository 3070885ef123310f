import Graphics
import NativeCodecs
import TextShaping

/// Pages written as operators, with all that is known of them: what a file is put together from.
struct DrawnPages {
    private var contents: [PageContent] = []
    private let sizes: [Size]
    private let resources: PageResources
    private let structure: PageStructure

    /// Draws the pages in order.
    init(_ pages: [Scene], palette: Palette, fonts: FontBook, title: String) throws(PDFError) {
        let hasTags = pages.contains { $0.items.contains(where: \.hasTag) }
        var renderer = SceneRenderer(
            surface: PageSurface(palette: palette, fonts: fonts), fonts: fonts, structure: PageStructure())
        for page in pages {
            renderer.surface.beginPage(height: page.size.height)
            try renderer.drawPage(page, alternative: hasTags ? nil : title)
            contents.append(renderer.surface.content)
        }
        sizes = pages.map(\.size)
        resources = renderer.surface.resources
        structure = renderer.structure ?? PageStructure()
    }

    /// The finished file.
    func file(metadata: PDFMetadata, attachments: [PDFAttachment]) throws(PDFError) -> [UInt8] {
        var objects = PDFObjects()
        let tree = objects.allocate()
        let pages = contents.map { _ in objects.allocate() }
        var catalog = Catalog(objects: objects, structure: structure, pages: pages)
        catalog.addStructure()
        try addPages(pages, tree: tree, annotations: catalog.annotations, to: &catalog.objects)
        catalog.addOutline()
        catalog.addAttachments(attachments, created: metadata.created)
        let root = catalog.addRoot(metadata: metadata, pageTree: tree)
        let info = catalog.objects.add(metadata.information())
        return catalog.objects.file(root: root, info: info)
    }

    private func addPages(
        _ pages: [Int], tree: Int, annotations: [[Int]], to objects: inout PDFObjects
    ) throws(PDFError) {
        var fonts: [EmbeddedFont] = []
        for font in resources.fonts { fonts.append(try EmbeddedFont(font)) }
        let shared = resources.add(fonts, to: &objects)
        let codes = fonts.map(\.codes)
        for (index, page) in pages.enumerated() {
            let plain = contents[index].bytes(codes: codes)
            let content = objects.addStream(head: "/Filter /FlateDecode", ZlibFrame.deflate(plain[...]))
            let box = "[0 0 \(PDFText.number(sizes[index].width)) \(PDFText.number(sizes[index].height))]"
            var links = ""
            if !annotations[index].isEmpty {
                links = " /Annots [\(annotations[index].map { "\($0) 0 R" }.joined(separator: " "))]"
            }
            objects.set(
                page,
                "<< /Type /Page /Parent \(tree) 0 R /MediaBox \(box) /Resources \(shared) 0 R "
                    + "/Group << /Type /Group /S /Transparency /I true /CS /DeviceRGB >> /Contents \(content) 0 R "
                    + "/StructParents \(index)\(links) /Tabs /S >>")
        }
        let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
        objects.set(tree, "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
    }
}

extension SceneItem {
    /// Whether the item is or holds an element of the structure.
    fileprivate var hasTag: Bool {
        guard case .group(let group) = self else { return false }
        if case .tag = group.role { return true }
        return group.items.contains(where: \.hasTag)
    }
}
