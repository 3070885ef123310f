import Containers
import RunModel

extension CSVTable {
    /// How exactly a column of numbers was written: the most decimals and the most significant digits of its cells.
    ///
    /// One pass over the column's bytes. An exponent moves the point; zeros before the first other digit count for nothing.
    func digits(column: Int, from firstRow: Int) -> WrittenDigits {
        var most = WrittenDigits(decimals: 0, significant: 0)
        let (span, cellSpan) = (bytes.span, cells.span)
        var index = firstRow * columnCount + column
        while index < cellSpan.count {
            let cell = Self.digits(span, cellSpan[index].range)
            most.decimals = max(most.decimals, cell.decimals)
            most.significant = max(most.significant, cell.significant)
            index += columnCount
        }
        return most
    }

    /// The digits of one cell, whatever stands between the whole number and the fraction: the last mark that is no digit
    /// is the point.
    private static func digits(_ span: Span<UInt8>, _ range: Range<Int>) -> WrittenDigits {
        var digits = WrittenDigits(decimals: 0, significant: 0)
        var sawPoint = false
        for index in range {
            let byte = span[index]
            if byte &- UInt8(ascii: "0") < 10 {
                if digits.significant > 0 || byte != UInt8(ascii: "0") { digits.significant += 1 }
                if sawPoint { digits.decimals += 1 }
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
                (sawPoint, digits.decimals) = (true, 0)
            } else if byte | 0x20 == UInt8(ascii: "e") {
                digits.decimals -= exponent(span, (index + 1)..<range.upperBound)
                break
            }
        }
        return digits
    }

    /// The whole number after an `e`; 0 where there is none.
    private static func exponent(_ span: Span<UInt8>, _ range: Range<Int>) -> Int {
        var (value, isNegative) = (0, false)
        for index in range {
            if span[index] == UInt8(ascii: "-") { isNegative = true }
            let digit = span[index] &- UInt8(ascii: "0")
            if digit < 10 { value = min(value * 10 + Int(digit), 400) }
        }
        return isNegative ? -value : value
    }
}
