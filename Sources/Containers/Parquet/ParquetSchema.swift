/// The columns of a flat schema, and those that are not flat.
struct ParquetSchema {
    /// The flat columns in their order.
    var leaves = [ParquetLeaf]()
    /// Names of columns that hold lists, structures or maps.
    var nested = [String]()
    /// How many column chunks every row group has.
    var chunkCount = 0

    init(_ elements: [ParquetMetadata.SchemaElement]) throws(ContainerProblem) {
        var index = 1
        while index < elements.count {
            let element = elements[index]
            let isNested = element.childCount > 0 || element.physicalType == nil || element.repetition > 1
            if isNested {
                nested.append(element.name)
                try skipSubtree(elements, &index)
            } else {
                leaves.append(ParquetLeaf(element, chunk: chunkCount))
                chunkCount += 1
                index += 1
            }
        }
    }

    /// Goes past an element and all below it, counting the column chunks that they have.
    private mutating func skipSubtree(
        _ elements: [ParquetMetadata.SchemaElement], _ index: inout Int
    ) throws(ContainerProblem) {
        var open = 1
        while open > 0 {
            guard index < elements.count else { throw ParquetProblem.damaged("the schema ends too early") }
            let children = elements[index].childCount
            guard children >= 0, children <= elements.count else {
                throw ParquetProblem.damaged("the schema has absurd counts")
            }
            if elements[index].physicalType != nil, children == 0 { chunkCount += 1 }
            open += children - 1
            index += 1
        }
    }
}

/// One flat column of a schema.
struct ParquetLeaf {
    let name: String
    /// Which column chunk of a row group it is.
    let chunk: Int
    let isOptional: Bool
    let physicalType: Int
    let layout: PhysicalLayout
    let meaning: ParquetMeaning

    init(_ element: ParquetMetadata.SchemaElement, chunk: Int) {
        name = element.name
        self.chunk = chunk
        isOptional = element.repetition == 1
        physicalType = element.physicalType ?? -1
        meaning = ParquetMeaning(element)
        layout = PhysicalLayout(physicalType, width: element.typeLength, meaning)
    }
}

/// What the values of a column mean beyond their layout, by the logical type or the older converted type.
enum ParquetMeaning: Equatable {
    case none
    case decimal(scale: Int)
    case time(TimeValues.Unit, TimeValues.Meaning)
    case unsigned
    case halfPrecision
    case uuid
    /// Three numbers of months, days and milliseconds.
    case interval

    init(_ element: ParquetMetadata.SchemaElement) {
        self =
            element.logicalType.map(Self.of(logical:)) ?? Self.of(converted: element.convertedType, element.scale)
        // INT96 is a moment, whatever is said of it.
        if element.physicalType == 3 { self = .time(.nanosecond, .local) }
    }

    private static func of(logical type: ParquetMetadata.LogicalType) -> Self {
        switch type {
        case .decimal(let scale): .decimal(scale: scale)
        case .time(let unit, _): .time(Self.unit(unit), .timeOfDay)
        case .timestamp(let unit, let isUTC): .time(Self.unit(unit), isUTC ? .instant(zone: nil) : .local)
        case .integer(_, let isSigned): isSigned ? .none : .unsigned
        case .other(6): .time(.day, .date)
        case .other(14): .uuid
        case .other(15): .halfPrecision
        case .other: .none
        }
    }

    private static func unit(_ number: Int) -> TimeValues.Unit {
        switch number {
        case 1: .millisecond
        case 3: .nanosecond
        default: .microsecond
        }
    }

    private static func of(converted type: Int?, _ scale: Int) -> Self {
        switch type {
        case 5: .decimal(scale: scale)
        case 6: .time(.day, .date)
        case 7: .time(.millisecond, .timeOfDay)
        case 8: .time(.microsecond, .timeOfDay)
        // Converted types know no other moments than those in UTC.
        case 9: .time(.millisecond, .instant(zone: nil))
        case 10: .time(.microsecond, .instant(zone: nil))
        case 11, 12, 13, 14: .unsigned
        case 21: .interval
        default: .none
        }
    }
}
