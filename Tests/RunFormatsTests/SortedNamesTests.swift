import RunModel
import TestSupport
import Testing

@testable import RunFormats

/// Names that begin alike, found by halving.
struct SortedNamesTests {
    @Test func `what is found is what a look at every name finds`() {
        var random = SeededNumbers(seed: 7)
        let letters = Array("abé.-_1")
        func text(_ most: Int) -> String {
            String((0..<random.below(most + 1)).map { _ in letters[random.below(letters.count)] })
        }
        let names = Set((0..<800).map { _ in text(5) }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let sorted = SortedNames(names)
        for wanted in [""] + (0..<300).map({ _ in text(4) }) {
            #expect(Array(sorted.beginning(with: wanted)) == names.filter { $0.utf8.starts(with: wanted.utf8) })
            #expect(sorted.contains(wanted) == names.contains(wanted))
        }
        #expect(Array(SortedNames([]).beginning(with: "a")).isEmpty && !SortedNames([]).contains("a"))
    }

    @Test func `endings and beginnings of a name`() {
        let sorted = SortedNames(["run", "run-1.csv", "run.csv", "run.csv.gz", "runs.csv"])
        #expect(sorted.withEnding("run") == ["run", "run.csv", "run.csv.gz"])
        #expect(SortedNames.beginnings(of: "run-1.csv", before: ".-") == ["run", "run-1"])
    }

    /// The cost of a file does not grow with the files beside it: only those that can belong to it are opened.
    @Test func `among hundreds of files one opens itself and what shares its name`() throws {
        let returns = "date,returns\n2024-01-02,0.01\n2024-01-03,-0.01\n2024-01-04,0.02\n"
        var files = Dictionary(uniqueKeysWithValues: (0..<300).map { ("r\($0).csv", returns) })
        files["r7.trades.csv"] = "Size,EntryBar,ExitBar,EntryPrice,ExitPrice,PnL,ReturnPct,EntryTime,ExitTime\n"
        let run = try TemporaryRun(files)
        let recognised = try RecognisedPath(run.path + "/r7.csv", options: RunOptions())
        #expect(recognised.folder.openings <= 3)
    }
}
