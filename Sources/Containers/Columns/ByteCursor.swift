/// Reads little-endian numbers from bytes, one after another; every step checks that the bytes are there.
struct ByteCursor {
    let bytes: ArraySlice<UInt8>
    /// Index in ``bytes`` of what comes next.
    private(set) var position: Int
    /// The problem that a missing or wrong byte is.
    private let problem: ContainerProblem

    /// - Parameter problem: What is thrown, with the place, where bytes are missing or wrong.
    init(_ bytes: ArraySlice<UInt8>, or problem: ContainerProblem) {
        self.bytes = bytes
        self.problem = problem
        position = bytes.startIndex
    }

    var isAtEnd: Bool { position >= bytes.endIndex }
    /// How many bytes are left.
    var left: Int { bytes.endIndex - position }
    /// What has not been read.
    var rest: ArraySlice<UInt8> { bytes[position...] }

    /// The problem, at the present place of the file where the bytes are the file's own.
    func failure(_ fact: String? = nil) -> ContainerProblem {
        var problem = problem
        if problem.byte == nil { problem.byte = position }
        if let fact { problem.fact += ": " + fact }
        return problem
    }

    mutating func take(_ count: Int) throws(ContainerProblem) -> ArraySlice<UInt8> {
        guard count >= 0, count <= left else { throw failure() }
        defer { position += count }
        return bytes[position..<(position + count)]
    }

    mutating func byte() throws(ContainerProblem) -> UInt8 {
        guard position < bytes.endIndex else { throw failure() }
        defer { position += 1 }
        return bytes[position]
    }

    /// A whole number of `size` bytes, at most 8.
    mutating func unsigned(_ size: Int) throws(ContainerProblem) -> UInt64 {
        var number: UInt64 = 0
        for byte in try take(size).reversed() { number = number << 8 | UInt64(byte) }
        return number
    }

    /// A length or offset of `size` bytes; throws where no `Int` holds it.
    mutating func count(_ size: Int) throws(ContainerProblem) -> Int {
        guard let count = Int(exactly: try unsigned(size)) else { throw failure() }
        return count
    }

    /// An unsigned number of seven bits a byte (LEB128).
    mutating func varint() throws(ContainerProblem) -> UInt64 {
        var (number, shift): (UInt64, UInt64) = (0, 0)
        while true {
            let byte = try byte()
            guard shift < 63 || shift == 63 && byte <= 1 else { throw failure() }
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
    }

    /// A signed number of seven bits a byte, the sign in the lowest bit.
    mutating func zigzag() throws(ContainerProblem) -> Int64 {
        let number = try varint()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    /// A length written as a varint; throws where it is greater than `most`.
    mutating func length(most: Int) throws(ContainerProblem) -> Int {
        guard let length = Int(exactly: try varint()), length <= most else { throw failure() }
        return length
    }
}
