extension PhysicalValues {
    /// A big-endian whole number in two's complement; throws where it takes more than 128 bits.
    static func decimal(_ bytes: ArraySlice<UInt8>, _ cursor: ByteCursor) throws(ContainerProblem) -> Int128 {
        guard let first = bytes.first else { return 0 }
        let sign: UInt8 = first & 0x80 == 0 ? 0 : 0xFF
        // What lies above 128 bits must be nothing but sign.
        let surplus = max(0, bytes.count - 16)
        guard bytes.prefix(surplus).allSatisfy({ $0 == sign }) else {
            throw cursor.failure("a decimal of more than 38 digits")
        }
        var number: Int128 = sign == 0 ? 0 : -1
        for byte in bytes.dropFirst(surplus) { number = number << 8 | Int128(byte) }
        guard surplus == 0 || (number < 0) == (sign != 0) else {
            throw cursor.failure("a decimal of more than 38 digits")
        }
        return number
    }

    /// Nanoseconds since 1970 of eight bytes of nanoseconds and four of a Julian day.
    static func nanoseconds(_ bytes: ArraySlice<UInt8>, _ cursor: ByteCursor) throws(ContainerProblem) -> Int64 {
        var (clock, day) = (UInt64(0), UInt32(0))
        for byte in bytes.prefix(8).reversed() { clock = clock << 8 | UInt64(byte) }
        for byte in bytes.suffix(4).reversed() { day = day << 8 | UInt32(byte) }
        let days = Int64(Int32(bitPattern: day)) - 2_440_588
        let (start, overflows) = days.multipliedReportingOverflow(by: TimeValues.Unit.nanosecond.perDay)
        let (moment, overflowsToo) = start.addingReportingOverflow(Int64(bitPattern: clock))
        guard !overflows, !overflowsToo else { throw cursor.failure("a moment outside the years 1678 to 2261") }
        return moment
    }

    /// `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`.
    static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        var text = [UInt8]()
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(UInt8(ascii: "-")) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return text
    }

    /// The values of a column with their meaning, once they are spread.
    func columnValues(_ meaning: ParquetMeaning, name: String) throws(ContainerProblem) -> ColumnValues {
        if case .decimal(let scale) = meaning {
            guard DecimalValues.scales.contains(scale) else {
                throw ParquetProblem.kind("a decimal with \(scale) digits behind the point", name)
            }
            let unscaled = decimals.isEmpty ? integers.map { Int128($0) } : decimals
            if doubles.isEmpty, booleans.isEmpty, texts.count == 0 {
                return .decimals(DecimalValues(unscaled: unscaled, scale: scale))
            }
        }
        return switch layout {
        case .boolean: .booleans(booleans)
        case .float, .double, .half: .doubles(doubles)
        case .int32, .int64, .int96: whole(meaning)
        case .decimal: .decimals(DecimalValues(unscaled: decimals, scale: 0))
        default: .texts(texts)
        }
    }

    private func whole(_ meaning: ParquetMeaning) -> ColumnValues {
        if case .time(let unit, let meaning) = meaning {
            return .times(TimeValues(counts: integers, unit: unit, meaning: meaning))
        }
        // Unsigned numbers above 2⁶³ − 1 need more than 64 bits with a sign.
        guard meaning == .unsigned, layout == .int64, integers.contains(where: { $0 < 0 }) else {
            return .integers(integers)
        }
        return .decimals(DecimalValues(unscaled: integers.map { Int128(UInt64(bitPattern: $0)) }, scale: 0))
    }
}
