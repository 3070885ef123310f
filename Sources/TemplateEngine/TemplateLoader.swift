/// Gives the text of templates by name.
public protocol TemplateLoader: Sendable {
    /// The template of a name, or nil if there is none.
    ///
    /// `parent` is the ``TemplateSource/name`` of the template that includes, imports or extends it, nil for the first
    /// one; a loader may look beside that file.
    func source(of name: String, from parent: String?) -> TemplateSource?
    /// Why a template that exists cannot be had, such as a file without permission; nil where there is none.
    func obstacle(to name: String) -> String?
    /// All names, for "did you mean"; need not be complete. Asked for only when a template was not found.
    var names: [String] { get }
}

extension TemplateLoader {
    /// Nothing ever stands in the way.
    public func obstacle(to name: String) -> String? { nil }
}

/// The text of a template and the name under which error messages show it.
public struct TemplateSource: Sendable {
    /// The name in error messages, usually a path; two sources of one loader with the same name have the same text.
    public let name: String
    /// The template itself.
    public let text: String
    /// Whether the template escapes what it prints; nil leaves that to the ending of the name.
    public let escapes: Bool?

    /// A source, which escapes as its name's ending says unless told otherwise.
    public init(name: String, text: String, escapes: Bool? = nil) {
        self.name = name
        self.text = text
        self.escapes = escapes
    }

    /// Whether templates of such a name escape what they print.
    public static func escapes(_ name: String) -> Bool {
        let name = name.lowercased()
        return [".html", ".htm", ".xml", ".report"].contains { name.hasSuffix($0) }
    }
}

/// Templates kept in memory under their names.
public struct DictionaryLoader: TemplateLoader {
    private let texts: [String: String]
    /// The names, sorted.
    public let names: [String]

    /// A loader of texts by name.
    public init(_ texts: [String: String]) {
        self.texts = texts
        names = texts.keys.sorted()
    }

    /// The template of exactly this name.
    public func source(of name: String, from parent: String?) -> TemplateSource? {
        texts[name].map { TemplateSource(name: name, text: $0) }
    }
}
