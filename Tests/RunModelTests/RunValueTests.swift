import RunModel
import TestSupport
import Testing

/// Small values of the model: written digits, trials, provenance, reconciliation.
@Suite struct RunValueTests {
    @Test func `the power of ten below a size is at most the size, and ten times it is more`() {
        var numbers = SeededNumbers(seed: 3)
        for _ in 0..<2000 {
            let size = numbers.anyDouble().magnitude
            guard size.isNormal, size < 1e300, size > 1e-290 else { continue }
            let power = WrittenDigits.powerOfTen(below: size)
            #expect(power <= size && size < power * 10, "\(size)")
        }
    }

    @Test(arguments: [
        (2, 6, 1234.56, 0.01), (0, 3, 123_000, 1000), (4, 5, 1.2345, 0.0001), (2, 17, 1234.56, 0), (2, 6, 0, 0),
    ])
    func `neighbours are a digit apart`(decimals: Int, significant: Int, value: Double, spacing: Double) {
        let found = WrittenDigits(decimals: decimals, significant: significant).spacing(near: value)
        #expect(abs(found - spacing) <= 1e-12 * max(1, spacing))
    }

    @Test func `the variance of trials is that of a sample, and a single one has none`() {
        // statistics.variance([1, 2, 4]) of Python 3.11.
        #expect(abs((TrialRatios(listed: [1, 2, 4]).annualVariance ?? 0) - 2.3333333333333335) < 1e-15)
        #expect(TrialRatios(listed: [1]).annualVariance == nil && TrialRatios(listed: [1]).listed == 1)
        #expect(TrialRatios(annualVariance: 0.5).listed == nil)
    }

    @Test func `the digest of inputs is what sha256sum gives for the list that sha256sum prints`() throws {
        let folder = try TemporaryFolder()
        let names = ["equity.csv", "run.json"]
        for name in names { _ = try folder.write("of \(name)", to: name) }
        let lines = try Tearsheet.script("sha256sum equity.csv run.json", in: folder.url).output.split(separator: "\n")
        let files = zip(names, lines).map { name, line in
            Provenance.InputFile(name: name, size: 3, sha256: String(line.prefix(64)), role: "equity")
        }
        let whole = try Tearsheet.script("sha256sum equity.csv run.json | sha256sum", in: folder.url).output
        let provenance = Provenance(format: "", recognisedBy: "", files: files, notes: [])
        #expect(provenance.digest == String(whole.prefix(64)) && provenance.digest.count == 64)
    }

    @Test func `checks are counted by how they ended, and found by their key`() {
        let reconciliation = Reconciliation(checks: [
            .init(.positionsSum, .agrees, "", observed: 3, expected: 1), .init(.feesPresent, .notChecked, ""),
            .init(.tradesUnique, .agrees, ""),
        ])
        #expect(reconciliation.count(.agrees) == 2 && reconciliation.count(.differs) == 0)
        #expect(reconciliation[.positionsSum]?.difference == 2 && reconciliation[.tradesUnique]?.difference == nil)
        #expect(reconciliation[.engineEndValue] == nil)
    }
}
