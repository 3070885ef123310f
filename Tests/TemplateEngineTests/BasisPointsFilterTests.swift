import TemplateEngine
import Testing

/// The filter `basis_points`: costs are read in hundredths of a percent.
@Suite struct BasisPointsFilterTests {
    @Test(arguments: [
        ("{{ 0.00125|basis_points }}", "12.5\u{202F}bp"), ("{{ -0.0003|basis_points(0) }}", "\u{2212}3\u{202F}bp"),
        ("{{ none|basis_points }}", "n/a"),
    ])
    func `a fraction is shown in basis points`(template: String, expected: String) throws {
        let environment = TemplateEnvironment(loader: DictionaryLoader(["t": template]))
        #expect(try environment.template(named: "t").render(.dictionary([])) == expected)
    }
}
