/// A PDF file as Cairo writes it, taken apart into its objects.
///
/// Read as the standard has it and not as one version writes it: with a table or a stream of places, with objects one by
/// one or packed into streams. Cairo 1.16 and 1.17 write the older forms, 1.18 the newer ones unless it is held to PDF 1.4.
struct CairoFile {
    /// One object.
    enum Content {
        /// A value.
        case value(ArraySlice<UInt8>)
        /// A dictionary with data.
        case stream(dictionary: ArraySlice<UInt8>, data: ArraySlice<UInt8>)
    }

    /// The objects by number; nil for unused ones.
    private let contents: [Content?]
    /// The object of the page tree.
    let pageTree: Int
    /// The pages' objects in order.
    let pages: [Int]

    /// How many object numbers there are, counting the unused 0.
    var objectCount: Int { contents.count }

    /// Takes a file apart.
    init(_ bytes: [UInt8]) throws(UnexpectedFile) {
        guard let table = CrossReferences(bytes) else { throw UnexpectedFile(part: "the table of objects") }
        guard let contents = ObjectReader(bytes, table).contents() else { throw UnexpectedFile(part: "the objects") }
        self.contents = contents
        guard let root = Self.dictionary(table.root, contents), let tree = root.reference("/Pages") else {
            throw UnexpectedFile(part: "the root")
        }
        pageTree = tree
        var pages: [Int] = []
        guard Self.collectPages(tree, contents, depth: 0, into: &pages), !pages.isEmpty else {
            throw UnexpectedFile(part: "the page tree")
        }
        self.pages = pages
    }

    /// An object as it is written: a value, or the dictionary of a stream; nil for unused numbers.
    func head(of object: Int) -> ArraySlice<UInt8>? { Self.head(object, contents) }

    /// The entries of an object that is a dictionary or a stream.
    func dictionary(of object: Int) -> PDFDictionary? { Self.dictionary(object, contents) }

    /// The data of a stream; nil for other objects.
    func stream(of object: Int) -> ArraySlice<UInt8>? {
        guard contents.indices.contains(object), case .stream(_, let data) = contents[object] else { return nil }
        return data
    }

    /// Every object that can be reached from the page tree, in order of number.
    func reachable() -> [Int] {
        var seen = [Bool](repeating: false, count: objectCount)
        var open = [pageTree]
        while let object = open.popLast() {
            guard seen.indices.contains(object), !seen[object], let head = head(of: object) else { continue }
            seen[object] = true
            open += PDFDictionary.references(in: head)
        }
        return seen.indices.filter { seen[$0] }
    }

    private static func head(_ object: Int, _ contents: [Content?]) -> ArraySlice<UInt8>? {
        guard contents.indices.contains(object) else { return nil }
        switch contents[object] {
        case .value(let bytes), .stream(let bytes, _): return bytes
        case nil: return nil
        }
    }

    private static func dictionary(_ object: Int, _ contents: [Content?]) -> PDFDictionary? {
        head(object, contents).flatMap { PDFDictionary($0) }
    }

    /// The leaves of the page tree from left to right; false where something else stands in it.
    private static func collectPages(
        _ node: Int, _ contents: [Content?], depth: Int, into pages: inout [Int]
    ) -> Bool {
        guard depth < 32, let dictionary = dictionary(node, contents) else { return false }
        if dictionary.has("/Type", "/Page") {
            pages.append(node)
            return true
        }
        guard dictionary.has("/Type", "/Pages") else { return false }
        return dictionary.references("/Kids").allSatisfy {
            pages.count < contents.count && collectPages($0, contents, depth: depth + 1, into: &pages)
        }
    }
}

/// A part of Cairo's file that is not as the pass over it expects: another version of Cairo, most likely.
struct UnexpectedFile: Error, Equatable {
    /// `the marks of page 2`.
    let part: String
}
