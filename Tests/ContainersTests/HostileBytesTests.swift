import Foundation
import TestSupport
import Testing

@testable import Containers

/// Damaged containers give a table or a problem with words, never a trap, and never more memory than allowed.
struct HostileBytesTests {
    /// Reads bytes as everything that they could be; answers the problems.
    static func problems(_ bytes: [UInt8], limit: Int = 1 << 26) -> [ContainerProblem] {
        var problems = [ContainerProblem]()
        func attempt(_ read: () throws(ContainerProblem) -> Void) {
            do throws(ContainerProblem) { try read() } catch { problems.append(error) }
        }
        attempt { () throws(ContainerProblem) in _ = try ParquetReader.read(bytes, limit: limit) }
        attempt { () throws(ContainerProblem) in _ = try ArrowReader.read(bytes, limit: limit) }
        attempt { () throws(ContainerProblem) in
            let archive = try ZipArchive(bytes)
            for entry in archive.entries { _ = try archive.content(of: entry, limit: limit) }
            let workbook = try Workbook(archive, limit: limit)
            for name in workbook.sheetNames { _ = try workbook.sheet(named: name) }
        }
        return problems
    }

    private static let files = Fixtures.paths(in: Fixtures.folder, [".parquet", ".arrow", ".xlsx", ".zip"])

    @Test(arguments: files) func `a file cut off anywhere is refused with words`(path: String) throws {
        let bytes = try Fixtures.bytes(path)
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
            for problem in Self.problems(Array(bytes[..<length])) {
                #expect(!problem.code.isEmpty && !problem.fact.isEmpty && !problem.remedy.isEmpty)
            }
        }
    }

    @Test(arguments: files) func `changed bytes give a table or words`(path: String) throws {
        let bytes = try Fixtures.bytes(path)
        var generator = SeededNumbers(seed: 11)
        for _ in 0..<60 {
            var changed = bytes
            for _ in 0...generator.below(4) {
                // Half of the changes near the end, where footers and directories are.
                let back =
                    generator.below(2) == 0 ? generator.below(min(600, bytes.count)) : generator.below(bytes.count)
                changed[bytes.count - 1 - back] = UInt8(truncatingIfNeeded: generator.next())
            }
            for problem in Self.problems(changed) { #expect(!problem.fact.isEmpty) }
        }
    }

    /// Inputs that a fuzzer found to break a reader once.
    @Test func `inputs that once broke a reader are read or refused`() throws {
        for target in ["parquet", "arrow", "zip", "sheet"] {
            let folder = repositoryRoot.appendingPathComponent("Tests/Fixtures/Fuzz/\(target)").path
            for path in Fixtures.paths(in: folder, [""]) { _ = Self.problems(try Fixtures.bytes(path)) }
        }
    }

    @Test func `a table beyond the allowed memory is refused before it is made`() throws {
        let bytes = try Fixtures.bytes(Fixtures.folder + "/types.parquet")
        #expect(throws: ContainerProblem.self) { try ParquetReader.read(bytes, limit: 200) }
        let problem = try #require(Self.problems(bytes, limit: 200).first)
        #expect(problem.code == "container_too_large")
    }
}
