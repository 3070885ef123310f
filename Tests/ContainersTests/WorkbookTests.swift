import NativeCodecs
import TestSupport
import Testing

@testable import Containers

struct WorkbookTests {
    private static let files =
        Fixtures.paths(in: Fixtures.folder, [".xlsx"]) + Fixtures.paths(in: Fixtures.generated, [".xlsx"])

    @Test(arguments: files) func `sheets hold what openpyxl finds in them`(path: String) throws {
        let workbook = try Workbook(try Fixtures.bytes(path), limit: 1 << 28)
        #expect(try workbook.listing() == Fixtures.text(path + ".expected"), "\(path)")
    }

    @Test func `the first rows are read alone, and a sheet that is not there is told`() throws {
        let workbook = try Workbook(try Fixtures.bytes(Fixtures.folder + "/small.xlsx"), limit: 1 << 28)
        #expect(try workbook.sheet(named: workbook.sheetNames[1], maximumRows: 2).rows.count == 2)
        #expect(throws: SpreadsheetProblem.noSheet("x", among: workbook.sheetNames)) { try workbook.sheet(named: "x") }
    }

    @Test(arguments: [
        ("yyyy-mm-dd hh:mm", true, true), ("mmm yy", true, false), ("[$-409]d/m/yy;@", true, false),
        ("mm:ss.0", false, true),
        ("[h]:mm", false, false), ("General", false, false), ("#,##0.00\" days\"", false, false),
        ("0.00E+00", false, false),
        ("\"sold\" 0", false, false), ("[Red]0.0", false, false), ("h:mm AM/PM", false, true), ("0;yyyy", false, false),
    ])
    func `a format shows a date where it has the letters of one`(code: String, date: Bool, clock: Bool) {
        #expect(NumberFormats.shown(code: code) == NumberFormats.Shown(date: date, clock: clock))
    }

    @Test(arguments: [
        (1.0, false, -2_208_988_800_000), (59, false, -2_203_977_600_000), (61, false, -2_203_891_200_000),
        (25_569, false, 0), (25_569.5, false, 43_200_000), (24_107, true, 0), (0, true, -2_082_844_800_000),
    ])
    func `days count from the end of 1899 or from 1904`(serial: Double, since1904: Bool, milliseconds: Int64) {
        let cell = SerialDate.cell(serial, .init(date: true), since1904: since1904)
        guard case .time(let read, true, _) = cell else { return #expect(Bool(false), "no date") }
        #expect(read == milliseconds)
    }

    @Test func `a document type ends the reading, so there are no entities`() {
        let xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"
        var seen = ""
        #expect(throws: XMLEvents.Failure.self) {
            try XMLEvents.read(Array(xml.utf8)) { event in
                if case .text(let text) = event { seen += text }
                return true
            }
        }
        #expect(seen.isEmpty)
    }

    @Test func `columns count from A`() {
        #expect(["A1", "Z9", "AA10", "XFD1", "1", "ZZZZZ1"].map(SheetReader.column) == [1, 26, 27, 16_384, 0, 16_385])
    }
}
