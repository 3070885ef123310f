import ShippedFiles
import TemplateEngine

/// Finds templates: the user's own files first, then those that ship.
public struct TemplateLibrary: TemplateLoader {
    private let choice: TemplateChoice?
    private let isReport: Bool

    /// The shipped templates, and beside them a user's own. Templates of reports always escape, whatever their ending:
    /// their text becomes markup.
    public init(_ choice: TemplateChoice? = nil, isReport: Bool = true) {
        self.choice = choice
        self.isReport = isReport
    }

    /// The names of the shipped templates, sorted.
    public static let shippedNames: [String] = ShippedFiles.paths.compactMap { path in
        let parts = path.split(separator: "/")
        return parts.count == 3 && parts[0] == "Templates" && parts[2] == "template.report" ? String(parts[1]) : nil
    }.sorted()

    /// The text of a shipped template; nil for an unknown name.
    public static func text(ofShipped name: String) -> String? {
        ShippedFiles.text(of: "Templates/\(name)/template.report")
    }

    /// What rendering starts with; nil where the choice names no template.
    var entryName: String? {
        switch choice {
        case nil: nil
        case .shipped(let name): Self.shippedNames.contains(name) ? name : nil
        case .own(let name, _, _): name
        }
    }

    /// Every name that `extends` and `include` can use.
    public var names: [String] {
        guard case .own(let name, _, let beside) = choice else { return Self.shippedNames }
        return [name] + beside.names + Self.shippedNames
    }

    /// A template's text by its name.
    public func source(of name: String, from parent: String?) -> TemplateSource? {
        if case .own(let ownName, let text, let beside) = choice {
            if name == ownName, parent == nil { return source(name, text) }
            switch beside.reading(of: name) {
            case .text(let text): return source(name, text)
            case .unreadable: return nil
            case .absent: break
            }
        }
        return Self.text(ofShipped: name).map { source("Templates/\(name)/template.report", $0) }
    }

    /// Why a file beside the user's own template cannot be read.
    public func obstacle(to name: String) -> String? {
        guard case .own(_, _, let beside) = choice, case .unreadable(let reason) = beside.reading(of: name) else {
            return nil
        }
        return reason
    }

    private func source(_ name: String, _ text: String) -> TemplateSource {
        TemplateSource(name: name, text: text, escapes: isReport ? true : nil)
    }
}
