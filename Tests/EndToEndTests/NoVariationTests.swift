import TestSupport
import Testing

/// Runs in which nothing varies, or next to nothing, as a user meets them.
struct NoVariationTests {
    private func weekdays(_ count: Int, _ value: (Int) -> String) -> String {
        var (rows, day) = ([String](), 0)
        while rows.count < count {
            // 2 January 2023 is a Monday.
            if day % 7 < 5 {
                let (month, date) = (day / 28 % 12 + 1, day % 28 + 1)
                rows.append(
                    "\(2023 + day / 336)-\(month < 10 ? "0" : "")\(month)-\(date < 10 ? "0" : "")\(date),\(value(rows.count))"
                )
            }
            day += 1
        }
        return rows.joined(separator: "\n") + "\n"
    }

    @Test func `a flat account has no ratio, no histogram, and a report`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("date,equity\n" + weekdays(300) { _ in "10000" }, to: "run.csv")
        let table = try Tearsheet.run(["metrics", file, "--only", "sharpe,sortino,omega,kelly,skewness,score"])
        #expect(table.code == 0)
        #expect(table.output.split(separator: "\n").filter { $0.hasSuffix("(returns do not vary)") }.count == 6)
        let figure = try Tearsheet.run(["figure", "return-histogram", file, "-o", folder.url("h.svg").path])
        #expect(figure.code == 1 && figure.errors.contains("returns do not vary"))
        #expect(try Tearsheet.run(["report", file, "-o", folder.url("r.html").path]).code == 0)
        #expect(try !folder.text("r.html").contains("15.87"))
    }

    @Test func `constant growth of six written decimals has no ratio either`() throws {
        let folder = try TemporaryFolder()
        var level = 100.0
        let rows = weekdays(300) { _ in
            level *= 1.0002
            return String((level * 1e6).rounded() / 1e6)
        }
        let file = try folder.write("date,equity\n" + rows, to: "run.csv")
        let table = try Tearsheet.run(["metrics", file, "--only", "sharpe,kelly,score"])
        #expect(table.output.split(separator: "\n").filter { $0.hasSuffix("(returns do not vary)") }.count == 3)
    }

    @Test func `returns within a few millionths of five percent have bars on an axis of their own`() throws {
        let folder = try TemporaryFolder()
        let rows = weekdays(150) { "0.0500\($0 % 7)" }
        let file = try folder.write("date,returns\n" + rows, to: "run.csv")
        let path = folder.url("h.svg").path
        #expect(try Tearsheet.run(["figure", "return-histogram", file, "-o", path]).code == 0)
        let svg = try folder.text("h.svg")
        #expect(svg.contains(">5.002\u{202F}%<") && !svg.contains(">0\u{202F}%<"))
    }
}
