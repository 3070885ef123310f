import NativeCodecs

/// The objects of a PDF file being made, and the file itself.
///
/// Written with object streams (PDF 1.5): a tagged report has thousands of small objects, which take 300 KB one by one
/// and 20 KB together.
struct PDFObjects {
    private enum Object {
        /// Where its content stands in the arena.
        case plain(Range<Int>)
        case stream(head: String, data: ArraySlice<UInt8>)
    }

    /// By number; 0 is never used.
    private var objects: [Object?] = [nil]
    private var arena: [UInt8] = []
    private static let objectsPerStream = 400

    /// Sets an object that is not a stream.
    mutating func set(_ number: Int, _ content: PDFSyntax) {
        objects[number] = .plain(arena.count..<(arena.count + content.count))
        arena += content.bytes
    }

    /// Sets an object that is not a stream.
    mutating func set(_ number: Int, _ content: String) {
        let start = arena.count
        arena += content.utf8
        objects[number] = .plain(start..<arena.count)
    }

    /// Sets a stream; `head` is the inside of its dictionary without the length.
    mutating func setStream(_ number: Int, head: String, _ data: ArraySlice<UInt8>) {
        objects[number] = .stream(head: head, data: data)
    }

    /// A number for a new object; the object is empty, and no PDF, until it is set.
    mutating func allocate() -> Int {
        objects.append(.plain(arena.count..<arena.count))
        return objects.count - 1
    }

    /// A number for a new object that is not a stream.
    mutating func add(_ content: String) -> Int {
        let number = allocate()
        set(number, content)
        return number
    }

    /// A number for a new object that is not a stream.
    mutating func add(_ content: PDFSyntax) -> Int {
        let number = allocate()
        set(number, content)
        return number
    }

    /// A number for a new stream.
    mutating func addStream(head: String, _ data: [UInt8]) -> Int {
        let number = allocate()
        setStream(number, head: head, data[...])
        return number
    }

    // MARK: The file

    private enum Place {
        case free
        case byte(Int)
        case packed(stream: Int, index: Int)
    }

    /// The file; its identifier is made from its content.
    consuming func file(root: Int, info: Int) -> [UInt8] {
        var output: [UInt8] = Array("%PDF-1.7\n%".utf8) + [0xB5, 0xED, 0xAE, 0xFB, 0x0A]
        var places = [Place](repeating: .free, count: objects.count)
        for (number, object) in objects.enumerated() {
            guard case .stream(let head, let data) = object else { continue }
            places[number] = .byte(output.count)
            Self.append(number, head: head, data, to: &output)
        }
        let plain = objects.indices.filter { if case .plain = objects[$0] { true } else { false } }
        for start in stride(from: 0, to: plain.count, by: Self.objectsPerStream) {
            let members = plain[start..<min(start + Self.objectsPerStream, plain.count)]
            for (index, member) in members.enumerated() { places[member] = .packed(stream: places.count, index: index) }
            places.append(.byte(output.count))
            pack(members, as: places.count - 1, to: &output)
        }
        appendTable(places, root: root, info: info, to: &output)
        return output
    }

    private static func append(_ number: Int, head: String, _ data: ArraySlice<UInt8>, to output: inout [UInt8]) {
        output += "\(number) 0 obj\n<< \(head) /Length \(data.count) >>\nstream\n".utf8
        output += data
        output += "\nendstream\nendobj\n".utf8
    }

    private func pack(_ members: ArraySlice<Int>, as number: Int, to output: inout [UInt8]) {
        var index = PDFSyntax()
        var body: [UInt8] = []
        for member in members {
            guard case .plain(let content) = objects[member] else { continue }
            index.write(member)
            index.write(" ")
            index.write(body.count)
            index.write(" ")
            body += arena[content]
            body.append(0x0A)
        }
        let packed = ZlibFrame.deflate((index.bytes + body)[...])
        let head = "/Type /ObjStm /N \(members.count) /First \(index.count) /Filter /FlateDecode"
        Self.append(number, head: head, packed[...], to: &output)
    }

    private func appendTable(_ places: [Place], root: Int, info: Int, to output: inout [UInt8]) {
        let start = output.count
        var rows: [UInt8] = []
        rows.reserveCapacity((places.count + 1) * 7)
        func row(_ kind: UInt8, _ second: Int, _ third: Int) {
            rows += [kind, UInt8(second >> 24 & 0xFF), UInt8(second >> 16 & 0xFF), UInt8(second >> 8 & 0xFF)]
            rows += [UInt8(second & 0xFF), UInt8(third >> 8 & 0xFF), UInt8(third & 0xFF)]
        }
        for (number, place) in places.enumerated() {
            switch place {
            case .free: row(0, 0, number == 0 ? 65_535 : 0)
            case .byte(let offset): row(1, offset, 0)
            case .packed(let stream, let index): row(2, stream, index)
            }
        }
        row(1, start, 0)
        let identifier = Self.identifier(of: output)
        let head = """
            /Type /XRef /Size \(places.count + 1) /W [1 4 2] /Root \(root) 0 R /Info \(info) 0 R \
            /ID [<\(identifier)> <\(identifier)>] /Filter /FlateDecode
            """
        Self.append(places.count, head: head, ZlibFrame.deflate(rows[...])[...], to: &output)
        output += "startxref\n\(start)\n%%EOF\n".utf8
    }

    /// 32 hexadecimal digits that depend on every byte (FNV-1a over words, from two seeds).
    private static func identifier(of bytes: [UInt8]) -> String {
        var (left, right): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15)
        for byte in bytes {
            left = (left ^ UInt64(byte)) &* 0x100_0000_01B3
            right = (right ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return [left, right].map { word in
            let digits = String(word, radix: 16, uppercase: true)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
