extension ValueForm where Value == Int {
    /// A whole number.
    public static func integer(in range: ClosedRange<Int> = .min ... .max) -> ValueForm {
        ValueForm("a whole number" + words(range)) { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
    }

    private static func words(_ range: ClosedRange<Int>) -> String {
        switch (range.lowerBound == .min, range.upperBound == .max) {
        case (true, true): ""
        case (false, true): " of \(range.lowerBound) or more"
        case (true, false): " of \(range.upperBound) or less"
        case (false, false): " from \(range.lowerBound) to \(range.upperBound)"
        }
    }
}

extension ValueForm where Value == Double {
    /// A finite number.
    public static func number(in range: ClosedRange<Double> = -.infinity ... .infinity) -> ValueForm {
        ValueForm("a number" + words(range)) { text in
            Double(text).flatMap { $0.isFinite && range.contains($0) ? $0 : nil }
        }
    }

    private static func words(_ range: ClosedRange<Double>) -> String {
        switch (range.lowerBound.isFinite, range.upperBound.isFinite) {
        case (false, false): ""
        case (true, false): " of \(text(range.lowerBound)) or more"
        case (false, true): " of \(text(range.upperBound)) or less"
        case (true, true): " from \(text(range.lowerBound)) to \(text(range.upperBound))"
        }
    }

    /// `0` rather than `0.0`.
    private static func text(_ bound: Double) -> String { Int(exactly: bound).map(String.init) ?? "\(bound)" }
}

extension ValueForm where Value == [String] {
    /// The parts between commas, without blanks: one at least.
    public static var list: ValueForm {
        ValueForm("a list with commas between") { text in
            let parts = ValueKind.parts(of: text)
            return parts.isEmpty ? nil : parts
        }
    }
}

/// The two sides of `key=value`; the value may hold further equals signs.
public struct KeyValue: Equatable, Sendable {
    /// Not empty.
    public let key: String
    /// May be empty.
    public let value: String
}

extension ValueForm where Value == KeyValue {
    /// A key and what it is set to.
    public static var pair: ValueForm {
        ValueForm("of the form key=value") { text in
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return nil }
            return KeyValue(key: String(text[..<equals]), value: String(text[text.index(after: equals)...]))
        }
    }
}
