/// A PDF file as Cairo writes it, taken apart into its objects.
///
/// Cairo 1.16 writes a plain table of places, uncompressed objects and no updates; anything else is refused rather
/// than guessed at.
struct CairoFile {
    private let bytes: [UInt8]
    /// Where each object's content stands, between `obj` and `endobj`; nil for unused numbers.
    private var contents: [Range<Int>?] = []
    /// The object of the page tree.
    let pageTree: Int
    /// The pages' objects in order.
    let pages: [Int]

    /// How many object numbers there are, counting the unused 0.
    var objectCount: Int { contents.count }

    /// Takes a file apart; throws ``PDFError/unexpectedFile(part:)``.
    init(_ bytes: [UInt8]) throws(PDFError) {
        self.bytes = bytes
        guard let table = Self.readTable(bytes) else { throw .unexpectedFile(part: "the table of objects") }
        contents = table.contents
        guard let root = contents[table.root].map({ bytes[$0] }),
            let tree = Self.reference(after: "/Pages ", in: root), contents.indices.contains(tree),
            let treeRange = contents[tree]
        else { throw .unexpectedFile(part: "the root") }
        pageTree = tree
        guard let pages = Self.kids(bytes[treeRange]) else { throw .unexpectedFile(part: "the page tree") }
        self.pages = pages
    }

    /// The bytes of an object, a stream's dictionary only; nil for unused numbers.
    func head(of object: Int) -> ArraySlice<UInt8>? {
        guard contents.indices.contains(object), let range = contents[object] else { return nil }
        let content = bytes[range]
        guard content.hasWord("<<", at: range.lowerBound), let stream = streamStart(range) else { return content }
        return content[..<stream.keyword]
    }

    /// The data of a stream; nil for other objects.
    func stream(of object: Int) -> ArraySlice<UInt8>? {
        guard contents.indices.contains(object), let range = contents[object], let start = streamStart(range)?.data,
            let end = bytes[start..<range.upperBound].lastPlace(of: "\nendstream")
        else { return nil }
        return bytes[start..<end]
    }

    /// Every object that can be reached from the page tree, in order of number.
    func reachable() -> [Int] {
        var seen = [Bool](repeating: false, count: objectCount)
        var open = [pageTree]
        seen[pageTree] = true
        while let object = open.popLast() {
            guard let head = head(of: object) else { continue }
            for target in Self.references(in: head) where target < objectCount && !seen[target] {
                seen[target] = true
                open.append(target)
            }
        }
        return seen.indices.filter { seen[$0] && contents[$0] != nil }
    }

    // MARK: Reading

    private static func readTable(_ bytes: [UInt8]) -> (contents: [Range<Int>?], root: Int)? {
        let tail = bytes.suffix(64)
        guard let keyword = tail.lastPlace(of: "startxref\n"), let start = bytes.number(at: keyword + 10)?.value,
            bytes.hasWord("xref\n0 ", at: start), let count = bytes.number(at: start + 7),
            count.end + 1 + 20 * count.value < bytes.count
        else { return nil }
        var contents: [Range<Int>?] = []
        var starts: [(place: Int, object: Int)] = []
        for object in 0..<count.value {
            contents.append(nil)
            let line = count.end + 1 + 20 * object
            if bytes[line + 17] == UInt8(ascii: "n"), let place = bytes.number(at: line)?.value {
                starts.append((place, object))
            }
        }
        starts.sort { $0.place < $1.place }
        for (index, begin) in starts.enumerated() {
            let limit = index + 1 < starts.count ? starts[index + 1].place : start
            guard limit <= bytes.count, begin.place < limit,
                let content = content(of: begin.object, bytes[begin.place..<limit])
            else { return nil }
            contents[begin.object] = content
        }
        guard let root = reference(after: "/Root ", in: bytes[(count.end + 20 * count.value)...]),
            contents.indices.contains(root), contents[root] != nil
        else { return nil }
        return (contents, root)
    }

    private static func content(of object: Int, _ slice: ArraySlice<UInt8>) -> Range<Int>? {
        guard let number = slice.number(at: slice.startIndex), number.value == object,
            slice.hasWord(" 0 obj\n", at: number.end), let end = slice.lastPlace(of: "endobj"), end >= number.end + 7
        else { return nil }
        return (number.end + 7)..<end
    }

    private static func kids(_ tree: ArraySlice<UInt8>) -> [Int]? {
        guard let start = tree.firstPlace(of: "/Kids [", from: tree.startIndex),
            let end = tree.firstPlace(of: "]", from: start)
        else { return nil }
        return references(in: tree[start..<end])
    }

    private func streamStart(_ range: Range<Int>) -> (keyword: Int, data: Int)? {
        guard let keyword = bytes[range].firstPlace(of: "\nstream\n", from: range.lowerBound) else { return nil }
        return (keyword + 1, keyword + 8)
    }

    /// The object that a key refers to.
    static func reference(after key: StaticString, in dictionary: ArraySlice<UInt8>) -> Int? {
        guard let place = dictionary.firstPlace(of: key, from: dictionary.startIndex),
            let number = dictionary.number(at: place + key.utf8CodeUnitCount),
            dictionary.hasWord(" 0 R", at: number.end)
        else { return nil }
        return number.value
    }

    /// Every reference in a dictionary or an array.
    static func references(in bytes: ArraySlice<UInt8>) -> [Int] {
        var found: [Int] = []
        var place = bytes.startIndex
        while place < bytes.endIndex {
            guard let number = bytes.number(at: place) else {
                place += 1
                continue
            }
            if bytes.hasWord(" 0 R", at: number.end) { found.append(number.value) }
            place = number.end
        }
        return found
    }
}
