import Foundation
import TestSupport
import Testing

/// What `make install` puts on a machine, and what the program says of itself.
@Suite struct InstallTests {
    @Test func `the licences of the product and of all that is inside can be printed`() throws {
        let text = try Tearsheet.run(["--version", "--licences"]).output
        for words in ["MIT License", "SIL Open Font License 1.1", "Runtime Library Exception", "toml++", "Cairo"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func `the version comes with those of the libraries when asked for`() throws {
        #expect(try Tearsheet.run(["--version"]).output == "tearsheet 0.1.0\n")
        let lines = try Tearsheet.run(["--version", "--verbose"]).output.split(separator: "\n")
        #expect(lines.first == "tearsheet 0.1.0")
        let libraries = [
            "schema", "Cairo", "HarfBuzz", "FreeType", "fontconfig", "zlib", "cmark", "simdjson", "toml++", "zstd",
            "snappy",
            "lz4",
            "brotli", "libdeflate", "expat", "libcurl",
        ]
        for library in libraries {
            let line = lines.first { $0.hasPrefix("  \(library) ") }
            #expect(line?.contains { $0.isNumber } == true, "\(library)")
        }
    }

    @Test func `an installed executable is stripped and comes with its licences and completions`() throws {
        let folder = try TemporaryFolder()
        let prefix = folder.url("prefix").path
        let script = repositoryRoot.appendingPathComponent("Scripts/install").path
        #expect(try Tearsheet.tool(script, [Tearsheet.path, prefix]).code == 0)
        let installed = prefix + "/bin/tearsheet"
        #expect(try Tearsheet.tool("nm", [installed]).errors.contains("no symbols"))
        for file in ["share/doc/tearsheet/LICENSE", "share/doc/tearsheet/THIRD-PARTY.md"] {
            #expect(FileManager.default.fileExists(atPath: prefix + "/" + file), "\(file)")
        }
    }

    @Test func `the release build looks for libraries only where the system has them`() throws {
        let makefile = try String(contentsOf: repositoryRoot.appendingPathComponent("Makefile"), encoding: .utf8)
        for flag in ["--disable-local-rpath", "-z -Xlinker relro", "-z -Xlinker now"] {
            #expect(makefile.contains(flag), "\(flag)")
        }
    }
}
