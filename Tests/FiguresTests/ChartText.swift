import Formatting

@testable import Charts

/// A chart as text: everything that it says to the page, one mark a line, long columns by their ends and extremes.
///
/// Values are taken apart by reflection, so a new mark or field is in the text without a change here. What is empty is left
/// out, so an unused new field changes no golden.
enum ChartText {
    static func of(_ chart: Chart) -> String {
        var text = "\(chart.title) · \(chart.subtitle)\n\(chart.altText)\n"
        for (name, value) in fields(chart) where !["title", "subtitle", "altText", "panels"].contains(name) {
            text += "\(name): \(value)\n"
        }
        for (index, panel) in chart.panels.enumerated() {
            text += "panel \(index + 1)\n"
            for (name, value) in fields(panel) where name != "marks" { text += "  \(name): \(value)\n" }
            for mark in panel.marks { text += "  - \(words(mark) ?? "")\n" }
        }
        return text
    }

    private static func fields(_ value: Any) -> [(String, String)] {
        Mirror(reflecting: value).children.compactMap { child in
            words(child.value).map { (child.label ?? "", $0) }
        }
    }

    /// Nil for what is empty: nothing, false, no text, no elements.
    private static func words(_ value: Any) -> String? {
        switch value {
        case let number as Double: return SignificantDigits.json(number, count: 6)
        case let column as [Double]: return words(column)
        case let column as MarkColumn: return words(column.values)
        case let text as String: return text.isEmpty ? nil : "“\(text)”"
        case let flag as Bool: return flag ? "yes" : nil
        default: return words(Mirror(reflecting: value), of: value)
        }
    }

    private static func words(_ column: [Double]) -> String? {
        let numbers = column.map { SignificantDigits.json($0, count: 6) }
        guard column.count > 6, let low = column.min(), let high = column.max() else {
            return column.isEmpty ? nil : "[\(numbers.joined(separator: ", "))]"
        }
        let bounds = [low, high].map { SignificantDigits.json($0, count: 6) }
        let sum = SignificantDigits.json(column.reduce(0, +), count: 6)
        return
            "[\(column.count): \(numbers[0]) … \(numbers[numbers.count - 1]), from \(bounds[0]) to \(bounds[1]), Σ \(sum)]"
    }

    /// Many elements stand on lines of their own.
    private static func list(_ elements: [String]) -> String? {
        if elements.isEmpty { return nil }
        if elements.count < 4 || elements.allSatisfy({ $0.count < 12 }) {
            return "[" + elements.joined(separator: ", ") + "]"
        }
        return "\(elements.count)" + elements.map { "\n    · " + $0 }.joined()
    }

    private static func words(_ mirror: Mirror, of value: Any) -> String? {
        // The columns of a mark stand as x and y, kept or not.
        let children = mirror.children.flatMap { child in
            child.value is (x: MarkColumn, y: MarkColumn) ? Array(Mirror(reflecting: child.value).children) : [child]
        }
        let parts = children.compactMap { child in words(child.value).map { (child.label, $0) } }
        switch mirror.displayStyle {
        case .optional: return parts.first?.1
        case .collection, .set: return list(parts.map(\.1))
        case .enum:
            guard let payload = mirror.children.first else { return "\(value)" }
            let name = payload.label ?? ""
            return words(payload.value).map { "\(name) \($0)" } ?? name
        case .tuple, .struct, .class:
            let named = parts.map { label, words in
                label.map { $0.hasPrefix(".") ? words : "\($0) \(words)" } ?? words
            }
            return named.isEmpty ? nil : "(" + named.joined(separator: ", ") + ")"
        default: return "\(value)"
        }
    }
}
