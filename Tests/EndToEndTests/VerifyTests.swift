import Foundation
import TestSupport
import Testing

/// `tearsheet verify`, seen from outside.
@Suite struct VerifyTests {
    private let run = "SampleRuns/crypto-365"

    private func reports(in folder: TemporaryFolder, _ more: [String] = []) throws {
        let result = try Tearsheet.run(
            ["report", run, "-o", folder.url.path, "--format", "html,pdf,json", "--quiet"] + more)
        #expect(result.code == 0, "\(result.errors)")
    }

    private func verify(_ file: String, _ more: [String] = [], in folder: TemporaryFolder) throws -> Tearsheet.Result {
        try Tearsheet.run(["verify", folder.url(file).path] + more + ["--quiet"])
    }

    @Test func `reports are identical with their run, and JSON and PDF consistent in themselves`() throws {
        let folder = try TemporaryFolder()
        try reports(in: folder)
        for (ending, least) in [("html", 500), ("pdf", 5000), ("json", 20_000)] {
            let result = try verify("crypto-365." + ending, [run], in: folder)
            #expect(
                result.code == 0 && result.output.contains("identical") && result.output.contains("d481f099914e"),
                "\(result)")
            let words =
                result.output.components(separatedBy: "identical: ").last?.prefix { $0.isNumber || $0 == " " } ?? ""
            #expect(Int(words.filter(\.isNumber)) ?? 0 > least, "\(result.output)")
        }
        for (ending, count) in [("pdf", 5), ("json", 8)] {
            let result = try verify("crypto-365." + ending, in: folder)
            #expect(result.code == 0 && result.output.contains("consistent: \(count) values"), "\(result)")
        }
        let page = try verify("crypto-365.html", in: folder)
        #expect(page.code == 1 && page.errors.contains("give the run"))
    }

    @Test func `a number that was changed is named, in each format`() throws {
        let folder = try TemporaryFolder()
        try reports(in: folder)
        let page = try folder.text("crypto-365.html").replacing(
            try Regex("<dt>CAGR</dt><dd[^>]*>84.9"), with: "<dt>CAGR</dt><dd>94.9")
        _ = try folder.write(page, to: "page.html")
        let changed = try verify("page.html", [run], in: folder)
        #expect(
            changed.code == 1
                && changed.output.replacing("\u{202F}", with: " ").hasPrefix(
                    "cagr: 94.9 % in the report, 84.9 % computed\n"),
            "\(changed)"
        )
        #expect(changed.output.contains("1 differs"))
        let document = try folder.text("crypto-365.json")
        _ = try folder.write(
            document.replacing("\"value\": 1.5420016152", with: "\"value\": 2.5420016152"), to: "d.json")
        let number = try verify("d.json", [run], in: folder)
        #expect(
            number.code == 1
                && number.output.contains("metrics.sharpe.value: 2.5420016152 in the report, 1.5420016152 computed"))
        // Without the run a total return that its months do not come to is found.
        _ = try folder.write(document.replacing("10.668219682", with: "11.668219682"), to: "t.json")
        let alone = try verify("t.json", in: folder)
        #expect(alone.code == 1 && alone.output.contains("metrics.total_return, from the months: 11.668"), "\(alone)")
    }

    @Test func `every number of a workbook is held against the run`() throws {
        let folder = try TemporaryFolder()
        let book = folder.url("r.xlsx").path
        #expect(try Tearsheet.run(["report", run, "-o", book, "--quiet"]).code == 0)
        let same = try verify("r.xlsx", [run], in: folder)
        #expect(same.code == 0 && same.output.contains("identical"), "\(same)")
        // Python changes a number in a sheet, as a person with a spreadsheet would.
        let script = """
            import re, sys, zipfile
            source, target = zipfile.ZipFile(sys.argv[1]), zipfile.ZipFile(sys.argv[2], 'w')
            for item in source.infolist():
                data = source.read(item)
                if item.filename == 'xl/worksheets/sheet3.xml':
                    data = re.sub(rb'<v>(0\\.\\d+)</v>', b'<v>0.123</v>', data, count=1)
                target.writestr(item, data)
            target.close()
            """
        #expect(try Tearsheet.tool("python3", ["-c", script, book, folder.url("c.xlsx").path]).code == 0)
        let changed = try verify("c.xlsx", [run], in: folder)
        #expect(changed.code == 1 && changed.output.contains(": 0.123 in the report, "), "\(changed)")
        #expect(changed.output.contains("1 differs"))
        #expect(try verify("r.xlsx", in: folder).errors.contains("give the run"))
        #expect(try verify("r.xlsx", ["SampleRuns/goog-smacross"], in: folder).code == 1)
        let others = try Tearsheet.run(["verify", "Tests/Fixtures/Containers/small.xlsx"])
        #expect(others.code == 1 && others.errors.contains("not a report of Tearsheet"), "\(others)")
    }

    @Test func `another run, another profile and other options are seen`() throws {
        let folder = try TemporaryFolder()
        try reports(in: folder, ["--profile", "quantstats", "--rf", "0"])
        // The conventions are those that the report names; the rate is given again.
        #expect(try verify("crypto-365.json", [run, "--rf", "0"], in: folder).code == 0)
        #expect(try verify("crypto-365.pdf", [run, "--rf", "0"], in: folder).code == 0)
        #expect(try verify("crypto-365.html", [run, "--rf", "0", "--profile", "quantstats"], in: folder).code == 0)
        #expect(try verify("crypto-365.json", [run], in: folder).code == 1)
        let other = try Tearsheet.run(["verify", folder.url("crypto-365.json").path, "SampleRuns/goog-smacross"])
        #expect(
            other.code == 1 && other.errors.contains("other than") || other.errors.contains("others than"),
            "\(other.errors)")
    }

    @Test func `the manifest names what is attached, and a PDF of others is refused`() throws {
        let folder = try TemporaryFolder()
        try reports(in: folder)
        for name in ["manifest.json", "metrics.json", "tables.json"] {
            let words = ["-savefile", name, "-o", folder.url(name).path, folder.url("crypto-365.pdf").path]
            #expect(try Tearsheet.tool("pdfdetach", words).code == 0, "\(name)")
        }
        let manifest = try JSON(text: folder.text("manifest.json"))
        for file in manifest["files"]?.array ?? [] {
            let name = file["name"]?.string ?? ""
            let sum = try Tearsheet.tool("sha256sum", [folder.url(name).path]).output.prefix(64)
            #expect(file["sha256"]?.string == String(sum), "\(name)")
        }
        #expect(
            manifest["files"]?.array?.count == 2 && manifest["inputs_digest"]?.string?.hasPrefix("d481f099914e") == true
        )
        let tables = try JSON(text: folder.text("tables.json"))["tables"]
        #expect(try tables == JSON(text: folder.text("crypto-365.json"))["tables"])
        _ = try folder.write("%PDF-1.4\n%%EOF\n", to: "empty.pdf")
        _ = try folder.write("{\"a\": 1}", to: "other.json")
        #expect(try verify("empty.pdf", in: folder).errors.contains("no metrics.json attached"))
        #expect(try verify("other.json", in: folder).errors.contains("not a report of Tearsheet"))
    }
}
