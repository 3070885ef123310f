/// What the foot of a Parquet file says: `FileMetaData` of parquet.thrift, as far as flat columns need it.
struct ParquetMetadata {
    var schema = [SchemaElement]()
    var rowCount = 0
    var rowGroups = [RowGroup]()
    /// What pandas adds, as JSON.
    var pandas: ArraySlice<UInt8>?
    /// The schema of the Arrow table that was written, as a message in base 64.
    var arrowSchema: ArraySlice<UInt8>?
    var isEncrypted = false

    /// A node of the schema, depth first.
    struct SchemaElement {
        var physicalType: Int?
        var typeLength = 0
        var repetition = 0
        var name = ""
        var childCount = 0
        var convertedType: Int?
        var scale = 0
        var logicalType: LogicalType?
    }

    /// The logical types that have parameters, and the number of the others in the union.
    enum LogicalType: Equatable {
        case decimal(scale: Int)
        case time(unit: Int, isUTC: Bool)
        case timestamp(unit: Int, isUTC: Bool)
        case integer(bitWidth: Int, isSigned: Bool)
        case other(Int)
    }

    struct RowGroup {
        var columns = [ColumnChunk]()
        var rowCount = 0
    }

    struct ColumnChunk {
        var isElsewhere = false
        var isEncrypted = false
        var hasMetadata = false
        var physicalType = -1
        var codec = 0
        var valueCount = 0
        var dataOffset = 0
        var dictionaryOffset: Int?

        /// Where the first page begins; some writers give a dictionary that lies behind, which is none.
        var start: Int {
            guard let dictionaryOffset, dictionaryOffset > 0, dictionaryOffset < dataOffset else { return dataOffset }
            return dictionaryOffset
        }
    }
}

extension ParquetMetadata {
    init(_ cursor: inout ByteCursor) throws(ContainerProblem) {
        var last: Int64 = 0
        while let field = try cursor.field(after: &last) {
            switch field.id {
            case 2:
                for _ in 0..<(try cursor.listCount(field, of: .structure)) { schema.append(try .init(&cursor)) }
            case 3: rowCount = try cursor.integer(field)
            case 4:
                for _ in 0..<(try cursor.listCount(field, of: .structure)) { rowGroups.append(try .init(&cursor)) }
            case 5:
                for _ in 0..<(try cursor.listCount(field, of: .structure)) { try readPair(&cursor) }
            case 8:
                isEncrypted = true
                try cursor.skip(field)
            default: try cursor.skip(field)
            }
        }
    }

    private mutating func readPair(_ cursor: inout ByteCursor) throws(ContainerProblem) {
        var (last, key, value): (Int64, ArraySlice<UInt8>, ArraySlice<UInt8>) = (0, [], [])
        while let field = try cursor.field(after: &last) {
            switch field.id {
            case 1: key = try cursor.binary(field)
            case 2: value = try cursor.binary(field)
            default: try cursor.skip(field)
            }
        }
        if key.elementsEqual("pandas".utf8) { pandas = value }
        if key.elementsEqual("ARROW:schema".utf8) { arrowSchema = value }
    }
}

extension ParquetMetadata.SchemaElement {
    fileprivate init(_ cursor: inout ByteCursor) throws(ContainerProblem) {
        var last: Int64 = 0
        while let field = try cursor.field(after: &last) {
            switch field.id {
            case 1: physicalType = try cursor.integer(field)
            case 2: typeLength = try cursor.integer(field)
            case 3: repetition = try cursor.integer(field)
            case 4: name = try cursor.string(field)
            case 5: childCount = try cursor.integer(field)
            case 6: convertedType = try cursor.integer(field)
            case 7: scale = try cursor.integer(field)
            case 10 where field.type == .structure: logicalType = try .init(&cursor)
            default: try cursor.skip(field)
            }
        }
    }
}

extension ParquetMetadata.LogicalType {
    /// A union: a structure with one field, whose id is the type.
    fileprivate init?(_ cursor: inout ByteCursor) throws(ContainerProblem) {
        var last: Int64 = 0
        var type: Self?
        while let field = try cursor.field(after: &last) {
            guard field.type == .structure else {
                try cursor.skip(field)
                continue
            }
            type = try Self.member(field.id, &cursor)
        }
        guard let type else { return nil }
        self = type
    }

    /// The parameters of a member: numbers and truth values by their ids, and the number of a unit.
    private static func member(_ id: Int64, _ cursor: inout ByteCursor) throws(ContainerProblem) -> Self {
        var (last, first, second, unit, isFirst, isSecond) = (Int64(0), 0, 0, 0, false, false)
        while let field = try cursor.field(after: &last) {
            switch (field.id, field.type) {
            case (1, .byte), (1, .int16), (1, .int32): first = try cursor.integer(field)
            case (2, .byte), (2, .int16), (2, .int32): second = try cursor.integer(field)
            case (1, .yes), (1, .no): isFirst = field.type == .yes
            case (2, .yes), (2, .no): isSecond = field.type == .yes
            case (2, .structure): unit = try unitNumber(&cursor)
            default: try cursor.skip(field)
            }
        }
        _ = second
        return switch id {
        case 5: .decimal(scale: first)
        case 7: .time(unit: unit, isUTC: isFirst)
        case 8: .timestamp(unit: unit, isUTC: isFirst)
        case 10: .integer(bitWidth: first, isSigned: isSecond)
        default: .other(Int(id))
        }
    }

    /// 1 milliseconds, 2 microseconds, 3 nanoseconds.
    private static func unitNumber(_ cursor: inout ByteCursor) throws(ContainerProblem) -> Int {
        var (last, unit): (Int64, Int) = (0, 0)
        while let field = try cursor.field(after: &last) {
            unit = Int(field.id)
            try cursor.skip(field)
        }
        return unit
    }
}

extension ParquetMetadata.RowGroup {
    fileprivate init(_ cursor: inout ByteCursor) throws(ContainerProblem) {
        var last: Int64 = 0
        while let field = try cursor.field(after: &last) {
            switch field.id {
            case 1:
                for _ in 0..<(try cursor.listCount(field, of: .structure)) { columns.append(try .init(&cursor)) }
            case 3: rowCount = try cursor.integer(field)
            default: try cursor.skip(field)
            }
        }
    }
}

extension ParquetMetadata.ColumnChunk {
    fileprivate init(_ cursor: inout ByteCursor) throws(ContainerProblem) {
        var last: Int64 = 0
        while let field = try cursor.field(after: &last) {
            switch field.id {
            case 1: isElsewhere = try !cursor.binary(field).isEmpty
            case 3 where field.type == .structure: try readMetadata(&cursor)
            case 8, 9:
                isEncrypted = true
                try cursor.skip(field)
            default: try cursor.skip(field)
            }
        }
    }

    private mutating func readMetadata(_ cursor: inout ByteCursor) throws(ContainerProblem) {
        hasMetadata = true
        var last: Int64 = 0
        while let field = try cursor.field(after: &last) {
            switch field.id {
            case 1: physicalType = try cursor.integer(field)
            case 4: codec = try cursor.integer(field)
            case 5: valueCount = try cursor.integer(field)
            case 9: dataOffset = try cursor.integer(field)
            case 11: dictionaryOffset = try cursor.integer(field)
            default: try cursor.skip(field)
            }
        }
    }
}
