import Analytics
import Formatting
import TemplateEngine

/// What a template is given of the checks of whether the numbers can be believed.
enum CredibilityContext {
    /// Counts, every check, and the line of page one: none where nothing could be checked.
    static func value(_ analysis: Analysis, _ spelling: NumberSpelling) -> TemplateValue {
        let section = analysis.credibility
        return .dictionary([
            ("sentence", .optional(CredibilitySentence.text(section).map(spelling.text))),
            ("holds", .int(section.holding.count)),
            ("fails", .int(section.failing.count)), ("not_checked", .int(section.notChecked.count)),
            ("checks", .list(section.checks.map { check($0, spelling) })),
        ])
    }

    private static func check(_ check: CredibilityCheck, _ spelling: NumberSpelling) -> TemplateValue {
        .dictionary([
            ("key", .string(check.key.rawValue)), ("title", .string(check.key.title)),
            ("outcome", .string(check.outcome.rawValue)), ("statement", .string(spelling.text(check.statement))),
            ("value", check.value.map { .double($0) } ?? TemplateValue.none),
            ("threshold", .double(check.key.threshold)), ("relation", .string(check.key.relation.rawValue)),
            ("unit", .string(check.key.unit.unit.rawValue)), ("reason", .string(spelling.text(check.key.reason))),
            ("cause", .optional(check.cause?.rawValue)),
        ])
    }
}
