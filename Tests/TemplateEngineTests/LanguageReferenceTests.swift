import Foundation
import TestSupport
import Testing

@testable import TemplateEngine

/// `Documentation/Templates-Language.md` is true: every example gives what stands below it, every filter is described.
@Suite struct LanguageReferenceTests {
    /// An example: the template, what it refers to, and the expected output or error.
    struct Example: CustomTestStringConvertible, Sendable {
        let template: String
        let others: [String: String]
        let expected: String
        let line: Int

        var testDescription: String { "line \(line)" }
    }

    static let text =
        (try? String(
            contentsOf: repositoryRoot.appendingPathComponent("Documentation/Templates-Language.md"), encoding: .utf8))
        ?? ""

    /// All fenced blocks with what stands behind the fence.
    static let blocks: [(info: String, text: String, line: Int)] = {
        var blocks = [(info: String, text: String, line: Int)]()
        var current: (info: String, lines: [String], line: Int)?
        for (index, line) in text.components(separatedBy: "\n").enumerated() {
            if let open = current {
                if line == "```" {
                    blocks.append((open.info, open.lines.joined(separator: "\n"), open.line))
                    current = nil
                } else {
                    current?.lines.append(line)
                }
            } else if line.hasPrefix("```") {
                current = (String(line.dropFirst(3)), [], index + 1)
            }
        }
        return blocks
    }()

    static let context = OrderedJSON.value(blocks.first { $0.info == "json" }?.text ?? "{}")

    static let examples: [Example] = {
        var examples = [Example]()
        var others = [String: String]()
        for (index, block) in blocks.enumerated() {
            if block.info.hasPrefix("jinja ") {
                others[String(block.info.dropFirst(6))] = block.text
            } else if block.info == "jinja", index + 1 < blocks.count {
                let expected = blocks[index + 1]
                let text = ["output", "error"].contains(expected.info) ? expected.text : "no expectation"
                examples.append(Example(template: block.text, others: others, expected: text, line: block.line))
                others = [:]
            }
        }
        return examples
    }()

    @Test(arguments: examples)
    func `an example gives what stands below it`(example: Example) {
        var templates = example.others
        templates["example.html"] = example.template
        let environment = TemplateEnvironment(loader: DictionaryLoader(templates))
        let actual: String
        do {
            actual = try environment.template(named: "example.html").render(Self.context)
        } catch {
            actual = error.description
        }
        // The document is read by people, so ordinary spaces stand for the thin ones.
        let plain = actual.replacingOccurrences(of: "\u{202F}", with: " ").replacingOccurrences(of: "\u{A0}", with: " ")
        #expect(plain.trimmingCharacters(in: .newlines) == example.expected.trimmingCharacters(in: .newlines))
    }

    @Test func `there are examples`() { #expect(Self.examples.count > 20) }

    @Test func `every filter, test and tag is described`() {
        for name in FilterTable.names + TestTable.names {
            let isNamed = ["`\(name)`", "`\(name)("].contains { Self.text.contains($0) }
            #expect(isNamed, "\(name)")
        }
        for name in Parser.tagNames { #expect(Self.text.contains("\(name)"), "\(name)") }
    }
}
