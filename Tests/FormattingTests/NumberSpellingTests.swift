import Formatting
import Foundation
import TestSupport
import Testing

/// Numbers of our texts in the languages of readers.
@Suite struct NumberSpellingTests {
    private static let thin = "\u{202F}"

    private func german(_ text: String, sparing names: [String] = []) throws -> String {
        NumberSpelling(try #require(.named("de")), sparing: names).text(text)
    }

    /// Recorded by `Reference/generate_languages.py` from the Unicode CLDR.
    @Test func `every language writes as the CLDR says`() throws {
        let file = repositoryRoot.appendingPathComponent("Tests/FormattingTests/Reference/languages.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
        for line in lines {
            let cells = Self.cells(line)
            let language = try #require(DisplayLanguage.named(cells[0]), "\(cells[0])")
            let spelling = NumberSpelling(language)
            #expect(spelling.text(DisplayNumber.number(-1_234_567.89, places: 2)) == cells[1], "\(cells[0])")
            #expect(spelling.text(DisplayNumber.percent(0.123)) == cells[2], "\(cells[0])")
            #expect(spelling.text("2 Jan 2015") == cells[3], "\(cells[0])")
        }
        #expect(lines.count == DisplayLanguage.all.count - 1, "a language has no line in the reference")
    }

    /// The cells of a line in which quotation marks hold commas.
    private static func cells(_ line: Substring) -> [String] {
        var (cells, isQuoted) = ([""], false)
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    @Test(arguments: [
        ("At worst 14.4\(thin)% below a peak on 24 Jul 2020", "At worst 14,4\(thin)% below a peak on 24.07.2020"),
        ("\u{2212}1\(thin)234.50 USD", "\u{2212}1.234,50 USD"), ("5.94×", "5,94×"), ("12.35M", "12,35M"),
        ("0.8…2.0", "0,8…2,0"), ("1.2e\u{2212}5", "1,2e\u{2212}5"), ("p < 0.001.", "p < 0,001."),
        ("2 Jan 2015 – 31 Dec 2024", "02.01.2015 – 31.12.2024"), ("(1.5)", "(1,5)"),
        ("15 Nov 2023, 16:30", "15.11.2023, 16:30"),
        ("n/a", "n/a"), ("2020", "2020"), ("97.5 % of paths", "97,5\(thin)% of paths"),
        ("12\(thin)345 trades", "12.345 trades"),
        ("95\(thin)% interval", "95\(thin)% interval"),
    ])
    func `numbers within words are spelled`(text: String, expected: String) throws {
        #expect(try german(text) == expected)
    }

    @Test(arguments: [
        "Tearsheet 0.1.0", "2015-01-02", "2015-01-02 16:00:01.5", "equity.csv:3", "v1.5", "sha256 12ab.34cd", "x_1.5",
        "1.5x",
        "1.5 Hedged".replacing(" ", with: "_"), "10:30", "run 1.5.csv", "S&P 500", "1/2.5", "0.5.1", "3.Januar",
        "Jan 2020",
        "41 Jan 20155",
    ])
    func `what is no number of ours stays`(text: String) throws {
        #expect(try german(text) == text)
    }

    @Test func `names stay as they are, wherever they stand`() throws {
        let text = "World 1.5 Hedged rose by 1.5\(Self.thin)%; World 1.5 by 2.5\(Self.thin)%"
        let names = ["World 1.5", "World 1.5 Hedged", "S&P 500"]
        #expect(
            try german(text, sparing: names)
                == "World 1.5 Hedged rose by 1,5\(Self.thin)%; World 1.5 by 2,5\(Self.thin)%")
    }

    @Test func `names are known where they are cut behind their numbers`() throws {
        #expect(try german("World 1.5 H… 1.09×", sparing: ["World 1.5 Hedged"]) == "World 1.5 H… 1,09×")
        #expect(try german("1.5 World at 1.5", sparing: ["1.5 World", "1.5"]) == "1.5 World at 1,5")
    }

    @Test func `the standard changes nothing`() {
        let text = "\u{2212}1\(Self.thin)234.5\(Self.thin)% on 2 Jan 2015"
        #expect(NumberSpelling.standard.text(text) == text)
        #expect(NumberSpelling(.standard, sparing: ["1.5"]) == .standard)
    }

    @Test func `every number that the program writes is found`() throws {
        let spelling = NumberSpelling(try #require(.named("de")))
        for exponent in -6...9 {
            for places in 0...4 {
                let text = DisplayNumber.number(-1.2345 * pow(10, Double(exponent)), places: places)
                let swapped = String(text.map { $0 == "." ? "," : $0 == "\u{202F}" ? "." : $0 })
                #expect(spelling.text(text) == swapped)
                #expect(spelling.text("a \(text) b") == "a \(swapped) b")
            }
        }
    }

    @Test(arguments: [
        ("de", "de"), ("DE", "de"), ("de-DE", "de"), ("pt_br", "pt-BR"), ("en-US", "en"), ("standard", "standard"),
    ])
    func `tags are read however they are written`(text: String, tag: String) {
        #expect(DisplayLanguage.named(text)?.tag == tag)
    }

    @Test(arguments: ["", "deu", "xx", "de-LI", "en-", "C.UTF-8"])
    func `no language stands in for one that is missing`(text: String) {
        #expect(DisplayLanguage.named(text) == nil)
    }
}
