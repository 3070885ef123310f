/// How the values of a column lie in its pages, with what of its meaning decides how they are kept.
enum PhysicalLayout: Equatable {
    case boolean
    /// 32 bits, kept as 64.
    case int32(isSigned: Bool)
    case int64
    /// Nanoseconds of a day and a Julian day.
    case int96
    case float
    case double
    /// Text of any length.
    case text
    /// Text or other bytes of one length.
    case fixedText(width: Int)
    case uuid
    case half
    /// Decimals of one length; of any length where it is nil.
    case decimal(width: Int?)
    /// What is not read, in words.
    case unknown(String)

    init(_ physicalType: Int, width: Int, _ meaning: ParquetMeaning) {
        self =
            switch physicalType {
            case 0: .boolean
            case 1: .int32(isSigned: meaning != .unsigned)
            case 2: .int64
            case 3: .int96
            case 4: .float
            case 5: .double
            case 6: Self.isDecimal(meaning) ? .decimal(width: nil) : .text
            case 7: Self.fixed(width, meaning)
            default: .unknown("physical type \(physicalType)")
            }
    }

    private static func isDecimal(_ meaning: ParquetMeaning) -> Bool {
        if case .decimal = meaning { true } else { false }
    }

    private static func fixed(_ width: Int, _ meaning: ParquetMeaning) -> Self {
        guard width > 0, width <= 1 << 20 else { return .unknown("text of \(width) bytes") }
        return switch meaning {
        case .decimal: .decimal(width: width)
        case .halfPrecision where width == 2: .half
        case .uuid where width == 16: .uuid
        case .interval: .unknown("an interval of months and days")
        default: .fixedText(width: width)
        }
    }

    /// Bytes of a value in a page; nil where they differ, or are less than one.
    var width: Int? {
        switch self {
        case .int32, .float: 4
        case .int64, .double: 8
        case .int96: 12
        case .half: 2
        case .uuid: 16
        case .fixedText(let width): width
        case .decimal(let width): width
        case .boolean, .text, .unknown: nil
        }
    }

    /// Bytes that a value takes when it is kept, without those of a text.
    var keptSize: Int {
        switch self {
        case .boolean: 1
        case .decimal: 16
        case .text, .fixedText, .uuid: 12
        default: 8
        }
    }
}
