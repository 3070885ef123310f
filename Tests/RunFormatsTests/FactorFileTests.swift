import RunFormats
import RunModel
import Series
import TestSupport
import Testing

/// Factors and weights of a benchmark beside a run.
@Suite struct FactorFileTests {
    private let factors = """
        date,Mkt-RF,SMB,RF
        2024-01-03,0.5%,-0.1%,0.01%
        2024-01-04,-0.25%,0.2%,0.01%
        2024-01-05,,0.3%,0.01%

        """

    @Test func `factors of the folder are read by column, without the rate and without rows that lack one`() throws {
        let run = try TemporaryRun(["equity.csv": dailyEquity(8), "factors.csv": factors]).read()
        let read = try #require(run.factors)
        #expect(read.names == ["Mkt-RF", "SMB"] && read.file == "factors.csv")
        #expect(read.timestamps.map(\.date.iso) == ["2024-01-03", "2024-01-04"])
        #expect(read.values == [[0.005, -0.0025], [-0.001, 0.002]])
        let notes = run.provenance.notes.joined(separator: "\n")
        #expect(
            notes.contains("2 factors of factors.csv: Mkt-RF, SMB.") && notes.contains("'RF' of factors.csv is a rate"))
        #expect(notes.contains("Left out for lack of a factor's return: 1 row of factors.csv"))
    }

    @Test func `the option's file stands above the folder's`() throws {
        let folder = try TemporaryRun([
            "equity.csv": dailyEquity(8), "factors.csv": factors, "own.csv": "date,Value\n2024-01-03,0.01\n",
        ])
        var options = RunOptions()
        options.factors = folder.path + "/own.csv"
        #expect(try folder.read(options).factors?.names == ["Value"])
    }

    @Test func `weights of a benchmark are read by period and segment`() throws {
        let weights = """
            date,segment,weight,return
            2024-01-03,Metals,0.6,0.01
            2024-01-03,Grains,0.3,0.02
            2024-01-02,Metals,0.5,0

            """
        let run = try TemporaryRun(["equity.csv": dailyEquity(8), "benchmark_weights.csv": weights]).read()
        let read = try #require(run.segments)
        #expect(read.names == ["Metals", "Grains"] && read.timestamps.map(\.date.iso) == ["2024-01-02", "2024-01-03"])
        #expect(read.weights == [[0.5, 0.6], [0, 0.3]] && read.returns == [[0, 0.01], [0, 0.02]])
        #expect(run.provenance.notes.contains { $0.contains("do not sum to 1") })
    }
}
