import Containers
import Foundation
import RunModel
import TestSupport
import Testing

@testable import RunFormats

/// Workbooks with several sheets; `Tests/Fixtures/Containers/sheets.py` wrote them.
struct SheetChoiceTests {
    private static func path(_ name: String) -> String {
        repositoryRoot.appendingPathComponent("Tests/Fixtures/Containers/sheets/" + name).path
    }

    @Test(arguments: ["account-last.xlsx", "account-behind-title.xlsx"])
    func `the sheet of the account is read, wherever it stands`(name: String) throws {
        let run = try RunReader.read(Self.path(name))
        #expect(run.equity.values == [1000, 1010, 1005, 1020])
        #expect(run.provenance.notes.contains { $0.hasPrefix("The sheet 'Equity' of \(name) was read, and not") })
    }

    @Test func `without an account the first table of an engine is read, else the first table`() throws {
        #expect(try SheetChoice.name(in: Self.workbook("trades-behind-figures.xlsx")) == "Trades")
        #expect(try SheetChoice.name(in: Self.workbook("figures-alone.xlsx")) == "Second")
    }

    @Test func `of several accounts the finest is read, and the note says so; a name decides before that`() throws {
        let run = try RunReader.read(Self.path("monthly-first.xlsx"))
        #expect(run.equity.values == [1000, 1010, 1005, 1020])
        let note =
            "The sheet 'Days' of monthly-first.xlsx was read, the finest series of 2, and not 'Months', 'Drawdown'."
        #expect(run.provenance.notes.contains(note))
        #expect(try SheetChoice.name(in: Self.workbook("named-account.xlsx")) == "Growth")
    }

    private static func workbook(_ name: String) throws -> Workbook {
        try Workbook([UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name)))), limit: 1 << 24)
    }
}
