import TestSupport
import Testing

@testable import TemplateEngine

/// Every template of the error folder fails, where Jinja2 fails, with the text of `errors.golden`.
@Suite struct ErrorCaseTests {
    static let cases = CaseFile.all("errors")

    @Test func `there are more than 100 cases`() { #expect(Self.cases.count > 100) }

    @Test(arguments: cases)
    func `an error stands on the line that Jinja2 names`(file: CaseFile) throws {
        let error = try #require(throws: TemplateError.self) { _ = try file.render() }
        let parts = (file.section("jinja") ?? "").split(separator: " ")
        if let line = parts.last.flatMap({ Int($0) }) { #expect(error.line == line, "\(error)") }
        #expect(error.column >= 1)
        #expect(error.excerpt.count == 2)
        #expect(error.excerpt[1].contains("^"))
    }

    @Test func `errors read as recorded`() throws {
        var text = ""
        for file in Self.cases {
            let error = try #require(throws: TemplateError.self, "\(file.name)") { _ = try file.render() }
            text += "# \(file.name) (\(error.code.rawValue))\n\(error)\n\n"
        }
        try expectGolden(text, "TemplateEngine/errors.golden")
    }
}
