import Analytics
import Charts
import Testing

@testable import Figures

@Suite struct CatalogTests {
    @Test func `names are unique and found`() {
        let names = FigureCatalog.ofRun.map(\.name)
        #expect(Set(names).count == names.count)
        for name in names { #expect(FigureCatalog.ofRun.figure(named: name)?.name == name) }
        #expect(FigureCatalog.ofRun.figure(named: "nonsense") == nil)
    }

    @Test func `a slip of the keys finds the name that was meant`() {
        #expect(FigureCatalog.ofRun.nearestFigureName(to: "equty") == "equity")
        #expect(FigureCatalog.ofRun.nearestFigureName(to: "montly-return") == "monthly-returns")
        #expect(FigureCatalog.ofRun.nearestFigureName(to: "candlesticks-of-doom") == nil)
    }
}
