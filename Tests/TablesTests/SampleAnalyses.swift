import Analytics
import Foundation
import RunFormats
import TestSupport

/// The sample runs, and runs in which nearly everything is absent.
let analyses: Result<[(name: String, analysis: Analysis)], any Error> = Result {
    try sampleRuns.flatMap { name in
        try RunReader.list(repositoryRoot.appendingPathComponent(name).path).map { reference in
            (reference.id, Analyzer.analyze(try RunReader.read(reference)))
        }
    }
        + [
            ("two returns", try bareAnalysis("2020-01-02,0.01\n2020-01-03,-0.02\n")),
            ("no movement", try bareAnalysis("2020-01-02,0\n2020-01-03,0\n2020-01-06,0\n")),
        ]
}

private func bareAnalysis(_ rows: String) throws -> Analysis {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    _ = try folder.write("date,returns\n" + rows, to: "bare.csv")
    return Analyzer.analyze(try RunReader.read(folder.url("bare.csv").path))
}
