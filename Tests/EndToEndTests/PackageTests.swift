import Foundation
import TestSupport
import Testing

/// The walls of the house are what `Package.swift` lists, so the list must be what the files import.
///
/// A module that reaches a target through another one is not held by the build, nor always built again when that target
/// changes.
@Suite struct PackageTests {
    private let root = repositoryRoot

    @Test func `every target lists exactly the targets that its files import`() throws {
        let manifest = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
        let all = Set(names(in: manifest, after: #"(?:module\(\s*|system\(\s*|\.target\(\s*name: )"#))
        let rows = manifest.matches(of: /(module|tests)\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/)
        #expect(rows.count > 40)
        for row in rows {
            let folder = (row.1 == "module" ? "Sources/" : "Tests/") + row.2
            let listed = Set(row.3.map { names(in: String($0), after: "") } ?? [])
            let imported = try imports(of: folder).intersection(all).subtracting(["TestSupport"])
            #expect(listed == imported, "\(row.2)")
        }
    }

    private func names(in text: String, after prefix: String) -> [String] {
        guard let pattern = try? Regex(prefix + #""(\w+)""#, as: (Substring, Substring).self) else { return [] }
        return text.matches(of: pattern).map { String($0.output.1) }
    }

    private func imports(of folder: String) throws -> Set<String> {
        let files = FileManager.default.enumerator(
            at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)
        var found: Set<String> = []
        for case let file as URL in try #require(files) where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /(?m)^\s*(?:@testable |public )?import (?:struct |enum |class |func )?(\w+)/)
            {
                found.insert(String(match.1))
            }
        }
        return found
    }
}
