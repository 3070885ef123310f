import Formatting

/// Reading attributes of an element whose attributes are known to be allowed.
extension MarkupElement {
    /// The words of an attribute; empty where it is absent.
    func words(_ name: String) -> String { MarkupText.collapsed(attribute(name)?.value ?? "") }

    /// The words of an element that holds nothing else.
    var words: String {
        let texts = children.map { child in
            if case .text(let text, _) = child { text } else { "" }
        }
        return MarkupText.collapsed(texts.joined())
    }

    /// The names in an attribute, separated by white space, each with its place.
    func names(_ name: String) -> [(name: String, mark: MarkupMark)] {
        guard let attribute = attribute(name), let value = attribute.value else { return [] }
        var names: [(String, MarkupMark)] = []
        // Places are exact unless entities stand in the value, and names hold none.
        let isPlain = value.utf8.count == attribute.valueLength
        for word in value.utf8.split(whereSeparator: { $0 <= 0x20 }) {
            let distance = value.utf8.distance(from: value.startIndex, to: word.startIndex)
            let mark = MarkupMark(offset: attribute.valueOffset + distance, length: word.count)
            names.append((String(decoding: Array(word), as: UTF8.self), isPlain ? mark : attribute.mark))
        }
        return names
    }

    /// A flag: the bare name, or `true`, or `false`.
    func flag(_ name: String) throws(MarkupFault) -> Bool {
        guard let attribute = attribute(name) else { return false }
        guard attribute.value != nil else { return true }
        return try choice(name, ["true", "false"]) == "true"
    }

    /// One of these words; nil where the attribute is absent.
    func choice(_ name: String, _ allowed: [String]) throws(MarkupFault) -> String? {
        guard let attribute = attribute(name) else { return nil }
        let value = words(name)
        guard allowed.contains(value) else {
            let nearest = NearestMatch.of(value, in: allowed)
            throw MarkupFault(
                .invalidChoice(value, attribute: name, nearest: nearest, allowed: allowed), attribute.mark)
        }
        return value
    }

    /// A number of a range; nil where the attribute is absent.
    func number(_ name: String, in range: ClosedRange<Double>, _ expected: String) throws(MarkupFault) -> Double? {
        guard let attribute = attribute(name) else { return nil }
        guard let value = Self.number(words(name)), range.contains(value) else {
            throw MarkupFault(.invalidNumber(words(name), attribute: name, expected: expected), attribute.mark)
        }
        return value
    }

    /// A whole number of a range; nil where the attribute is absent.
    func integer(_ name: String, in range: ClosedRange<Int>, _ expected: String) throws(MarkupFault) -> Int? {
        guard let attribute = attribute(name) else { return nil }
        guard let value = Int(words(name)), range.contains(value) else {
            throw MarkupFault(.invalidNumber(words(name), attribute: name, expected: expected), attribute.mark)
        }
        return value
    }

    /// Digits, a point, a minus, an exponent: `Double` alone would take `nan` and `0x1p3` as well.
    static func number(_ text: String) -> Double? {
        guard !text.isEmpty, text.utf8.allSatisfy({ Self.numberBytes.contains($0) }) else { return nil }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    private static let numberBytes = Array("0123456789.-+eE".utf8)
}
