import NativeCodecs

/// How the numbers of a column are written.
public struct NumberStyle: Equatable, Sendable {
    /// Between whole number and fraction.
    public var point: UInt8
    /// Between thousands, beside blanks and apostrophes; nil where there is none.
    public var group: UInt8?
    /// Whether every number ends with a percent sign.
    public var isPercent = false

    /// The byte of a full stop.
    public static let fullStop = UInt8(ascii: ".")
    /// The byte of a comma.
    public static let comma = UInt8(ascii: ",")

    /// A full stop before the fraction, and nothing between thousands.
    public static let plain = NumberStyle(point: fullStop, group: nil)

    /// The number in a cell, percents as fractions; nil where it is none in this style.
    func number(_ bytes: [UInt8], _ range: Range<Int>) -> Double? {
        var range = range
        if isPercent {
            guard let last = range.last, bytes[last] == UInt8(ascii: "%") else { return nil }
            range = CSVTable.trimmed(bytes.span, range.dropLast())
        }
        // Cells without a mark between thousands need no copy.
        if let value = DecimalText.number(bytes.span, range, point: point) { return scaled(value) }
        guard let shape = NumberShape(bytes, range), shape.fits(self) else { return nil }
        let digits = shape.withoutGroups(bytes, range, point: point)
        return DecimalText.number(digits.span, 0..<digits.count, point: point).map(scaled)
    }

    private func scaled(_ value: Double) -> Double { isPercent ? value / 100 : value }
}

/// The marks in a number that is not plain: `1.234.567,89`, `10 000,00`, `1'234.50`.
struct NumberShape {
    /// The marks between groups of three digits, all the same; nil where there are none.
    private(set) var group: UInt8?
    private(set) var groupCount = 0
    /// The last mark, where it is not between groups of three.
    private(set) var point: UInt8?
    /// Whether the one mark may stand between thousands or before a fraction: `1.001`.
    private(set) var isOpen = false
    /// Digits before the first mark.
    private(set) var leading = 0

    static let blank = UInt8(ascii: " ")

    /// Looks at a cell; nil where it is no number in any style.
    init?(_ bytes: [UInt8], _ range: Range<Int>) {
        var marks = [(mark: UInt8, digitsBehind: Int)]()
        var index = range.lowerBound
        if index < range.upperBound, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
            index += 1
        }
        let firstDigit = index
        while index < range.upperBound {
            let byte = bytes[index]
            if byte &- UInt8(ascii: "0") < 10 {
                if marks.isEmpty { leading += 1 } else { marks[marks.count - 1].digitsBehind += 1 }
            } else if let width = Self.markWidth(bytes, index, range.upperBound) {
                marks.append((width == 1 && byte != UInt8(ascii: "'") ? byte : Self.blank, 0))
                index += width - 1
            } else {
                return nil
            }
            index += 1
        }
        guard leading > 0 || marks.count == 1 else { return nil }
        let startsWithZero = firstDigit < range.upperBound && bytes[firstDigit] == UInt8(ascii: "0")
        guard settle(marks, canGroup: (1...3).contains(leading) && !startsWithZero) else { return nil }
    }

    /// How many bytes a mark has: full stop, comma, blank, apostrophe, or a blank that does not break.
    private static func markWidth(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int? {
        switch bytes[index] {
        case NumberStyle.fullStop, NumberStyle.comma, blank, UInt8(ascii: "'"): 1
        case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: 2
        case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && [0xAF, 0x89, 0x99].contains(bytes[index + 2]): 3
        default: nil
        }
    }

    private mutating func settle(_ marks: [(mark: UInt8, digitsBehind: Int)], canGroup: Bool) -> Bool {
        guard let last = marks.last else { return true }
        let before = marks.dropLast()
        if before.isEmpty {
            if last.mark == Self.blank {
                (group, groupCount) = (Self.blank, 1)
                return canGroup && last.digitsBehind == 3
            }
            point = last.mark
            isOpen = canGroup && last.digitsBehind == 3
            return true
        }
        guard canGroup, before.allSatisfy({ $0.mark == before[0].mark && $0.digitsBehind == 3 }) else { return false }
        group = before[0].mark
        groupCount = before.count
        if last.mark == before[0].mark {
            groupCount += 1
            return last.digitsBehind == 3
        }
        point = last.mark
        return last.mark != Self.blank
    }

    /// Whether a style has these marks in these places.
    func fits(_ style: NumberStyle) -> Bool {
        if isOpen { return point == style.point || point == style.group }
        let pointFits = point == nil || point == style.point
        return pointFits && (group == nil || group == Self.blank || group == style.group)
    }

    /// The bytes of a number without the marks between its thousands.
    func withoutGroups(_ bytes: [UInt8], _ range: Range<Int>, point: UInt8) -> [UInt8] {
        bytes[range].filter { byte in
            byte &- UInt8(ascii: "0") < 10 || byte == point || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        }
    }
}
