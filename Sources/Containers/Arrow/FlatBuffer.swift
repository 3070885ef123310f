/// A table of a FlatBuffer: fields by their number, each looked up through the table's list of offsets.
///
/// Every offset is checked before it is followed; offsets only lead onwards or to a list of offsets, and nesting is
/// bounded by the reader.
struct FlatTable {
    let bytes: ArraySlice<UInt8>
    private let start: Int
    private let offsets: Int
    private let offsetCount: Int

    /// The root of a buffer.
    init(root bytes: ArraySlice<UInt8>) throws(ContainerProblem) {
        let offset = try Self.number(bytes, bytes.startIndex, 4)
        try self.init(bytes, at: bytes.startIndex + offset)
    }

    private init(_ bytes: ArraySlice<UInt8>, at start: Int) throws(ContainerProblem) {
        let back = try Int(Int32(truncatingIfNeeded: Self.number(bytes, start, 4)))
        let offsets = start - back
        let size = try Self.number(bytes, offsets, 2)
        guard size >= 4, size <= bytes.endIndex - offsets else { throw ArrowProblem.damaged() }
        (self.bytes, self.start, self.offsets, offsetCount) = (bytes, start, offsets, (size - 4) / 2)
    }

    /// An unsigned number of `size` bytes, at most 4.
    private static func number(_ bytes: ArraySlice<UInt8>, _ place: Int, _ size: Int) throws(ContainerProblem) -> Int {
        guard place >= bytes.startIndex, place <= bytes.endIndex - size else { throw ArrowProblem.damaged() }
        var number = 0
        for index in stride(from: size - 1, through: 0, by: -1) { number = number << 8 | Int(bytes[place + index]) }
        return number
    }

    /// Where the field of a number lies; nil where it has its default.
    private func place(_ field: Int) throws(ContainerProblem) -> Int? {
        guard field < offsetCount else { return nil }
        let offset = try Self.number(bytes, offsets + 4 + 2 * field, 2)
        return offset == 0 ? nil : start + offset
    }

    func integer<Number: FixedWidthInteger>(_ field: Int, default value: Number) throws(ContainerProblem) -> Number {
        guard let place = try place(field) else { return value }
        return try Self.integer(bytes, place)
    }

    private static func integer<Number: FixedWidthInteger>(
        _ bytes: ArraySlice<UInt8>, _ place: Int
    ) throws(ContainerProblem) -> Number {
        let size = Number.bitWidth / 8
        guard place >= bytes.startIndex, place <= bytes.endIndex - size else { throw ArrowProblem.damaged() }
        var number: UInt64 = 0
        for byte in bytes[place..<(place + size)].reversed() { number = number << 8 | UInt64(byte) }
        return Number(truncatingIfNeeded: number)
    }

    func flag(_ field: Int) throws(ContainerProblem) -> Bool { try integer(field, default: UInt8(0)) != 0 }

    func string(_ field: Int) throws(ContainerProblem) -> String? {
        guard let place = try target(field) else { return nil }
        let length = try Self.number(bytes, place, 4)
        guard length <= bytes.endIndex - place - 4 else { throw ArrowProblem.damaged() }
        return String(decoding: bytes[(place + 4)..<(place + 4 + length)], as: UTF8.self)
    }

    func table(_ field: Int) throws(ContainerProblem) -> FlatTable? {
        guard let place = try target(field) else { return nil }
        return try FlatTable(bytes, at: place)
    }

    func tables(_ field: Int) throws(ContainerProblem) -> [FlatTable] {
        guard let (first, count) = try vector(field, size: 4) else { return [] }
        var tables = [FlatTable]()
        for index in 0..<count {
            let place = first + 4 * index
            tables.append(try FlatTable(bytes, at: place + (try Self.number(bytes, place, 4))))
        }
        return tables
    }

    /// Structures of `words` numbers of 64 bits each, one after another.
    func longs(_ field: Int, words: Int) throws(ContainerProblem) -> [Int64] {
        guard let (first, count) = try vector(field, size: 8 * words) else { return [] }
        var numbers = [Int64]()
        for index in 0..<(count * words) { numbers.append(try Self.integer(bytes, first + 8 * index)) }
        return numbers
    }

    /// Where an offset leads that a field holds.
    private func target(_ field: Int) throws(ContainerProblem) -> Int? {
        guard let place = try place(field) else { return nil }
        return place + (try Self.number(bytes, place, 4))
    }

    /// The first element of a list, and how many lie within the buffer.
    private func vector(_ field: Int, size: Int) throws(ContainerProblem) -> (first: Int, count: Int)? {
        guard let place = try target(field) else { return nil }
        let count = try Self.number(bytes, place, 4)
        guard count <= (bytes.endIndex - place - 4) / size else { throw ArrowProblem.damaged() }
        return (place + 4, count)
    }
}
