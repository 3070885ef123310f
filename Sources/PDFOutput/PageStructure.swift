import Graphics

/// The structure tree of a document as drawing meets it: elements, and the stretches of page content that are theirs.
struct PageStructure {
    /// What an element is.
    enum Role: Equatable {
        /// The root.
        case document
        /// An element of the scene.
        case tag(StructureTag)
        /// A link; the number is its place in ``PageStructure/links``.
        case link(Int)
    }

    /// Something inside an element, in reading order.
    enum Kid: Equatable {
        /// Another element.
        case element(Int)
        /// Content of the element's page, by the number of its mark.
        case mark(Int)
    }

    /// An element of the tree.
    struct Element: Equatable {
        var role: Role
        var parent: Int
        var kids: [Kid] = []
        /// The page it stands on; the root's does not matter.
        var page: Int
        /// Where a figure stands on its page, y down.
        var box: Rect?
    }

    /// A place that can be clicked.
    struct Link: Equatable {
        var page: Int
        var box: Rect
        var target: String
        var text: String
    }

    /// A place that bookmarks and links lead to.
    struct Heading: Equatable {
        var level: Int
        var title: String
        var anchor: String
        var page: Int
        /// Top edge, y down.
        var top: Double
    }

    private(set) var elements: [Element] = [Element(role: .document, parent: 0, page: 0)]
    /// The elements of each page's stretches of content, by the stretch's number.
    private(set) var owners: [[Int]] = []
    private(set) var links: [Link] = []
    private(set) var headings: [Heading] = []
    /// The extent of each page.
    private(set) var pageSizes: [Size] = []
    /// The elements that may go on on another page, by the number that their parts share.
    private var divided: [Int: Int] = [:]

    /// The page being drawn, from 0.
    var page: Int { owners.count - 1 }

    mutating func beginPage(_ size: Size) {
        owners.append([])
        pageSizes.append(size)
    }

    /// Opens an element inside another; returns its number.
    mutating func open(_ role: Role, in parent: Int, box: Rect? = nil) -> Int {
        elements.append(Element(role: role, parent: parent, page: page, box: box))
        elements[parent].kids.append(.element(elements.count - 1))
        return elements.count - 1
    }

    /// Opens the part of an element that stands on this page: the element made on an earlier one, or a new one.
    ///
    /// For elements that hold other elements only: a mark is known by its number within the page of its element.
    mutating func open(_ role: Role, in parent: Int, continuing number: Int) -> Int {
        if let element = divided[number], elements[element].parent == parent { return element }
        let element = open(role, in: parent)
        divided[number] = element
        return element
    }

    /// Notes that a stretch of content begins, an element's or nobody's; returns how the page marks it.
    mutating func mark(_ element: Int?) -> ContentMark {
        guard let element else { return .artifact }
        owners[page].append(element)
        let number = owners[page].count - 1
        elements[element].kids.append(.mark(number))
        return .content(type: contentType(of: element), number: number)
    }

    mutating func add(_ link: Link) -> Int {
        links.append(link)
        return links.count - 1
    }

    mutating func add(_ heading: Heading) { headings.append(heading) }

    /// Whether each element is written: those without any content are not, but for cells, which keep columns in line.
    func written() -> [Bool] {
        var written = [Bool](repeating: false, count: elements.count)
        written[0] = true
        for index in elements.indices.dropFirst().reversed() {
            let element = elements[index]
            if element.hasMark || element.isCell { written[index] = true }
            if written[index] { written[element.parent] = true }
        }
        return written
    }
}

extension PageStructure.Element {
    var hasMark: Bool {
        kids.contains { if case .mark = $0 { true } else { false } }
    }

    var isCell: Bool {
        switch role {
        case .tag(.tableCell), .tag(.tableHeader): true
        default: false
        }
    }
}

extension StructureTag {
    /// Whether what is drawn directly inside is read; inside the others it is decoration: rules, stripes.
    var holdsContent: Bool {
        switch self {
        case .section, .table, .tableRow: false
        case .heading, .paragraph, .figure, .caption, .tableHeader, .tableCell: true
        }
    }
}
