import RunModel
import Testing

/// A finding reads as place, fact, remedy.
@Suite struct FindingTests {
    private func message(_ file: String?, _ row: Int?, _ column: String?, _ byte: Int?, _ remedy: String?) -> String {
        Finding(
            severity: .error, layer: .schema, code: "c", file: file, row: row, column: column, byte: byte, fact: "fact",
            remedy: remedy
        ).message
    }

    @Test func `what is known of the place stands before the fact`() {
        #expect(message("a.csv", 17, "equity", nil, "do") == "a.csv:17 column 'equity': fact; do")
        #expect(message("a.csv", nil, nil, nil, nil) == "a.csv: fact")
        #expect(message("run.json", nil, nil, 4, nil) == "run.json byte 4: fact")
        #expect(message(nil, nil, nil, nil, "do") == "fact; do")
    }

    @Test func `a column's name of any length is cut`() {
        #expect(message("a.csv", 1, String(repeating: "n", count: 100_000), nil, nil).utf8.count < 200)
    }
}
