/// The type of a column as Arrow's schema gives it.
enum ArrowType: Equatable {
    case null
    case integer(bits: Int, isSigned: Bool)
    /// 2, 4 or 8 bytes.
    case floating(bytes: Int)
    case boolean
    /// Text or bytes behind offsets of 4 or 8 bytes.
    case text(offsetSize: Int)
    /// Text or bytes of which short ones lie within 16 bytes and long ones elsewhere.
    case textView
    case fixedText(width: Int)
    case decimal(bytes: Int, scale: Int)
    case time(TimeValues.Unit, TimeValues.Meaning, bytes: Int)
    /// Lists, structures and what else has columns of its own, with what its own buffers are.
    case nested(buffers: Int)
    /// What is flat and not read, with how many buffers it has.
    case unknown(String)

    /// - Parameter number: The member of the union `Type`.
    init(_ number: UInt8, _ table: FlatTable?) throws(ContainerProblem) {
        guard let table else { throw ArrowProblem.damaged() }
        self =
            switch number {
            case 1: .null
            case 2: try Self.integer(table)
            case 3: try Self.floating(table.integer(0, default: Int16(0)))
            case 4, 5: .text(offsetSize: 4)
            case 6: .boolean
            case 7:
                .decimal(
                    bytes: Int(try table.integer(2, default: Int32(128))) / 8,
                    scale: Int(try table.integer(1, default: Int32(0))))
            case 8:
                try table.integer(0, default: Int16(1)) == 0
                    ? .time(.day, .date, bytes: 4) : .time(.millisecond, .date, bytes: 8)
            case 9:
                .time(
                    Self.unit(try table.integer(0, default: Int16(1))), .timeOfDay,
                    bytes: try table.integer(1, default: Int32(32)) == 32 ? 4 : 8)
            case 10: try Self.timestamp(table)
            case 11: .unknown("an interval")
            case 15: .fixedText(width: Int(try table.integer(0, default: Int32(0))))
            case 18: .time(Self.unit(try table.integer(0, default: Int16(1))), .duration, bytes: 8)
            case 19, 20: .text(offsetSize: 8)
            case 23, 24: .textView
            default: try Self.nested(number, table)
            }
    }

    private static func integer(_ table: FlatTable) throws(ContainerProblem) -> ArrowType {
        let bits = try table.integer(0, default: Int32(0))
        guard [8, 16, 32, 64].contains(bits) else { throw ArrowProblem.damaged("whole numbers of \(bits) bits") }
        return .integer(bits: Int(bits), isSigned: try table.flag(1))
    }

    private static func floating(_ precision: Int16) throws(ContainerProblem) -> ArrowType {
        guard (0...2).contains(precision) else { throw ArrowProblem.damaged() }
        return .floating(bytes: 2 << Int(precision))
    }

    private static func timestamp(_ table: FlatTable) throws(ContainerProblem) -> ArrowType {
        let zone = try table.string(1)
        let isUTC = zone.map { !$0.isEmpty } ?? false
        return .time(unit(try table.integer(0, default: Int16(0))), isUTC ? .instant(zone: zone) : .local, bytes: 8)
    }

    private static func unit(_ number: Int16) -> TimeValues.Unit {
        switch number {
        case 0: .second
        case 1: .millisecond
        case 3: .nanosecond
        default: .microsecond
        }
    }

    private static func nested(_ number: UInt8, _ table: FlatTable) throws(ContainerProblem) -> ArrowType {
        switch number {
        // Lists and maps have a validity and offsets, list views sizes too; structures and fixed lists a validity alone.
        case 12, 17, 21: .nested(buffers: 2)
        case 25, 26: .nested(buffers: 3)
        case 13, 16: .nested(buffers: 1)
        // A union has types, and offsets where it is dense.
        case 14: .nested(buffers: try table.integer(0, default: Int16(0)) == 1 ? 2 : 1)
        case 22: .nested(buffers: 0)
        default: throw ArrowProblem.damaged("type \(number) of a column")
        }
    }

    /// How many buffers a column of the type has, its validity among them, views' further ones not.
    var bufferCount: Int {
        switch self {
        case .null: 0
        case .text: 3
        case .nested(let buffers): buffers
        default: 2
        }
    }
}
