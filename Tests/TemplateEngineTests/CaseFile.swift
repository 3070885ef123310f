import Foundation
import TestSupport
import Testing

@testable import TemplateEngine

/// One file of `Tests/Goldens/TemplateEngine`: a context, templates and what is expected of them.
struct CaseFile: CustomTestStringConvertible, Sendable {
    let name: String
    let sections: [(name: String, text: String)]

    var testDescription: String { name }

    /// All cases of a folder, by name.
    static func all(_ folder: String) -> [CaseFile] {
        let url = repositoryRoot.appendingPathComponent("Tests/Goldens/TemplateEngine/\(folder)")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
        return files.filter { $0.hasSuffix(".txt") }.sorted().compactMap { file in
            guard let text = try? String(contentsOf: url.appendingPathComponent(file), encoding: .utf8) else {
                return nil
            }
            return CaseFile(name: String(file.dropLast(4)), sections: Self.sections(text))
        }
    }

    private static func sections(_ text: String) -> [(name: String, text: String)] {
        var sections = [(name: String, text: String)]()
        var lines = [Substring]()
        func finish() {
            guard !sections.isEmpty else { return }
            sections[sections.count - 1].text = lines.joined(separator: "\n")
        }
        // Not split at Characters: a carriage return with a line feed is one Character.
        for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = Substring(line)
            if line.hasPrefix("--- ") {
                finish()
                sections.append((String(line.dropFirst(4)), ""))
                lines = []
            } else {
                lines.append(line)
            }
        }
        lines.removeLast()
        finish()
        return sections
    }

    func section(_ name: String) -> String? { sections.first { $0.name == name }?.text }

    /// The templates in order; the first one is rendered.
    var templates: [(name: String, text: String)] {
        sections.filter { !["context", "expected", "jinja"].contains($0.name) }
    }

    var context: TemplateValue { OrderedJSON.value(section("context") ?? "{}") }

    var environment: TemplateEnvironment {
        TemplateEnvironment(
            loader: DictionaryLoader(Dictionary(uniqueKeysWithValues: templates.map { ($0.name, $0.text) })))
    }

    /// What the first template gives.
    func render() throws(TemplateError) -> String {
        try environment.template(named: templates[0].name).render(context)
    }
}
