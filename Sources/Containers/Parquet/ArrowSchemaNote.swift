/// What Arrow's writers note in Parquet files about the table that they wrote: zones of moments, and durations, which
/// Parquet itself does not know.
struct ArrowSchemaNote {
    private var types: [String: ArrowType] = [:]

    /// Nil where the note is not what Arrow writes.
    init?(_ base64: ArraySlice<UInt8>) {
        guard let bytes = Self.decoded(base64) else { return nil }
        var messages = ArrowMessages(bytes)
        guard let message = try? messages.next(), message.kind == .schema, let schema = try? ArrowSchema(message.head)
        else { return nil }
        for field in schema.fields { types[field.name] = field.type }
    }

    /// Gives moments their zones and durations their units.
    func apply(to table: inout ColumnTable) {
        for index in table.columns.indices {
            guard case .time(let unit, let meaning, _) = types[table.columns[index].name] else { continue }
            switch (table.columns[index].values, meaning) {
            case (.times(var values), .instant):
                guard case .instant = values.meaning else { continue }
                values.meaning = meaning
                table.columns[index].values = .times(values)
            case (.integers(let counts), .duration):
                table.columns[index].values = .times(TimeValues(counts: counts, unit: unit, meaning: .duration))
            default: continue
            }
        }
    }

    /// Bytes of base 64 (RFC 4648); nil where there is another character.
    private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        var (bytes, bits, count) = ([UInt8](), UInt32(0), 0)
        for character in text where character != UInt8(ascii: "=") {
            guard let value = value(character) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func value(_ character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
