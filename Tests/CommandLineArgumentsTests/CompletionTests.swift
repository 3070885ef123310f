import CommandLineArguments
import Foundation
import TestSupport
import Testing

@Test(arguments: CompletionShell.allCases)
func `the completion script of every shell is as recorded`(shell: CompletionShell) throws {
    try expectGolden(shell.script(for: bakery), "Completions/bakery.\(shell.rawValue)")
}

@Test(.enabled(if: Shell.isInstalled("bash")))
func `bash finds no fault in its script`() throws {
    let faults = try Shell.withScript(.bash) { try Shell.run("bash", ["-n", $0]) }
    #expect(faults.isEmpty, "\(faults)")
}

@Test(.enabled(if: Shell.isInstalled("zsh")))
func `zsh finds no fault in its script`() throws {
    let faults = try Shell.withScript(.zsh) { try Shell.run("zsh", ["-n", $0]) }
    #expect(faults.isEmpty, "\(faults)")
}

@Test(.enabled(if: Shell.isInstalled("fish")))
func `fish finds no fault in its script`() throws {
    let faults = try Shell.withScript(.fish) { try Shell.run("fish", ["--no-execute", $0]) }
    #expect(faults.isEmpty, "\(faults)")
}

/// A line up to the cursor, as the words that the shell makes of it, and what is offered.
private let lines: [(words: [String], offers: [String])] = [
    (["ba"], ["bake"]),
    ([""], ["bake", "slice", "pantry"]),
    (["--quiet", "s"], ["slice"]),
    (["--log-format", "json", "p"], ["pantry"]),
    (["pantry", ""], ["list", "move"]),
    (["pantry", "move", "--q"], ["--quiet"]),
    (["bake", "--he"], ["--heat", "--help"]),
    (["--ver"], ["--verbose", "--version"]),
    (["bake", "--log-format", ""], ["text", "json"]),
    (["bake", "--format", "s"], ["square", "star"]),
    (["bake", "--format", "round,s"], ["round,square", "round,star"]),
    (["slice", "b"], ["big"]),
    (["slice", "--list", "sm"], ["small"]),
    (["pantry", "list", ""], []),
    (["bake", "--heat", ""], []),
]

@Test(.enabled(if: Shell.isInstalled("bash")), arguments: lines)
func `bash offers what can stand at the cursor`(words: [String], offers: [String]) throws {
    #expect(try Shell.bashOffers(words) == offers)
}

@Test(.enabled(if: Shell.isInstalled("bash")))
func `bash completes behind an equals sign, as one word or as three`() throws {
    #expect(try Shell.bashOffers(["bake", "--format", "=", "st"]) == ["star"])
    #expect(try Shell.bashOffers(["bake", "--format", "="]) == ["round", "square", "star"])
    #expect(try Shell.bashOffers(["bake", "--format=round,st"]) == ["--format=round,star"])
    #expect(try Shell.bashOffers(["bake", "--log-format", "=", "json", "--hea"]) == ["--heat"])
}

@Test(.enabled(if: Shell.isInstalled("bash")))
func `bash offers files, folders and names where they belong`() throws {
    #expect(try Shell.bashOffers(["bake", ""]) == ["a folder", "file.csv"])
    #expect(try Shell.bashOffers(["bake", "file.csv", "a"]) == ["a folder"])
    #expect(try Shell.bashOffers(["bake", "-o", ""]) == ["a folder"])
    #expect(try Shell.bashOffers(["bake", "--glaze", ""]) == ["sugar", "chocolate", "a folder", "file.csv"])
    #expect(try Shell.bashOffers(["slice", "big", "f"]) == ["file.csv"])
    #expect(try Shell.bashOffers(["bake", "--", "--f"]) == [])
}

@Test(.enabled(if: Shell.isInstalled("fish")), arguments: lines)
func `fish offers what can stand at the cursor`(words: [String], offers: [String]) throws {
    // Fish offers options after a dash only, and sorts.
    #expect(try Shell.fishOffers(words) == offers.sorted())
}
