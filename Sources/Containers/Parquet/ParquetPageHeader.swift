/// What stands before each page: `PageHeader` of parquet.thrift.
struct ParquetPageHeader {
    enum Kind: Int {
        case data, index, dictionary, dataV2
    }

    var kind: Kind?
    var expandedSize = 0
    var storedSize = 0
    var checksum: Int?
    var valueCount = 0
    var encoding = 0
    var levelEncoding = 3
    var definitionSize = 0
    var repetitionSize = 0
    var isCompressed = true

    init(_ cursor: inout ByteCursor) throws(ContainerProblem) {
        var last: Int64 = 0
        while let field = try cursor.field(after: &last) {
            switch field.id {
            case 1: kind = Kind(rawValue: try cursor.integer(field))
            case 2: expandedSize = try cursor.integer(field)
            case 3: storedSize = try cursor.integer(field)
            case 4: checksum = try cursor.integer(field)
            case 5, 7, 8: if field.type == .structure { try readDetails(&cursor, isV2: field.id == 8) }
            default: try cursor.skip(field)
            }
        }
        guard expandedSize >= 0, storedSize >= 0, valueCount >= 0, definitionSize >= 0, repetitionSize >= 0,
            valueCount <= Int(Int32.max), expandedSize <= Int(Int32.max)
        else { throw cursor.failure("absurd counts before a page") }
    }

    private mutating func readDetails(_ cursor: inout ByteCursor, isV2: Bool) throws(ContainerProblem) {
        var last: Int64 = 0
        while let field = try cursor.field(after: &last) {
            switch (field.id, isV2) {
            case (1, _): valueCount = try cursor.integer(field)
            case (2, false), (4, true): encoding = try cursor.integer(field)
            case (3, false) where field.type == .int32: levelEncoding = try cursor.integer(field)
            case (5, true): definitionSize = try cursor.integer(field)
            case (6, true): repetitionSize = try cursor.integer(field)
            case (7, true): isCompressed = try cursor.flag(field)
            default: try cursor.skip(field)
            }
        }
    }
}
