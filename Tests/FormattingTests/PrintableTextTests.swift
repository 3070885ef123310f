import Formatting
import Testing

@Suite struct PrintableTextTests {
    @Test(arguments: [
        ("plain text", "plain text"), ("naïve 日本 📈", "naïve 日本 📈"), ("a\u{1B}]0;x\u{7}", "a\u{FFFD}]0;x\u{FFFD}"),
        ("\u{9B}31m", "\u{FFFD}31m"), ("a\u{202E}b\u{2066}c\u{200F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
        ("a\nb\tc\rd\u{7F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}"), ("x\u{2028}y\u{FFFF}", "x\u{FFFD}y\u{FFFD}"),
    ])
    func `nothing in it acts on a terminal`(text: String, shown: String) { #expect(PrintableText.of(text) == shown) }

    @Test func `lines can be kept`() { #expect(PrintableText.of("a\n\tb\u{1B}", keepsLines: true) == "a\n\tb\u{FFFD}") }

    @Test func `an excerpt says that it is one`() {
        #expect(PrintableText.excerpt("abcdef", limit: 6) == "abcdef")
        #expect(PrintableText.excerpt("abcdefg", limit: 6) == "abcdef…")
        #expect(PrintableText.excerpt("", limit: 6).isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func `nothing is near a name of a megabyte`() {
        let candidates = (0..<1000).map { "candidate-\($0)" }
        #expect(NearestMatch.of(String(repeating: "x", count: 1_000_000), in: candidates) == nil)
        #expect(NearestMatch.of("candidat-7", in: candidates) == "candidate-7")
    }
}
