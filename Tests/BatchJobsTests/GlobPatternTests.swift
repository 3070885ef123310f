import TestSupport
import Testing

@testable import BatchJobs

/// Patterns find what a shell's would, name by name, and take no longer for many stars.
@Suite struct GlobPatternTests {
    private func fits(_ pattern: String, _ path: String) throws -> Bool {
        let glob = try #require(GlobPattern(pattern))
        let prefix = glob.base == "." ? "" : glob.base == "/" ? "/" : glob.base + "/"
        guard path.hasPrefix(prefix) else { return false }
        return glob.matches(path.dropFirst(prefix.count).split(separator: "/").map(String.init))
    }

    @Test(arguments: [
        ("*.csv", "a.csv", true), ("*.csv", "a/b.csv", false), ("*.csv", ".a.csv", false), (".*", ".a", true),
        ("runs/*/equity.csv", "runs/a/equity.csv", true), ("runs/*/equity.csv", "runs/a/b/equity.csv", false),
        ("**/*.csv", "a.csv", true), ("**/*.csv", "a/b/c.csv", true), ("a/**", "a/b", true), ("a/**/z", "a/z", true),
        ("a/**/z", "a/b/c/z", true), ("**/*.csv", "a/.b/c.csv", false), ("r?.csv", "r1.csv", true),
        ("r?.csv", "r12.csv", false), ("r[0-9].csv", "r7.csv", true), ("r[!0-9].csv", "r7.csv", false),
        ("r[!0-9].csv", "rx.csv", true), ("[]a]", "]", true), ("[a-]", "-", true), ("[a", "[a", true),
        ("/data/*/x", "/data/y/x", true), ("*a*b*c", "xxaybzc", true), ("*a*b*c", "xxaybz", false),
    ])
    func `a pattern fits the names that it should`(pattern: String, path: String, isMatch: Bool) throws {
        #expect(try fits(pattern, path) == isMatch)
    }

    @Test func `a text without wildcards is no pattern, and the fixed part is where the search begins`() {
        #expect(GlobPattern("a/b.csv") == nil)
        #expect(GlobPattern("a/b/*.csv")?.base == "a/b" && GlobPattern("*.csv")?.base == ".")
        #expect(GlobPattern("/*")?.base == "/")
    }

    @Test func `a folder is entered exactly where something below it may fit`() throws {
        let glob = try #require(GlobPattern("r/*/x/*.csv"))
        #expect(glob.mayMatch(below: ["a"]) && glob.mayMatch(below: ["a", "x"]))
        #expect(!glob.mayMatch(below: ["a", "y"]) && !glob.mayMatch(below: ["a", "x", "z"]))
        #expect(try #require(GlobPattern("r/**/q")).mayMatch(below: ["a", "b", "c"]))
    }

    @Test func `names agree with a matcher that tries everything`() {
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<4000 {
            let pattern = (0..<numbers.below(6)).map { _ in numbers.pick(["a", "b", "*", "?"]) }.joined()
            let name = (0..<numbers.below(7)).map { _ in numbers.pick(["a", "b"]) }.joined()
            #expect(NameMatch.fits(name, pattern) == slow(Array(name), Array(pattern)), "\(pattern) \(name)")
        }
    }

    private func slow(_ name: [Character], _ pattern: [Character]) -> Bool {
        guard let first = pattern.first else { return name.isEmpty }
        let rest = Array(pattern.dropFirst())
        if first == "*" { return slow(name, rest) || (!name.isEmpty && slow(Array(name.dropFirst()), pattern)) }
        guard let letter = name.first, first == "?" || first == letter else { return false }
        return slow(Array(name.dropFirst()), rest)
    }

    @Test func `many stars take no time`() {
        let name = String(repeating: "a", count: 3000)
        #expect(!NameMatch.fits(name, String(repeating: "*a", count: 40) + "b"))
    }
}
