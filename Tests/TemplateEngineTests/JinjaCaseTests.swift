import TestSupport
import Testing

@testable import TemplateEngine

/// Every template of the case folder gives exactly what Jinja2 3.1 gives (see `generate_cases.py`).
@Suite struct JinjaCaseTests {
    @Test func `there are more than 250 cases`() { #expect(CaseFile.all("cases").count > 250) }

    @Test(arguments: CaseFile.all("cases"))
    func `a template gives what Jinja2 gives`(file: CaseFile) {
        do {
            let actual = try file.render()
            let expected = file.section("expected") ?? ""
            if !actual.utf8.elementsEqual(expected.utf8) {
                Issue.record("\(file.name): \(firstDifference(actual, expected))")
            }
        } catch {
            Issue.record("\(file.name): \(error)")
        }
    }
}
