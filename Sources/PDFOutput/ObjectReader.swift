import NativeCodecs

/// Reads the objects of a PDF file from the places that its cross-references give.
struct ObjectReader {
    private let bytes: [UInt8]
    private let table: CrossReferences

    init(_ bytes: [UInt8], _ table: CrossReferences) {
        self.bytes = bytes
        self.table = table
    }

    /// Every object by number; nil where one is not where it should be.
    func contents() -> [CairoFile.Content?]? {
        var contents = [CairoFile.Content?](repeating: nil, count: table.places.count)
        var streams: [Int: [ArraySlice<UInt8>]] = [:]
        for (number, place) in table.places.enumerated() {
            switch place {
            case nil: continue
            case .byte(let start):
                guard let object = Self.object(bytes, at: start, length: length), object.number == number else {
                    return nil
                }
                contents[number] = object.content
            case .packed(let stream, let index):
                if streams[stream] == nil { streams[stream] = unpacked(stream) }
                guard let values = streams[stream], values.indices.contains(index) else { return nil }
                contents[number] = .value(values[index])
            }
        }
        return contents
    }

    /// The object that begins at a byte, with its number.
    static func object(
        _ bytes: [UInt8], at start: Int, length: (Int) -> Int?
    ) -> (number: Int, content: CairoFile.Content)? {
        var scanner = PDFScanner(bytes[...], at: start)
        guard start < bytes.count, let number = scanner.integer(), scanner.integer() != nil, scanner.take("obj"),
            let value = scanner.value()
        else { return nil }
        guard scanner.take("stream") else { return (number, .value(bytes[value])) }
        var place = scanner.place
        if place < bytes.count, bytes[place] == 0x0D { place += 1 }
        if place < bytes.count, bytes[place] == 0x0A { place += 1 }
        guard let dictionary = PDFDictionary(bytes[value]),
            let count = dictionary.reference("/Length").map(length) ?? dictionary.integer("/Length"),
            place + count <= bytes.count
        else { return nil }
        return (number, .stream(dictionary: bytes[value], data: bytes[place..<(place + count)]))
    }

    /// The data of a stream without its filter; nil for filters other than deflate.
    static func decoded(_ dictionary: PDFDictionary, _ data: ArraySlice<UInt8>) -> [UInt8]? {
        guard let filter = dictionary["/Filter"] else { return Array(data) }
        var scanner = PDFScanner(filter)
        let isArray = scanner.take("[")
        guard let name = scanner.name(), name.elementsEqual("/FlateDecode".utf8), !isArray || scanner.take("]"),
            let plain = ZlibFrame.inflate(data)
        else { return nil }
        guard let parameters = dictionary["/DecodeParms"].flatMap({ PDFDictionary($0) }),
            let predictor = parameters.integer("/Predictor"), predictor >= 10
        else { return plain }
        return RowPredictor.undone(plain, columns: parameters.integer("/Columns") ?? 1)
    }

    /// The number that an object is: the length of a stream that was not known when its dictionary was written.
    private func length(_ object: Int) -> Int? {
        guard table.places.indices.contains(object), case .byte(let start) = table.places[object] else { return nil }
        var scanner = PDFScanner(bytes[...], at: start)
        guard scanner.integer() == object, scanner.integer() != nil, scanner.take("obj") else { return nil }
        return scanner.integer()
    }

    /// The values of a stream of objects (ISO 32000-1, 7.5.7).
    private func unpacked(_ stream: Int) -> [ArraySlice<UInt8>]? {
        guard table.places.indices.contains(stream), case .byte(let start) = table.places[stream],
            case .stream(let head, let data)? = Self.object(bytes, at: start, length: length)?.content,
            let dictionary = PDFDictionary(head), dictionary.has("/Type", "/ObjStm"),
            let count = dictionary.integer("/N"), let first = dictionary.integer("/First"),
            let plain = Self.decoded(dictionary, data), first <= plain.count, count <= plain.count
        else { return nil }
        var scanner = PDFScanner(plain[..<first])
        var values: [ArraySlice<UInt8>] = []
        for _ in 0..<count {
            guard scanner.integer() != nil, let offset = scanner.integer(), first + offset < plain.count else {
                return nil
            }
            var value = PDFScanner(plain[...], at: first + offset)
            guard let range = value.value() else { return nil }
            values.append(plain[range])
        }
        return values
    }
}

/// PNG's prediction of rows (ISO 15948, 9.2), with which some programs write their cross-references.
enum RowPredictor {
    /// The bytes before prediction; nil where they are no whole rows. One byte a column.
    static func undone(_ bytes: [UInt8], columns: Int) -> [UInt8]? {
        guard columns > 0, columns < 1 << 20, bytes.count.isMultiple(of: columns + 1) else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var above = [UInt8](repeating: 0, count: columns)
        for start in stride(from: 0, to: bytes.count, by: columns + 1) {
            var row = Array(bytes[(start + 1)..<(start + 1 + columns)])
            for index in row.indices {
                let left = index > 0 ? row[index - 1] : 0
                switch bytes[start] {
                case 0: break
                case 1: row[index] &+= left
                case 2: row[index] &+= above[index]
                case 3: row[index] &+= UInt8((Int(left) + Int(above[index])) / 2)
                default: return nil
                }
            }
            output += row
            above = row
        }
        return output
    }
}
