import Analytics

/// A metric's definition under a profile as text for `explain`; the same declaration makes `Documentation/Metrics.md`.
enum MetricExplanation {
    static func text(of declaration: MetricDeclaration, under conventions: Conventions) -> String {
        let isStandard = conventions.profile == Conventions.standard.profile
        let profile = isStandard ? "" : " (profile \(conventions.profile))"
        var text = "\(declaration.key): \(declaration.name)\(profile)\n\n\(declaration.summary)\n\n"
        let fields = [
            ("formula", declaration.formula), ("unit", declaration.unit.title), ("group", declaration.group.title),
            ("edge cases", declaration.edgeCases + shortSpans(declaration.key, conventions)),
            ("peers", declaration.peers), ("source", declaration.source),
            ("profile", isStandard ? "" : conventions.summary),
        ]
        for (name, value) in fields where !value.isEmpty { text += line(name, value) }
        return text + choices(of: declaration.key, under: conventions)
            + otherProfiles(declaration.key, under: conventions)
    }

    /// Edge cases are those of `standard`, which withholds numbers per year from short spans.
    private static func shortSpans(_ key: MetricKey, _ conventions: Conventions) -> String {
        let isWithheld = MetricCatalog.choices(of: key, under: conventions).contains { $0.name == "shortSpans" }
        return isWithheld && conventions.shortSpans == .annualised
            ? " This profile gives short spans a number too." : ""
    }

    private static func line(_ name: String, _ value: String) -> String {
        name + String(repeating: " ", count: max(1, 12 - name.count)) + value + "\n"
    }

    /// The choices that decide the number, each with the way in force, and `standard`'s where it is another.
    private static func choices(of key: MetricKey, under conventions: Conventions) -> String {
        let fields = MetricCatalog.choices(of: key, under: conventions)
        guard !fields.isEmpty else { return "" }
        let lines = fields.map { field in
            let other = field.differs(in: conventions) ? " (standard: \(field.phrase(in: .standard)))" : ""
            return "  \(field.subject): \(field.phrase(in: conventions))\(other)\n"
        }
        return "\ndecided by\n" + lines.joined()
    }

    /// The formulas of other profiles, where they are not the one in force.
    private static func otherProfiles(_ key: MetricKey, under conventions: Conventions) -> String {
        let formulas = MetricCatalog.formulas(of: key)
        guard formulas.count > 1 else { return "" }
        let lines = formulas.filter { !$0.profiles.contains(conventions.profile) }.map { entry in
            "  \(entry.profiles.joined(separator: ", ")): \(entry.formula)\n"
        }
        return "\nother profiles\n" + lines.joined()
    }
}
