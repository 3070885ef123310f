/// Where the objects of a PDF file stand (ISO 32000-1, 7.5.4 and 7.5.8), and which of them is the root.
struct CrossReferences {
    /// Where one object stands.
    enum Place: Equatable {
        /// At a byte of the file.
        case byte(Int)
        /// In a stream of objects.
        case packed(stream: Int, index: Int)
    }

    /// By number; nil for unused ones.
    private(set) var places: [Place?] = []
    /// The object of the root.
    private(set) var root = 0
    private var isKnown: [Bool] = []

    /// Cairo's files have some hundred objects; a damaged number must not fill the memory.
    private static let mostObjects = 1_000_000

    /// Nil for a file whose places cannot be read.
    init?(_ bytes: [UInt8]) {
        guard let keyword = bytes.suffix(1024).lastPlace(of: "startxref") else { return nil }
        var scanner = PDFScanner(bytes[...], at: keyword + 9)
        var next = scanner.integer()
        var last: PDFDictionary?
        // Later sections replace what earlier ones say; they are met first.
        for _ in 0..<64 {
            guard let start = next else { break }
            guard start < bytes.count, let section = read(bytes, at: start) else { return nil }
            last = last ?? section
            next = section.integer("/Prev")
        }
        guard let root = last?.reference("/Root") else { return nil }
        self.root = root
    }

    /// Reads a section, whichever form it has; returns its trailer.
    private mutating func read(_ bytes: [UInt8], at start: Int) -> PDFDictionary? {
        var scanner = PDFScanner(bytes[...], at: start)
        return scanner.take("xref") ? readTable(bytes, &scanner) : readStream(bytes, at: start)
    }

    private mutating func readTable(_ bytes: [UInt8], _ scanner: inout PDFScanner) -> PDFDictionary? {
        while !scanner.take("trailer") {
            guard let first = scanner.integer(), let count = scanner.integer(), first + count <= Self.mostObjects else {
                return nil
            }
            for object in first..<(first + count) {
                guard let place = scanner.integer(), scanner.integer() != nil else { return nil }
                if scanner.take("n") {
                    set(object, .byte(place))
                } else if scanner.take("f") {
                    set(object, nil)
                } else {
                    return nil
                }
            }
        }
        guard let value = scanner.value() else { return nil }
        return PDFDictionary(bytes[value])
    }

    private mutating func readStream(_ bytes: [UInt8], at start: Int) -> PDFDictionary? {
        guard let object = ObjectReader.object(bytes, at: start, length: { _ in nil }),
            case .stream(let head, let data) = object.content,
            let dictionary = PDFDictionary(head), dictionary.has("/Type", "/XRef"),
            let widths = dictionary.integers("/W"), widths.count == 3, widths.allSatisfy({ $0 <= 8 }),
            let size = dictionary.integer("/Size"),
            let rows = ObjectReader.decoded(dictionary, data)
        else { return nil }
        let width = widths.reduce(0, +)
        let sections = dictionary.integers("/Index") ?? [0, size]
        guard width > 0, sections.count.isMultiple(of: 2) else { return nil }
        var place = 0
        for index in stride(from: 0, to: sections.count, by: 2) {
            let (first, count) = (sections[index], sections[index + 1])
            guard first + count <= Self.mostObjects, place + count * width <= rows.count else { return nil }
            for object in first..<(first + count) {
                setRow(object, rows[place..<(place + width)], widths)
                place += width
            }
        }
        return dictionary
    }

    private mutating func setRow(_ object: Int, _ row: ArraySlice<UInt8>, _ widths: [Int]) {
        var rest = row
        let fields = widths.map { width -> Int in
            defer { rest = rest.dropFirst(width) }
            return rest.prefix(width).reduce(0) { ($0 & 0xFF_FFFF_FFFF_FFFF) << 8 | Int($1) } & Int.max
        }
        // Without a field of kinds every row is of the usual kind.
        switch widths[0] == 0 ? 1 : fields[0] {
        case 1: set(object, .byte(fields[1]))
        case 2: set(object, .packed(stream: fields[1], index: fields[2]))
        default: set(object, nil)
        }
    }

    private mutating func set(_ object: Int, _ place: Place?) {
        while places.count <= object {
            places.append(nil)
            isKnown.append(false)
        }
        guard !isKnown[object] else { return }
        places[object] = place
        isKnown[object] = true
    }
}
