import TemplateEngine

/// Questions with yes or no for templates, each looked into when a template asks it: some answers cost a section of the
/// analysis.
final class FlagsObject: TemplateObject {
    private let flags: [(name: String, isSet: @Sendable () -> Bool)]

    /// Questions by their names.
    init(_ flags: [(name: String, isSet: @Sendable () -> Bool)]) { self.flags = flags }

    var typeName: String { "has" }
    var memberNames: [String] { flags.map(\.name) }
    /// A loop sees the names, as over a dictionary.
    var elements: [TemplateValue]? { flags.map { .string($0.name) } }

    func member(_ name: String) -> TemplateValue? {
        flags.first { $0.name == name }.map { .bool($0.isSet()) }
    }
}
