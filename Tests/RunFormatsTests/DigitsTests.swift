import RunModel
import Testing

@Test func `a run carries how exactly its equity was written`() throws {
    let digits = { (cells: [String]) in
        let rows = cells.enumerated().map { "2024-01-\($0 < 9 ? "0" : "")\($0 + 1),\($1)" }
        return try bare("date,equity\n" + rows.joined(separator: "\n") + "\n").equityDigits
    }
    #expect(try digits(["100.0", "100.02", "100.040004"]) == WrittenDigits(decimals: 6, significant: 9))
    #expect(try digits(["1000", "1003", "998"]) == WrittenDigits(decimals: 0, significant: 4))
    #expect(try digits(["1.0003E2", "1.00031e2", "0.99e2"]) == WrittenDigits(decimals: 3, significant: 6))
    #expect(try digits(["0.0123", "0.0124", "0.01245"]) == WrittenDigits(decimals: 5, significant: 4))
    #expect(try bare("date,returns\n2024-01-02,0.01\n2024-01-03,0.02\n").equityDigits == nil)
}
