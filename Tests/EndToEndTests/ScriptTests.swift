import TestSupport
import Testing

/// Scripts that only people run.
@Suite struct ScriptTests {
    @Test func `every shell script of the repository can be read by its shell`() throws {
        let files = try Tearsheet.tool("git", ["ls-files"]).output.split(separator: "\n").map(String.init)
        var count = 0
        for file in files {
            let first = try Tearsheet.tool("head", ["-n", "1", file]).output
            guard first == "#!/usr/bin/env bash\n" || first == "#!/bin/bash\n" else { continue }
            let result = try Tearsheet.tool("bash", ["-n", file])
            #expect(result.code == 0 && result.errors.isEmpty, "\(file): \(result.errors)")
            count += 1
        }
        #expect(count >= 8, "\(count)")
    }

    @Test func `the fuzzer has seeds for every target, made from the sample runs`() throws {
        let folder = try TemporaryFolder()
        let copied = """
            mkdir Fuzzing; R=\(repositoryRoot.path)
            cp $R/Fuzzing/seed Fuzzing; cp -r $R/{SampleRuns,Templates,Tests} .
            """
        #expect(try Tearsheet.script(copied, in: folder.url).code == 0)
        let seeded = "Fuzzing/seed && find Fuzzing/corpus -mindepth 1 -maxdepth 1 -empty"
        let result = try Tearsheet.script(seeded, in: folder.url)
        #expect(result.code == 0 && result.output.isEmpty && result.errors.isEmpty, "\(result)")
    }
}
