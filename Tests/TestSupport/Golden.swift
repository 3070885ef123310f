import Foundation
import Testing

/// Compares text with a golden file below `Tests/Goldens/`; `TEARSHEET_RECORD=1` records and fails the test.
///
/// Recording fails on purpose: a run that writes its own expectations has checked nothing.
public func expectGolden(
    _ actual: String, _ name: String, file: String = #filePath, location: SourceLocation = #_sourceLocation
) throws {
    let url = repositoryRoot.appendingPathComponent("Tests/Goldens/\(name)")
    if ProcessInfo.processInfo.environment["TEARSHEET_RECORD"] != nil {
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try actual.write(to: url, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name); run again without TEARSHEET_RECORD", sourceLocation: location)
        return
    }
    guard let expected = try? String(contentsOf: url, encoding: .utf8) else {
        Issue.record("no golden \(name); record it with TEARSHEET_RECORD=1", sourceLocation: location)
        return
    }
    if actual != expected {
        Issue.record("\(name) differs:\n\(firstDifference(actual, expected))", sourceLocation: location)
    }
}

/// The first line in which two texts differ, with its number.
public func firstDifference(_ actual: String, _ expected: String) -> String {
    let left = actual.components(separatedBy: "\n")
    let right = expected.components(separatedBy: "\n")
    for index in 0..<max(left.count, right.count) {
        let mine = index < left.count ? left[index] : "<end>"
        let theirs = index < right.count ? right[index] : "<end>"
        if mine != theirs { return "line \(index + 1)\n  expected: \(theirs)\n  actual:   \(mine)" }
    }
    return "the texts are equal"
}

/// The repository's root, found from this file.
public let repositoryRoot: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
