import CommandLineArguments
import Formatting
import Graphics
import ObjectStorage
import RunFormats
import Series

extension ValueForm where Value == CalendarDate {
    /// A day in ISO 8601.
    static var date: ValueForm { ValueForm("a date such as 2015-01-02") { CalendarDate(iso: $0) } }
}

extension ValueForm where Value == Double {
    /// Money of an account.
    static var amount: ValueForm {
        ValueForm("an amount above 0") { text in Double(text).flatMap { (1e-9...1e18).contains($0) ? $0 : nil } }
    }
}

extension ValueForm where Value == Color {
    /// A colour as CSS writes it.
    static var colour: ValueForm { ValueForm("a colour such as '#7a0019'") { Color(text: $0) } }
}

extension ValueForm where Value == RunOptions.RiskFree {
    /// A yearly rate, as a fraction or in percent; every other text is the path of a file, or a name of the library.
    static var riskFree: ValueForm {
        ValueForm("a yearly rate above -100 %, such as 0.02 or 2%") { value in
            if case .file = value { true } else { false }
        } read: { text throws(ValueProblem) in
            guard let rate = RateSize.fraction(text) else { return .file(text) }
            guard rate.value > -1, rate.value <= 10 else { return nil }
            guard rate.isPercent || rate.value < RateSize.implausible else {
                let percent = FixedDecimal.digits(of: rate.value * 100, places: 0)
                throw .unsuitable(
                    "a yearly fraction: \(text) is \(percent) % a year; write \(rate.value / 100) or \(text)%")
            }
            return .annual(rate.value)
        }
    }
}

extension ValueForm where Value == RunOptions.BenchmarkFile {
    /// `FILE:COLUMN`, unless what stands behind the last colon has a slash and so belongs to a path.
    static var benchmark: ValueForm {
        ValueForm("FILE or FILE:COLUMN") { text in
            guard let colon = text.lastIndex(of: ":"), colon != text.startIndex else {
                return RunOptions.BenchmarkFile(path: text, column: nil)
            }
            let column = String(text[text.index(after: colon)...])
            guard !column.isEmpty, !column.contains("/") else {
                return RunOptions.BenchmarkFile(path: text, column: nil)
            }
            return RunOptions.BenchmarkFile(path: String(text[..<colon]), column: column)
        }
    }
}

/// A threshold of validation with its name.
struct NamedThreshold: Sendable {
    let name: String
    let value: Double
}

extension ValueForm where Value == NamedThreshold {
    /// A name that validation knows, and a number above 0.
    static var threshold: ValueForm {
        ValueForm("a name=number above 0") { text throws(ValueProblem) in
            let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2, let value = Double(sides[1]), value.isFinite, value > 0 else { return nil }
            let names = ValidationThresholds.names
            guard names.contains(sides[0]) else { throw .unknown(sides[0], allowed: names) }
            return NamedThreshold(name: sides[0], value: value)
        }
    }
}

extension ValueForm where Value == String {
    /// A format that dates can be read by.
    static var dateFormat: ValueForm {
        ValueForm("a format of dates such as %d.%m.%Y %H:%M") { RunOptions.isDateFormat($0) ? $0 : nil }
    }

    /// A file, or the one word that stands for itself.
    static func file(or word: String) -> ValueForm {
        ValueForm("a file or \(word)") {
            $0 != word
        } read: {
            $0
        }
    }

    /// A file of a mapping, or one field's column.
    static var mapping: ValueForm {
        ValueForm("FILE or FIELD=COLUMN") {
            !$0.contains("=")
        } read: {
            $0
        }
    }

    /// A folder, or an address in a bucket.
    static var archive: ValueForm {
        ValueForm("a folder or \(S3Address.scheme)BUCKET/PREFIX") {
            !$0.hasPrefix(S3Address.scheme)
        } read: {
            $0
        }
    }
}

extension ValueForm where Value == DisplayLanguage {
    /// A language of the table.
    static var language: ValueForm {
        ValueForm("a language such as de or en-GB") { text throws(ValueProblem) in
            guard let language = DisplayLanguage.named(text) else {
                throw .unknown(text, allowed: DisplayLanguage.all.map(\.tag))
            }
            return language
        }
    }
}

extension ValueForm where Value == Size {
    /// `900x420`: width and height in points.
    static var size: ValueForm {
        ValueForm("a width and height from 50 to 10000, such as 900x420") { text throws(ValueProblem) in
            let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
            guard parts.count == 2, let width = parts[0], let height = parts[1], (50...10_000).contains(width),
                (50...10_000).contains(height)
            else { return nil }
            // A picture of so many points takes some hundred megabytes while it is drawn.
            guard width * height <= 16_000_000 else { throw .unsuitable("at most 16 million points in all") }
            return Size(Double(width), Double(height))
        }
    }
}

extension ValueForm where Value == Int {
    /// Days of an age: months count 30, years 365.
    static var age: ValueForm {
        ValueForm("an age such as 90d, 12w, 6m or 2y") { text in
            guard let unit = text.last, let number = Int(text.dropLast()), (1...100_000).contains(number) else {
                return nil
            }
            return ["d": 1, "w": 7, "m": 30, "y": 365][unit].map { number * $0 }
        }
    }
}
