import NativeCodecs

/// The values of one column through all batches.
struct ArrowColumn {
    let field: ArrowField
    private(set) var validity = Validity()
    private var booleans = [Bool]()
    private var integers = [Int64]()
    private var doubles = [Double]()
    private var decimals = [Int128]()
    private(set) var texts = TextValues()

    init(_ field: ArrowField) { self.field = field }

    var count: Int { validity.count }

    /// Appends the column's part of a batch; for a column of codes the part is codes.
    mutating func append(
        _ buffers: inout ArrowBuffers, dictionary: ArrowColumn?, _ budgets: inout ArrowBudgets
    ) throws(ContainerProblem) {
        let count = try buffers.node()
        try budgets.memory.take(count, of: 17)
        guard field.dictionary == nil else {
            guard let dictionary else { throw buffers.failure("codes without a dictionary") }
            return try appendCodes(&buffers, count, dictionary, &budgets)
        }
        if field.type == .null {
            validity.append(repeating: false, count: count)
            integers.append(contentsOf: repeatElement(0, count: count))
            return
        }
        try appendValidity(&buffers, count, &budgets)
        switch field.type {
        case .text(let size): try appendTexts(&buffers, count, offsetSize: size, &budgets)
        case .textView: try appendViews(&buffers, count, &budgets)
        default: try appendFixed(try buffers.buffer(&budgets), count, buffers, &budgets)
        }
    }

    private mutating func appendValidity(
        _ buffers: inout ArrowBuffers, _ count: Int, _ budgets: inout ArrowBudgets
    ) throws(ContainerProblem) {
        let bits = try buffers.buffer(&budgets)
        // Where nothing is missing, the buffer may be empty.
        if bits.isEmpty { return validity.append(repeating: true, count: count) }
        guard bits.count >= (count + 7) / 8 else { throw buffers.failure() }
        validity.append(packed: bits, count: count)
    }

    private mutating func appendFixed(
        _ bytes: ArraySlice<UInt8>, _ count: Int, _ buffers: ArrowBuffers, _ budgets: inout ArrowBudgets
    ) throws(ContainerProblem) {
        let width = field.type.width
        guard width >= 0, width <= 1 << 20, bytes.count >= (width == 0 ? (count + 7) / 8 : count * width) else {
            throw buffers.failure()
        }
        switch field.type {
        case .boolean:
            for index in 0..<count {
                booleans.append(bytes[bytes.startIndex + index >> 3] >> UInt8(index & 7) & 1 == 1)
            }
        case .integer(let bits, let isSigned):
            PackedNumbers.append(bytes, count: count, bitWidth: bits, isSigned: isSigned, to: &integers)
        case .time:
            PackedNumbers.append(bytes, count: count, bitWidth: width * 8, isSigned: true, to: &integers)
        case .floating(8): PackedNumbers.append(bytes, count: count, to: &doubles)
        case .floating(4): PackedNumbers.appendFloats(bytes, count: count, to: &doubles)
        case .floating: for index in 0..<count { doubles.append(Self.half(bytes, index)) }
        case .fixedText:
            try budgets.memory.take(count, of: width)
            for index in 0..<count { texts.append(bytes: Self.piece(bytes, index, width)) }
        case .decimal: for index in 0..<count { decimals.append(try decimal(Self.piece(bytes, index, width), buffers)) }
        default: throw buffers.failure()
        }
    }

    private static func piece(_ bytes: ArraySlice<UInt8>, _ index: Int, _ width: Int) -> ArraySlice<UInt8> {
        bytes[(bytes.startIndex + index * width)...].prefix(width)
    }

    private static func half(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Double {
        let place = bytes.startIndex + 2 * index
        return Double(Float16(bitPattern: UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8))
    }

    /// A little-endian whole number in two's complement.
    private func decimal(_ bytes: ArraySlice<UInt8>, _ buffers: ArrowBuffers) throws(ContainerProblem) -> Int128 {
        try PhysicalValues.decimal(Array(bytes.reversed())[...], ByteCursor(bytes, or: buffers.failure()))
    }

    private mutating func appendTexts(
        _ buffers: inout ArrowBuffers, _ count: Int, offsetSize: Int, _ budgets: inout ArrowBudgets
    ) throws(ContainerProblem) {
        let ends = try buffers.buffer(&budgets)
        let bytes = try buffers.buffer(&budgets)
        if count == 0 { return }
        var cursor = ByteCursor(ends, or: buffers.failure())
        var start = try cursor.count(offsetSize)
        for _ in 0..<count {
            let end = try cursor.count(offsetSize)
            guard start <= end, end <= bytes.count else { throw buffers.failure("a text beyond its buffer") }
            try budgets.memory.take(end - start)
            texts.append(bytes: bytes[(bytes.startIndex + start)..<(bytes.startIndex + end)])
            start = end
        }
    }

    private mutating func appendViews(
        _ buffers: inout ArrowBuffers, _ count: Int, _ budgets: inout ArrowBudgets
    ) throws(ContainerProblem) {
        let views = try buffers.buffer(&budgets)
        var pools = [ArraySlice<UInt8>]()
        for _ in 0..<(try buffers.viewCount()) { pools.append(try buffers.buffer(&budgets)) }
        guard views.count / 16 >= count else { throw buffers.failure() }
        for index in 0..<count {
            let row = validity.count - count + index
            let text = validity[row] ? try Self.view(Self.piece(views, index, 16), pools, buffers) : []
            try budgets.memory.take(text.count)
            texts.append(bytes: text)
        }
    }

    /// A length, and either up to 12 bytes of text, or 4 of them, the number of a buffer, and an offset.
    private static func view(
        _ view: ArraySlice<UInt8>, _ pools: [ArraySlice<UInt8>], _ buffers: ArrowBuffers
    ) throws(ContainerProblem) -> ArraySlice<UInt8> {
        var cursor = ByteCursor(view, or: buffers.failure())
        let length = try cursor.count(4)
        if length <= 12 { return try cursor.take(length) }
        _ = try cursor.take(4)
        let (pool, offset) = (try cursor.count(4), try cursor.count(4))
        guard pool < pools.count, offset <= pools[pool].count, length <= pools[pool].count - offset else {
            throw buffers.failure("a text beyond its buffer")
        }
        return pools[pool][(pools[pool].startIndex + offset)...].prefix(length)
    }

    private mutating func appendCodes(
        _ buffers: inout ArrowBuffers, _ count: Int, _ dictionary: ArrowColumn, _ budgets: inout ArrowBudgets
    ) throws(ContainerProblem) {
        let before = validity.count
        try appendValidity(&buffers, count, &budgets)
        let bytes = try buffers.buffer(&budgets)
        guard bytes.count >= count * field.codeBits / 8 else { throw buffers.failure() }
        var codes = [Int64]()
        PackedNumbers.append(
            bytes, count: count, bitWidth: field.codeBits, isSigned: field.areCodesSigned, to: &codes)
        // Missing rows may hold any code, and a word of the dictionary may itself be missing.
        var flags = [Bool]()
        for (index, code) in codes.enumerated() {
            guard validity[before + index] else {
                flags.append(false)
                continue
            }
            guard code >= 0, code < dictionary.count else { throw buffers.failure("a code beyond the dictionary") }
            flags.append(dictionary.validity[Int(code)])
        }
        try append(codes, flags, of: dictionary, &budgets)
        if flags.contains(false) { validity = Validity((0..<before).map { validity[$0] } + flags) }
    }

    private mutating func append(
        _ codes: [Int64], _ flags: [Bool], of dictionary: ArrowColumn, _ budgets: inout ArrowBudgets
    ) throws(ContainerProblem) {
        var base: UInt32 = 0
        if dictionary.texts.count > 0 {
            try budgets.memory.take(dictionary.texts.words.size)
            try budgets.memory.take(dictionary.texts.words.count, of: 8)
            base = texts.adopt(dictionary.texts.words)
        }
        for (code, isValid) in zip(codes, flags) {
            let row = isValid ? Int(code) : 0
            switch field.type {
            case .floating: doubles.append(isValid ? dictionary.doubles[row] : .nan)
            case .boolean: booleans.append(isValid && dictionary.booleans[row])
            case .decimal: decimals.append(isValid ? dictionary.decimals[row] : 0)
            case .text, .textView, .fixedText:
                texts.append(code: isValid ? dictionary.texts.code(row) + base : TextValues.none)
            default: integers.append(isValid ? dictionary.integers[row] : 0)
            }
        }
    }

    /// The finished column.
    func column() throws(ContainerProblem) -> TableColumn {
        TableColumn(name: field.name, values: try values(), validity: validity)
    }

    private func values() throws(ContainerProblem) -> ColumnValues {
        switch field.type {
        case .floating: .doubles(doubles)
        case .boolean: .booleans(booleans)
        case .text, .textView, .fixedText: .texts(texts)
        case .time(let unit, let meaning, _): .times(TimeValues(counts: integers, unit: unit, meaning: meaning))
        case .decimal(_, let scale):
            .decimals(DecimalValues(unscaled: decimals, scale: scale))
        case .integer(64, false) where integers.contains { $0 < 0 }:
            .decimals(DecimalValues(unscaled: integers.map { Int128(UInt64(bitPattern: $0)) }, scale: 0))
        default: .integers(integers)
        }
    }
}

extension ArrowType {
    /// Bytes of a value in its buffer; 0 for bits, −1 where they differ.
    fileprivate var width: Int {
        switch self {
        case .boolean: 0
        case .integer(let bits, _): bits / 8
        case .floating(let bytes), .decimal(let bytes, _), .time(_, _, let bytes): bytes
        case .fixedText(let width): width
        default: -1
        }
    }
}
