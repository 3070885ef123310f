import Analytics

/// A metric's definition as text for `explain`; the same declaration makes `Documentation/Metrics.md`.
enum MetricExplanation {
    static func text(of declaration: MetricDeclaration) -> String {
        var text = "\(declaration.key): \(declaration.name)\n\n\(declaration.summary)\n\n"
        let fields = [
            ("formula", declaration.formula), ("unit", declaration.unit.title),
            ("group", declaration.group.title), ("edge cases", declaration.edgeCases),
            ("peers", declaration.peers), ("source", declaration.source),
        ]
        for (name, value) in fields where !value.isEmpty {
            text += name + String(repeating: " ", count: 12 - name.utf8.count) + value + "\n"
        }
        return text
    }
}
