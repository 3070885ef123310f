import Glibc
import NativeCodecs
import TestSupport
import Testing

struct DecimalTextTests {
    /// What the C library reads.
    private func reference(_ text: String) -> Double { unsafe strtod(text, nil) }

    private func number(_ text: String) -> Double? {
        let bytes = Array(text.utf8)
        return DecimalText.number(bytes.span, 0..<bytes.count)
    }

    @Test(arguments: [
        "0", "-0", "1", "+1", "00012", ".5", "5.", "-.25", "1e5", "1E+05", "2.5e-3", "9007199254740993",
        "12345678901234567890", "0.1", "123456.789", "1e22", "1e23", "1.7976931348623157e308", "5e-324",
        "2.2250738585072014e-308",
        "0.000000000000000000000000000001", "3.14159265358979323846264338327950288", "179769313486231570000e288",
        "9007199254740991.5", "7.2057594037927933e16", "99951803.11", "999518.0311", "1e-7",
    ])
    func `numbers are the nearest double`(text: String) {
        #expect(number(text)?.bitPattern == reference(text).bitPattern)
    }

    @Test func `random numbers in all notations read as the C library reads them`() {
        var numbers = SeededNumbers(seed: 42)
        for _ in 0..<20_000 {
            let seed = numbers.next()
            let value = Double(bitPattern: seed)
            guard value.isFinite else { continue }
            let plain = Double(Int64(bitPattern: seed) >> 20) / 10_000
            for text in ["\(value)", "\(plain)"] where number(text)?.bitPattern != reference(text).bitPattern {
                Issue.record("\(text) read as \(String(describing: number(text)))")
            }
        }
    }

    @Test(arguments: [
        "", "-", ".", "e", "1e", "1e+", "1.2.3", "1-", "0x1", "nan", "inf", "1 ", " 1", "1,5", "1e5x", "1e999",
    ])
    func `anything else is no number`(text: String) {
        #expect(number(text) == nil)
    }

    @Test func `too small is zero and too large is no number`() {
        #expect(number("1e-999") == 0)
        #expect(number("-1e-99999999999999999999") == 0)
        #expect(number("1e99999999999999999999") == nil)
        #expect(number(String(repeating: "9", count: 400)) == nil)
    }
}

struct WrittenNumberTests {
    /// Value, decimals and significant digits of each length of number, wherever it ends in the bytes.
    @Test func `digits are counted in numbers of every length, and nothing behind them is read`() {
        var random = SeededNumbers(seed: 11)
        for whole in 0...20 {
            for fraction in 0...20 where whole + fraction > 0 {
                let digits = (0..<whole + fraction).map { _ in Character(String(random.below(10))) }
                let text = String(digits[..<whole]) + (fraction > 0 ? "." : "") + String(digits[whole...])
                let first = digits.firstIndex { $0 != "0" } ?? digits.count
                for behind in ["", ",", "7", "99999999", "\n12345678"] {
                    let bytes = Array((text + behind).utf8)
                    let written = DecimalText.written(bytes.span, 0..<text.utf8.count)
                    let expected = unsafe strtod(text, nil)
                    #expect(written?.value.bitPattern == expected.bitPattern, "\(text) before '\(behind)'")
                    #expect(written?.decimals == fraction && written?.significant == digits.count - first, "\(text)")
                }
            }
        }
    }

    @Test(arguments: [
        ("0.25", 2, 2), ("-2.5e-4", 5, 2), ("3e2", -2, 1), ("0.000", 3, 0), ("1200", 0, 4), ("+0.0100", 4, 3),
    ])
    func `an exponent moves the point`(text: String, decimals: Int, significant: Int) {
        let bytes = Array(text.utf8)
        let written = DecimalText.written(bytes.span, 0..<bytes.count)
        #expect(written?.decimals == decimals && written?.significant == significant)
    }

    @Test func `a comma may be the point of numbers of any length`() {
        for text in ["1,5", "1234567,12345678901234567890", "0,1e-3"] {
            let bytes = Array(text.utf8)
            let expected = unsafe strtod(text.replacing(",", with: "."), nil)
            #expect(DecimalText.number(bytes.span, 0..<bytes.count, point: UInt8(ascii: ",")) == expected)
        }
    }
}

struct LongDecimalTests {
    /// More digits than a double has powers of ten, with a point among them.
    @Test func `a long whole number with decimals is not zero`() {
        func number(_ text: String) -> Double? {
            let bytes = Array(text.utf8)
            return DecimalText.number(bytes.span, 0..<bytes.count)
        }
        let zeros = String(repeating: "0", count: 330)
        #expect(number("1\(zeros).5") == nil)
        #expect(number("0.\(zeros)1") == 0 && number("\(zeros)1.5") == 1.5 && number("0.\(zeros)1e330") == 0.1)
    }
}
