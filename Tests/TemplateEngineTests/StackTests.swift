import Foundation
import Testing

@testable import TemplateEngine

/// Recursion ends in an error before the stack does, on the stack that Linux gives to threads.
@Suite struct StackTests {
    /// Renders on a thread with a stack of so many bytes; nil is the error's code.
    private func render(_ templates: [String: String], stack: Int) -> Result<String, TemplateError>? {
        nonisolated(unsafe) var result: Result<String, TemplateError>?
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            let environment = TemplateEnvironment(loader: DictionaryLoader(templates))
            unsafe result = Result { () throws(TemplateError) in
                try environment.template(named: "main").render(.dictionary([]))
            }
            done.signal()
        }
        thread.stackSize = stack
        thread.start()
        done.wait()
        return unsafe result
    }

    private static let deepList = String(repeating: "[", count: 45) + String(repeating: "]", count: 45)

    @Test(arguments: [
        ["main": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"],
        [
            "main":
                "{% macro m(a) %}{% if 1 %}{% for x in [1] %}{% with y = x %}{{ 1 + (2 * (m(a)) | int) }}{% endwith %}{% endfor %}{% endif %}{% endmacro %}{{ m(1) }}"
        ],
        ["main": "{% macro m() %}{% call m() %}{{ caller() }}{% endcall %}{% endmacro %}{{ m() }}"],
        ["main": "{% include 'main' %}"],
        ["main": "{% for x in [[1]] recursive %}{{ loop([x]) }}{% endfor %}"],
        ["main": "{% block a %}{{ self.a() }}{% endblock %}"],
        ["main": "{% import 'main' as m %}"],
        ["main": "{% extends 'b' %}", "b": "{% extends 'main' %}"],
        ["main": "{% extends 'ma' ~ 'in' %}"],
        [
            "main": "{{ " + String(repeating: "(", count: 5000) + "1"
                + String(repeating: ")", count: 5000) + "}}"
        ],
        ["main": "{{ " + String(repeating: "-", count: 5000) + "1 }}"],
        ["main": "{{ " + String(repeating: "not ", count: 5000) + "1 }}"],
        ["main": "{{ " + String(repeating: "1 if 0 else ", count: 5000) + "1 }}"],
        ["main": "{{ 1" + String(repeating: " | abs", count: 5000) + " }}"],
        ["main": "{{ a" + String(repeating: ".b", count: 5000) + " }}"],
        ["main": "{{ 1" + String(repeating: " ** 1", count: 5000) + " }}"],
        ["main": "{{ a" + String(repeating: "[0]", count: 5000) + " }}"],
        ["main": String(repeating: "{% if 1 %}", count: 5000)],
        ["main": String(repeating: "{% macro m() %}", count: 5000)],
        [
            "main": "{% set " + String(repeating: "(", count: 5000) + "a" + String(repeating: ")", count: 5000)
                + " = 1 %}"
        ],
    ])
    func `endless recursion is an error on a thread's stack`(templates: [String: String]) throws {
        let result = try #require(render(templates, stack: 8 << 20))
        guard case .failure(let error) = result else {
            Issue.record("no error")
            return
        }
        #expect(error.code == .limit)
    }

    @Test func `the deepest template that is allowed renders on a thread's stack`() throws {
        let depth = TemplateLimits.tagNesting
        let tags =
            String(repeating: "{% for x in [1] %}", count: depth) + "{{ \(Self.deepList) }}"
            + String(repeating: "{% endfor %}", count: depth)
        let result = try #require(render(["main": tags], stack: 8 << 20))
        #expect(try result.get() == Self.deepList)
    }
}
