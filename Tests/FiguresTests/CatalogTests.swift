import Analytics
import Charts
import Testing

@testable import Figures

@Suite struct CatalogTests {
    @Test func `names are unique and found`() {
        let names = FigureCatalog.all.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(FigureCatalog.figure(named: name)?.name == name) }
        #expect(FigureCatalog.figure(named: "nonsense") == nil)
    }

    @Test func `a slip of the keys finds the name that was meant`() {
        #expect(FigureCatalog.nearestName(to: "equty") == "equity")
        #expect(FigureCatalog.nearestName(to: "montly-return") == "monthly-returns")
        #expect(FigureCatalog.nearestName(to: "candlesticks-of-doom") == nil)
    }
}
