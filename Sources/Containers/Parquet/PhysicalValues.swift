import NativeCodecs

/// The values of one column in the order of the file, missing ones left out until ``spread(over:)``.
///
/// One of the arrays is used, by the layout.
struct PhysicalValues {
    let layout: PhysicalLayout
    var booleans = [Bool]()
    var integers = [Int64]()
    var doubles = [Double]()
    var decimals = [Int128]()
    var texts = TextValues()

    init(_ layout: PhysicalLayout) { self.layout = layout }

    /// Appends values in PLAIN encoding.
    mutating func appendPlain(_ cursor: inout ByteCursor, count: Int) throws(ContainerProblem) {
        if let width = layout.width { return try appendFixed(try cursor.take(count * width), count, width, cursor) }
        switch layout {
        case .boolean:
            let bytes = try cursor.take((count + 7) / 8)
            for index in 0..<count {
                booleans.append(bytes[bytes.startIndex + index >> 3] >> UInt8(index & 7) & 1 == 1)
            }
        case .text:
            for _ in 0..<count { texts.append(bytes: try cursor.take(try cursor.count(4))) }
        case .decimal:
            for _ in 0..<count { decimals.append(try Self.decimal(try cursor.take(try cursor.count(4)), cursor)) }
        default: throw cursor.failure()
        }
    }

    private mutating func appendFixed(
        _ bytes: ArraySlice<UInt8>, _ count: Int, _ width: Int, _ cursor: ByteCursor
    ) throws(ContainerProblem) {
        switch layout {
        case .int32(let isSigned):
            PackedNumbers.append(bytes, count: count, bitWidth: 32, isSigned: isSigned, to: &integers)
        case .int64: PackedNumbers.append(bytes, count: count, to: &integers)
        case .float: PackedNumbers.appendFloats(bytes, count: count, to: &doubles)
        case .double: PackedNumbers.append(bytes, count: count, to: &doubles)
        default:
            for index in 0..<count {
                try append(piece: bytes[(bytes.startIndex + index * width)...].prefix(width), cursor)
            }
        }
    }

    /// Appends one value of the layouts that are taken apart byte by byte.
    private mutating func append(piece: ArraySlice<UInt8>, _ cursor: ByteCursor) throws(ContainerProblem) {
        switch layout {
        case .int96: integers.append(try Self.nanoseconds(piece, cursor))
        case .half:
            let bits = UInt16(piece[piece.startIndex]) | UInt16(piece[piece.startIndex + 1]) << 8
            doubles.append(Double(Float16(bitPattern: bits)))
        case .uuid: texts.append(bytes: Self.hexadecimal(piece)[...])
        case .fixedText: texts.append(bytes: piece)
        case .decimal: decimals.append(try Self.decimal(piece, cursor))
        default: throw cursor.failure()
        }
    }

    /// Appends values of one width whose bytes were brought together from BYTE_STREAM_SPLIT.
    mutating func appendSplit(_ cursor: inout ByteCursor, count: Int, width: Int) throws(ContainerProblem) {
        let bytes = DeltaDecoding.joined(try cursor.take(count * width), count: count, width: width)
        try appendFixed(bytes[...], count, width, cursor)
    }

    /// Appends whole numbers that were written by their differences.
    mutating func append(differences values: [Int64]) {
        if case .int32(let isSigned) = layout {
            integers.append(
                contentsOf: values.lazy.map {
                    isSigned ? Int64(Int32(truncatingIfNeeded: $0)) : Int64(UInt32(truncatingIfNeeded: $0))
                })
        } else {
            integers.append(contentsOf: values)
        }
    }

    /// Appends values that were written as strings by their differences.
    mutating func append(_ strings: ByteStrings, _ cursor: ByteCursor) throws(ContainerProblem) {
        if layout == .text { return texts.append(strings) }
        for index in 0..<strings.count {
            let piece = strings[index]
            guard layout.width ?? piece.count == piece.count else { throw cursor.failure() }
            try append(piece: piece, cursor)
        }
    }

    /// Appends values of a dictionary by their numbers; all of them lie within it.
    ///
    /// - Parameter base: The first word of the dictionary within ``texts``.
    mutating func append(codes: [UInt32], of dictionary: PhysicalValues, base: UInt32) {
        switch layout {
        case .boolean: for code in codes { booleans.append(dictionary.booleans[Int(code)]) }
        case .int32, .int64, .int96: Self.gather(codes, from: dictionary.integers, into: &integers)
        case .float, .double, .half: Self.gather(codes, from: dictionary.doubles, into: &doubles)
        case .decimal: Self.gather(codes, from: dictionary.decimals, into: &decimals)
        default: texts.append(codes: codes, base: base)
        }
    }

    private static func gather<Value>(_ codes: [UInt32], from dictionary: [Value], into values: inout [Value]) {
        let (codes, words) = (codes.span, dictionary.span)
        for index in codes.indices { values.append(words[Int(codes[index])]) }
    }

    /// Puts the values where the rows are that have one.
    mutating func spread(over validity: Validity) {
        switch layout {
        case .boolean: booleans.spread(over: validity, filler: false)
        case .int32, .int64, .int96: integers.spread(over: validity, filler: 0)
        case .float, .double, .half: doubles.spread(over: validity, filler: .nan)
        case .decimal: decimals.spread(over: validity, filler: 0)
        default: texts.spread(over: validity)
        }
    }
}
