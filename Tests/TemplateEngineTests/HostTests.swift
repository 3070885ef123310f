import Synchronization
import Testing

@testable import TemplateEngine

/// What a host may give to templates, and what stays its own.
@Suite struct HostTests {
    /// Counts what it is asked for.
    final class Probe: TemplateObject {
        private let asked = Mutex<[String]>([])
        let rows: [TemplateValue]?

        init(rows: [TemplateValue]? = nil) { self.rows = rows }

        var names: [String] { asked.withLock(\.self) }
        var typeName: String { "probe" }
        var memberNames: [String] { ["sharpe", "sortino"] }
        var elements: [TemplateValue]? { rows }
        var text: String? { rows == nil ? nil : "<probe>" }

        func member(_ name: String) -> TemplateValue? {
            asked.withLock { $0.append(name) }
            return memberNames.contains(name) ? .double(1.5) : nil
        }
    }

    private func render(
        _ template: String, _ context: TemplateValue = .dictionary([]), file: String = "t.html",
        globals: [(String, TemplateValue)] = [], limits: TemplateLimits = TemplateLimits()
    ) throws -> String {
        let environment = TemplateEnvironment(
            loader: DictionaryLoader([file: template]), globals: globals, limits: limits)
        return try environment.template(named: file).render(context)
    }

    @Test func `an object is asked only for what the template names`() throws {
        let probe = Probe()
        let text = try render(
            "{{ m.sharpe }}{% if false %}{{ m.sortino }}{% endif %}", .dictionary([("m", .object(probe))]))
        #expect(text == "1.5")
        #expect(probe.names == ["sharpe"])
    }

    @Test func `an object can be the whole context and is asked once for each name`() throws {
        let probe = Probe()
        #expect(try render("{{ sharpe }}{% for i in [1, 2] %}{{ sharpe }}{% endfor %}", .object(probe)) == "1.51.51.5")
        #expect(probe.names == ["sharpe"])
    }

    @Test func `the members of an object are suggested`() throws {
        let error = try #require(throws: TemplateError.self) {
            try render("{{ m.sharp }}", .dictionary([("m", .object(Probe()))]))
        }
        #expect(error.hints == ["did you mean 'm.sharpe'?"])
        #expect(error.code == .undefined)
    }

    @Test func `an object can be looped over, counted, indexed, sliced, searched and printed`() throws {
        let context = TemplateValue.dictionary([("m", .object(Probe(rows: [.int(1), .int(2), .int(3)])))])
        let template =
            "{% for x in m %}{{ x }}{% endfor %} {{ m | length }} {{ m[0] }}{{ m[-1] }} {{ m[1:] }} "
            + "{{ 2 in m }} {{ m is sequence }} {{ m }}"
        #expect(try render(template, context) == "123 3 13 [2, 3] True True &lt;probe&gt;")
    }

    @Test func `printing an object without text is an error`() throws {
        let error = try #require(throws: TemplateError.self) {
            try render("{{ m }}", .dictionary([("m", .object(Probe()))]))
        }
        #expect(error.message == "cannot print a probe")
    }

    @Test func `an object gives its members to tojson and membership`() throws {
        let context = TemplateValue.dictionary([("m", .object(Probe()))])
        #expect(try render("{{ m | tojson }} {{ 'sharpe' in m }}", context) == #"{"sharpe": 1.5, "sortino": 1.5} True"#)
    }

    @Test func `functions of the host take arguments by position and by name`() throws {
        let function = TemplateFunction(name: "metric", parameters: ["key", "places"]) {
            arguments throws(TemplateFunctionError) in
            guard case .string(let key) = arguments[0] ?? .none else {
                throw TemplateFunctionError("the key must be a string", hint: "write metric('sharpe')")
            }
            guard case .int(let places) = arguments[1] ?? .int(0) else { return .none }
            return .string("\(key)/\(places)")
        }
        let globals: [(String, TemplateValue)] = [("metric", .function(function))]
        #expect(try render("{{ metric('a') }} {{ metric(places=2, key='b') }}", globals: globals) == "a/0 b/2")
        let error = try #require(throws: TemplateError.self) { try render("x {{ metric(1) }}", globals: globals) }
        #expect(
            error.description == """
                t.html:1:6: 'metric': the key must be a string
                  1 | x {{ metric(1) }}
                    |      ^^^^^^^^^
                write metric('sharpe')
                """)
    }

    @Test func `globals are seen by imported templates, the context is not`() throws {
        let loader = DictionaryLoader([
            "main": "{% import 'm' as m %}{{ m.f() }}", "m": "{% macro f() %}{{ g }}{{ c is defined }}{% endmacro %}",
        ])
        let environment = TemplateEnvironment(loader: loader, globals: [("g", .int(7))])
        #expect(try environment.template(named: "main").render(.dictionary([("c", .int(1))])) == "7False")
    }

    @Test func `what a template appends to stays its own`() throws {
        let context = TemplateValue.dictionary([("l", .list([.int(1)])), ("d", .dictionary([("a", .list([]))]))])
        for _ in 0..<2 { #expect(try render("{% do l.append(2) %}{{ l }}", context) == "[1, 2]") }
        let error = try #require(throws: TemplateError.self) { try render("{% do d.a.append(1) %}", context) }
        #expect(error.message == "this list belongs to the report and cannot be changed")
    }

    @Test func `a loader is told which template asks and may decide about escaping`() throws {
        struct Loader: TemplateLoader {
            let names = ["main"]
            func source(of name: String, from parent: String?) -> TemplateSource? {
                switch (name, parent) {
                case ("main", nil): TemplateSource(name: "a/main", text: "{{ '<' }}{% include 'x' %}", escapes: true)
                case ("x", "a/main"): TemplateSource(name: "a/x", text: "{{ '<' }}", escapes: false)
                default: nil
                }
            }
        }
        #expect(try TemplateEnvironment(loader: Loader()).template(named: "main").render(.dictionary([])) == "&lt;<")
    }

    @Test func `limits end what would not end`() throws {
        let limits = TemplateLimits(outputBytes: 1000, steps: 1000)
        let loops = "{% for a in range(100) %}{% for b in range(100) %}{% endfor %}{% endfor %}"
        #expect(try #require(throws: TemplateError.self) { try render(loops, limits: limits) }.code == .limit)
        let text = "{% for a in range(100) %}0123456789ab{% endfor %}"
        #expect(try #require(throws: TemplateError.self) { try render(text, limits: limits) }.code == .limit)
        let doubled = "{% set ns = namespace(s='ab') %}{% for a in range(50) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}"
        #expect(try #require(throws: TemplateError.self) { try render(doubled, limits: limits) }.code == .limit)
    }

    @Test func `lists that hold themselves are an error, not a crash`() {
        for template in [
            "{% set l = [] %}{% do l.append(l) %}{{ l }}",
            "{% set a = [] %}{% set b = [a] %}{% do a.append(b) %}{% set c = [a] %}{{ a == [c] }}{{ [a] == b }}{{ b == c }}{{ a }}",
            "{% set l = [] %}{% do l.append(l) %}{{ l | tojson }}",
            "{% set d = {} %}{% do d.update(a=d) %}{{ d }}",
            "{% set n = namespace() %}{% set n.n = n %}{{ n }}",
            "{% set a = [] %}{% for i in range(60) %}{% set _ = a.append([a, a]) %}{% endfor %}{{ a }}",
        ] {
            #expect(throws: TemplateError.self, "\(template)") { try render(template) }
        }
    }

    @Test func `one template serves several renderings at once`() async throws {
        let environment = TemplateEnvironment(
            loader: DictionaryLoader([
                "t": "{% for x in xs %}{{ loop.index }}{{ x }}{% endfor %}{% include 'u' %}", "u": "!",
            ]))
        let template = try environment.template(named: "t")
        let context = TemplateValue.dictionary([("xs", .list((0..<50).map { .int($0) }))])
        let expected = try template.render(context)
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<8 { group.addTask { try template.render(context) } }
            for try await text in group { #expect(text == expected) }
        }
    }

    @Test(arguments: [
        ("a\r\nb\rc\r\n", "a\nb\nc"), ("a\r\n\r\n", "a\n"), ("\r", ""), ("{{ 'a\r\nb' }}", "a\nb"),
    ])
    func `line ends of all systems are read as one`(template: String, expected: String) throws {
        #expect(try render(template) == expected)
    }
}
