import TestSupport
import Testing

@testable import TemplateEngine

/// Work that a template causes is counted by its size, so that none runs for ever.
@Suite(.timeLimit(.minutes(2))) struct MeteringTests {
    private func render(_ template: String, steps: Int = 200_000, beside: [String: String] = [:]) throws -> String {
        let loader = DictionaryLoader(["t.html": template].merging(beside) { first, _ in first })
        let environment = TemplateEnvironment(loader: loader, limits: TemplateLimits(steps: steps))
        return try environment.template(named: "t.html").render(.dictionary([]))
    }

    private func fails(_ template: String, steps: Int = 200_000, beside: [String: String] = [:]) -> Bool {
        do {
            _ = try render(template, steps: steps, beside: beside)
            return false
        } catch { return (error as? TemplateError)?.message.contains("steps") ?? false }
    }

    @Test(arguments: [
        "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% set s = 'x' * 1000000 %}{% for i in range(100000) %}{% set t = s|upper %}{% endfor %}",
        "{% set s = 'x' * 1000000 %}{% for i in range(100000) %}{% if s in s %}{% endif %}{% endfor %}",
        "{% set s = 'x' * 1000000 %}{% set t = 'x' * 1000000 %}{% for i in range(100000) %}{% if s == t %}{% endif %}{% endfor %}",
        "{% set s = 'x' * 1000000 %}{% for i in range(100000) %}{% set n = s|length %}{% endfor %}",
        "{% set s = 'x' * 1000000 %}{% for i in range(100000) %}{% set n = s[5] %}{% endfor %}",
        "{% set s = 'x' * 1000000 %}{% for i in range(100000) %}{% set n = s ~ 'a' %}{% endfor %}",
        "{% set s = 'x' * 1000000 %}{% for i in range(100000) %}{% set n = s.find('y') %}{% endfor %}",
        "{% for i in range(100000) %}{% set n = ' '.center(1000000) %}{% endfor %}",
        "{% for i in range(100000) %}{% set n = '\\t'.expandtabs(1000000) %}{% endfor %}",
        "{% for i in range(100000) %}{% set n = [1] * 100000 %}{% endfor %}",
        "{% set l = range(50000)|list %}{% for i in range(50000) %}{% do l.insert(0, 1) %}{% endfor %}",
        "{% set l = range(50000)|list %}{% for i in range(50000) %}{% if l.count(-1) %}{% endif %}{% endfor %}",
        "{% set s %}{% for i in range(100000) %}{% set x %}" + String(repeating: "data ", count: 2000)
            + "{% endset %}{% endfor %}{% endset %}",
    ])
    func `a template that would take hours ends at its steps`(template: String) {
        #expect(fails(template), "\(template)")
    }

    @Test func `includes are calls`() {
        let part = "{% include 'a.html' %}{% include 'a.html' %}"
        let chain = Dictionary(
            uniqueKeysWithValues: (0..<40).map {
                ("\($0).html", "{% include '\($0 + 1).html' %}{% include '\($0 + 1).html' %}")
            })
        #expect(fails("{% include '0.html' %}", beside: chain.merging(["40.html": "x", "a.html": part]) { $1 }))
    }

    @Test func `names of templates that do not exist are counted`() {
        #expect(fails("{% for i in range(100000) %}{% include 'no.html' ignore missing %}{% endfor %}"))
    }

    @Test func `tuples that hold themselves many times over are no keys`() {
        let nested = String(repeating: "{% set t = (t, t) %}", count: 60)
        #expect(throws: TemplateError.self) { try render("{% set t = (1, 2) %}\(nested){{ {t: 1} }}") }
    }

    @Test func `integers have up to 128 bits, and beyond is an error with its place and what to do`() throws {
        #expect(try render("{{ 2 ** 126 + (2 ** 126 - 1) }}") == "\(Int128.max)")
        #expect(try render("{{ -(2 ** 126) * 2 }} {{ 0 ** 999 }} {{ (-1) ** (10 ** 30) }}") == "\(Int128.min) 0 1")
        for expression in [
            "2 ** 127", "10 ** 100000", "2 ** 126 * 2", "2 ** 126 + 2 ** 126", "-(2 ** 126) - 2 ** 126 - 1",
            "1e300 | int",
            "'%d' % 1e300", "-(-(2 ** 126) * 2)", "(-(2 ** 126) * 2) | abs", "(-(2 ** 126) * 2) // -1",
            "(2 ** 126 + (2 ** 126 - 1)) | round(-38)", "1\(String(repeating: "0", count: 400))",
        ] {
            let error = #expect(throws: TemplateError.self, "\(expression)") { try render("{{ \(expression) }}") }
            #expect(error?.description.contains("it has more than 128 bits") == true, "\(expression)")
            #expect(error?.description.contains("calculate with floats") == true, "\(expression)")
        }
        #expect(
            try render("{{ 2.0 ** 1000 > 1e300 }} {{ 10 ** 30 < 1e300 }} {{ (-(2 ** 126) * 2) % -1 }}") == "True True 0"
        )
    }

    @Test func `a range may touch both ends of the integers`() throws {
        let range = "range(-9223372036854775808, 9223372036854775807, 4611686018427387904)"
        let numbers = "-9223372036854775808, -4611686018427387904, 0, 4611686018427387904"
        #expect(try render("{{ \(range)|list }}") == "[\(numbers)]")
        #expect(try render("{{ \(range)[3] }} {{ \(range)[-1] }}") == "4611686018427387904 4611686018427387904")
        #expect(
            try render("{{ range(9223372036854775807, -9223372036854775808, -9223372036854775808)|list }}")
                == "[9223372036854775807, -1]")
    }

    @Test func `a report of a hundred thousand rows stays far below the limit`() throws {
        let template =
            "{% for i in range(20000) %}<td>{{ i }} {{ 'name'|upper }} {{ '%.2f'|format(i * 1.5) }}</td>{% endfor %}"
        #expect(try render(template, steps: 200_000).contains("19999"))
    }
}

/// The search is the obvious one, in linear time.
@Suite struct TextSearchTests {
    private func naive(_ part: [UInt8], _ text: [UInt8], from start: Int) -> Int? {
        guard part.count <= text.count, start <= text.count - part.count else { return nil }
        return (start...(text.count - part.count)).first { Array(text[$0..<($0 + part.count)]) == part }
    }

    @Test func `it finds what looking at every place finds`() {
        var numbers = SeededNumbers(seed: 5)
        for _ in 0..<4000 {
            let text = (0..<numbers.below(30)).map { _ in UInt8(97 + numbers.below(2)) }
            let part = (0..<numbers.below(6)).map { _ in UInt8(97 + numbers.below(2)) }
            let start = numbers.below(5)
            #expect(TextSearch(part).first(in: text, from: start) == naive(part, text, from: start), "\(part) \(text)")
        }
    }

    @Test(.timeLimit(.minutes(1))) func `nearly finding it everywhere costs no more`() {
        let text = [UInt8](repeating: 97, count: 2_000_000)
        let part = [UInt8](repeating: 97, count: 1_000_000) + [98]
        #expect(TextSearch(part).first(in: text, from: 0) == nil)
    }
}
