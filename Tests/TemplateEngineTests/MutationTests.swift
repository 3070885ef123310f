import TestSupport
import Testing

@testable import TemplateEngine

/// Whatever is written in a template, reading and rendering it ends in text or in an error, within bounds.
@Suite struct MutationTests {
    private static let files = CaseFile.all("cases") + CaseFile.all("errors").filter { !$0.name.hasPrefix("limit") }
    private static let pieces = [
        "{{", "}}", "{%", "%}", "{#", "#}", "-", "+", "(", ")", "[", "]", "{", "}", "|", ".", ",", ":", "'", "\"", "\\",
        " if ", " else ", " is ", " in ", " not ", "**", "//", "%", "~", "0", "99999999999999999999", "1e999", "-1",
        "none", "loop", "self", "super()", "caller()", "endfor", "{% endif %}", "{% raw %}", "*", "=", "\u{0}", "é",
    ]

    private func mutated(_ text: String, _ generator: inout SeededNumbers) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let position = Int.random(in: 0...scalars.count, using: &generator)
            let end = min(scalars.count, position + Int.random(in: 0...6, using: &generator))
            switch Int.random(in: 0...3, using: &generator) {
            case 0: scalars.removeSubrange(position..<end)
            case 1: scalars.insert(contentsOf: scalars[position..<end], at: position)
            case 2: scalars.swapAt(position % max(scalars.count, 1), end % max(scalars.count, 1))
            default:
                let piece = Self.pieces.randomElement(using: &generator) ?? ""
                scalars.insert(contentsOf: piece.unicodeScalars, at: position)
            }
            if scalars.isEmpty { scalars = Array("{{ 1 }}".unicodeScalars) }
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Renders within tight limits; true if there was text.
    private func gives(_ templates: [String: String], _ first: String, _ context: TemplateValue) -> Bool {
        let limits = TemplateLimits(outputBytes: 200_000, steps: 200_000)
        let environment = TemplateEnvironment(loader: DictionaryLoader(templates), limits: limits)
        do {
            _ = try environment.template(named: first).render(context)
            return true
        } catch {
            #expect(!error.description.isEmpty)
            #expect(error.line >= 1 && error.column >= 1 && error.excerpt.count == 2)
            return false
        }
    }

    @Test(arguments: 0..<4)
    func `a mutated template gives text or an error`(part: Int) {
        var generator = SeededNumbers(seed: UInt64(part))
        var texts = 0
        var errors = 0
        for _ in 0..<2 {
            for file in Self.files {
                var templates = Dictionary(uniqueKeysWithValues: file.templates.map { ($0.name, $0.text) })
                let first = file.templates[0].name
                templates[first] = mutated(templates[first] ?? "", &generator)
                if gives(templates, first, file.context) { texts += 1 } else { errors += 1 }
            }
        }
        #expect(texts > 100 && errors > 100)
    }

    @Test func `every beginning of a template gives text or an error`() {
        for file in Self.files.filter({ $0.name.hasPrefix("whole") || $0.name.hasPrefix("macro") }) {
            let text = Array(file.templates[0].text.unicodeScalars)
            for length in 0..<text.count {
                _ = gives(["t": String(String.UnicodeScalarView(text[..<length]))], "t", file.context)
            }
        }
    }
}
