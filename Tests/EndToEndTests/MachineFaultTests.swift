import Foundation
import TestSupport
import Testing

/// What the machine does wrong is told in our words, and costs no more than it must.
@Suite struct MachineFaultTests {
    private let folder: TemporaryFolder
    private static let returns = "date,returns\n" + (10...28).map { "2020-01-\($0),0.0\($0 % 3)\n" }.joined()

    init() throws {
        folder = try TemporaryFolder()
        _ = try folder.write(Self.returns, to: "a.csv")
        _ = try folder.write(Self.returns, to: "b.csv")
    }

    // MARK: Formats

    /// Puts a file that is no library where the program finds it first.
    private static let brokenLibraryScript = """
        mkdir lib
        for version in $(seq 1 30); do echo none > "lib/libxlsxwriter.so.$version"; done
        """

    @Test(arguments: [["a.csv"], ["a.csv", "b.csv"]])
    func `a workbook that cannot be written leaves the run's other formats and exit code 1`(runs: [String]) throws {
        let built = try Tearsheet.script(Self.brokenLibraryScript, in: folder.url)
        try #require(built.code == 0, "\(built.errors)")
        let result = try Tearsheet.script(
            "LD_LIBRARY_PATH=$PWD/lib tearsheet report \(runs.joined(separator: " ")) -o out --format html,xlsx,json",
            in: folder.url)
        #expect(result.code == 1)
        let names = runs.map { String($0.dropLast(4)) }
        let expected = names.flatMap { ["out/\($0).html", "out/\($0).json"] }
        #expect(result.output.split(separator: "\n").map(String.init) == expected)
        let lines = result.errors.split(separator: "\n")
        #expect(
            runs.allSatisfy { run in lines.contains { $0.contains(run) && $0.contains("XLSX") } }, "\(result.errors)")
        #expect(Set(folder.names(in: "out")) == Set(names.flatMap { ["\($0).html", "\($0).json"] }))
    }

    // MARK: Fonts

    @Test(arguments: [1, 3]) func `fontconfig's own complaints are one message of ours, also in a log`(jobs: Int) throws
    {
        _ = try folder.write("<fontconfig><dir>none</dir><x/></fontconfig>", to: "fonts.conf")
        let result = try Tearsheet.script(
            "FONTCONFIG_FILE=$PWD/fonts.conf tearsheet report a.csv b.csv --title 日本 -o out --format pdf "
                + "--log-format json -j \(jobs)",
            in: folder.url)
        #expect(result.code == 0)
        let lines = try result.errors.split(separator: "\n").map { try JSON(text: String($0)) }
        let told = lines.filter { $0["code"]?.string == "system_fonts" }
        #expect(told.count == 1 && told[0]["run"]?.string == "a.csv", "\(result.errors)")
        #expect(told.first?["message"]?.string?.contains("Fontconfig") == true)
    }

    // MARK: Logs and paths

    @Test func `every line of a log says when it was written`() throws {
        let before = Date().addingTimeInterval(-1)
        let result = try Tearsheet.run(
            ["report", "a.csv", "none.csv", "-o", "out", "--format", "json", "--log-format", "json"], in: folder.url)
        let reading = ISO8601DateFormatter()
        reading.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        let lines = try result.errors.split(separator: "\n").map { try JSON(text: String($0)) }
        let times = lines.compactMap { $0["time"]?.string }.compactMap { reading.date(from: $0) }
        #expect(!lines.isEmpty && times.count == lines.count && times == times.sorted())
        #expect(times.allSatisfy { before < $0 && $0 < Date().addingTimeInterval(1) })
    }

    @Test func `a folder's control characters reach the next program, and never a terminal`() throws {
        let name = "o\u{1B}[31mut"
        let piped = try Tearsheet.run(["report", "a.csv", "-o", name, "--format", "json"], in: folder.url)
        #expect(piped.output == "\(name)/a.json\n")
        let command = "tearsheet report a.csv -o 'o\u{1B}[31mut' --format json"
        let shown = try Tearsheet.script("script -qec \"\(command)\" /dev/null < /dev/null", in: folder.url)
        #expect(shown.output.contains("a.json") && !shown.output.contains("\u{1B}[31m"), "\(shown.output)")
    }
}
