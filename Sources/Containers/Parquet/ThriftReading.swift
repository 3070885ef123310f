/// Thrift's compact protocol, as far as Parquet's metadata needs it.
enum ThriftType: UInt8 {
    case stop, yes, no, byte, int16, int32, int64, double, binary, list, set, map, structure
}

/// The head of a field of a structure.
struct ThriftField {
    var id: Int64
    var type: ThriftType
}

extension ByteCursor {
    /// How deeply structures may nest.
    static let mostThriftDepth = 24

    /// The next field; nil at the end of the structure.
    ///
    /// - Parameter last: The id of the field before, 0 at first; set to this one's.
    mutating func field(after last: inout Int64) throws(ContainerProblem) -> ThriftField? {
        let head = try byte()
        guard let type = ThriftType(rawValue: head & 0x0F) else { throw failure() }
        if type == .stop { return nil }
        let step = Int64(head >> 4)
        last = step == 0 ? try zigzag() : last &+ step
        return ThriftField(id: last, type: type)
    }

    /// A whole number of any width.
    mutating func integer(_ field: ThriftField) throws(ContainerProblem) -> Int {
        switch field.type {
        case .byte: Int(Int8(bitPattern: try byte()))
        case .int16, .int32, .int64: Int(try zigzag())
        default: throw failure()
        }
    }

    mutating func flag(_ field: ThriftField) throws(ContainerProblem) -> Bool {
        guard field.type == .yes || field.type == .no else { throw failure() }
        return field.type == .yes
    }

    mutating func binary(_ field: ThriftField) throws(ContainerProblem) -> ArraySlice<UInt8> {
        guard field.type == .binary else { throw failure() }
        return try take(try length(most: left))
    }

    mutating func string(_ field: ThriftField) throws(ContainerProblem) -> String {
        String(decoding: try binary(field), as: UTF8.self)
    }

    /// How many elements of a type a list has. An element takes at least one byte, so that no count exceeds what is left.
    mutating func listCount(_ field: ThriftField, of type: ThriftType) throws(ContainerProblem) -> Int {
        guard field.type == .list else { throw failure() }
        let (count, element) = try listHead()
        guard element == type || count == 0 else { throw failure() }
        return count
    }

    private mutating func listHead() throws(ContainerProblem) -> (Int, ThriftType) {
        let head = try byte()
        guard let type = ThriftType(rawValue: head & 0x0F) else { throw failure() }
        let count = head >> 4 == 15 ? try length(most: left) : Int(head >> 4)
        // An empty list may say nothing of its elements.
        guard type != .stop || count == 0 else { throw failure() }
        return (count, type)
    }

    /// Skips the value of a field.
    mutating func skip(_ field: ThriftField, depth: Int = 0) throws(ContainerProblem) {
        // Truth values of fields stand in the head.
        if field.type == .yes || field.type == .no { return }
        try skipValue(field.type, depth: depth)
    }

    private mutating func skipValue(_ type: ThriftType, depth: Int) throws(ContainerProblem) {
        guard depth < Self.mostThriftDepth else { throw failure() }
        switch type {
        case .stop: throw failure()
        case .yes, .no, .byte: _ = try byte()
        case .int16, .int32, .int64: _ = try varint()
        case .double: _ = try take(8)
        case .binary: _ = try take(try length(most: left))
        case .list, .set:
            let (count, element) = try listHead()
            for _ in 0..<count { try skipValue(element, depth: depth + 1) }
        case .map: try skipMap(depth: depth)
        case .structure:
            var last: Int64 = 0
            while let field = try field(after: &last) { try skip(field, depth: depth + 1) }
        }
    }

    private mutating func skipMap(depth: Int) throws(ContainerProblem) {
        let count = try length(most: left)
        guard count > 0 else { return }
        let types = try byte()
        guard let key = ThriftType(rawValue: types >> 4), let value = ThriftType(rawValue: types & 0x0F) else {
            throw failure()
        }
        for _ in 0..<count {
            try skipValue(key, depth: depth + 1)
            try skipValue(value, depth: depth + 1)
        }
    }
}
