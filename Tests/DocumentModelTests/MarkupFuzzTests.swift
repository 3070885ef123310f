import Foundation
import TestSupport
import Testing

@testable import DocumentModel

private let sample = """
    <title-band/><tiles metrics="sharpe max_drawdown"/>
    <section title="Trades &amp; costs" keep="together" anchor="t">
      <p small>One <b>two</b> <a href="#t">three</a><br/>four &#8722;5&nbsp;%</p>
      <grid columns="3 2"><figure name="equity" height="120"/><cell><table name="drawdowns" rows="3"/></cell></grid>
      <table><thead><tr><th align="decimal">A</th></tr></thead><tbody><tr role="total"><td sort="1">1</td></tr></tbody></table>
      <caution title="Care">text <!-- c --> <p>more</p></caution><ul><li>a</li></ul><space size="1"/><page-break/>
    </section>
    """

@Suite struct `Markup fuzzing` {
    @Test func `no text makes the reader crash, and every error lies within the text`() {
        var generator = SeededNumbers(seed: 42)
        let pieces = [
            "<", ">", "/", "\"", "'", "&", ";", "=", " ", "\n", "<p>", "</p>", "<!--", "é", "\u{0}", "日", "&#x", "9",
        ]
        var errors = 0
        for _ in 0..<4000 {
            var text = Array(sample)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<max(text.count, 1), using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: text.removeSubrange(place..<min(place + Int.random(in: 1...12, using: &generator), text.count))
                case 1: text.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &generator)], at: place)
                case 2: text = Array(text.prefix(place))
                default: text.insert(contentsOf: text.suffix(Int.random(in: 0...40, using: &generator)), at: place)
                }
                if text.isEmpty { text = ["x"] }
            }
            errors += check(String(text))
        }
        #expect(errors > 3000)
    }

    /// One if the text is wrong.
    private func check(_ text: String) -> Int {
        do throws(MarkupError) {
            _ = try MarkupReader.blocks(from: text, source: "fuzz", content: FakeContent())
            return 0
        } catch {
            let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            #expect((1...lines.count).contains(error.line))
            let line = error.line <= lines.count ? String(decoding: Array(lines[error.line - 1]), as: UTF8.self) : ""
            #expect(error.column >= 1 && error.column <= line.count + 1)
            #expect(!error.description.isEmpty)
            return 1
        }
    }
}

@Suite struct `Markup documentation` {
    @Test func `every element and attribute of the vocabulary is described`() throws {
        let url = repositoryRoot.appendingPathComponent("Documentation/Report-Markup.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        for element in MarkupVocabulary.all {
            #expect(text.contains("`<\(element.name)"), "\(element.name)")
            for attribute in element.attributes { #expect(text.contains("`\(attribute.name)`"), "\(attribute.name)") }
        }
    }
}
