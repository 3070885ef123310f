import Analytics
import Charts
import DocumentModel
import Figures
import RunFormats
import TestSupport
import Testing

@testable import Reports

/// What a report says of its own evidence: reconciliation, in and out of sample, positions.
@Suite struct EvidenceTests {
    private func analysis(_ name: String) throws -> Analysis {
        Analyzer.analyze(try RunReader.read(repositoryRoot.appendingPathComponent("SampleRuns/\(name)").path))
    }

    @Test func `the line of page one counts the checks, and says what fails first`() throws {
        let crypto = try analysis("crypto-365")
        let sentence = try #require(CredibilitySentence.text(crypto.credibility))
        #expect(sentence.contains(" hold, "))
        let (cross, tick) = (sentence.firstRange(of: "✗ "), sentence.firstRange(of: "✓ "))
        #expect(try #require(cross).lowerBound < #require(tick).lowerBound)
        #expect(sentence.contains("✓ trades explain 100.0 % of the change in equity"))
        #expect(sentence.contains(" out of sample, "))
        let bare = try analysis("daily-returns.csv.gz")
        let matched = try #require(CredibilitySentence.text(bare.credibility))
        #expect(matched.contains("✓ benchmark matched 1514 of 1514") && matched.contains("cannot be made"))
    }

    @Test func `what was not checked stands apart in the table, with what is missing`() throws {
        let table = try #require(
            ReportTables(try analysis("zipline-4-stocks")).table("reconciliation", rows: nil))
        let head = try #require(table.rows.firstIndex { $0.role == .group })
        #expect(table.rows[head].cells[0].text == "Not checked: 3" && table.rows.count == head + 4)
        #expect(table.rows[..<head].allSatisfy { $0.cells[0].tone == .plain })
        #expect(
            table.rows[head + 1].cells[0].text.hasSuffix("positions.csv has no quantities and prices beside values"))
    }

    @Test func `every figure over time has the out-of-sample rule in each panel, and says so`() throws {
        let crypto = try analysis("crypto-365")
        let names = [
            "equity", "equity-linear", "underwater", "drawdown-periods", "daily-returns", "rolling",
            "rolling-sharpe", "cumulative-trade-pnl",
        ]
        for name in names {
            let chart = try #require(try FigureCatalog.ofRun.figure(named: name)?.make(crypto).get(), "\(name)")
            for panel in chart.panels {
                let rules = panel.marks.filter {
                    if case .rule(let rule) = $0 { rule.orientation == .vertical } else { false }
                }
                #expect(rules.count == 1, "\(name)")
            }
            #expect(chart.altText.hasSuffix("Out of sample from 1 Jan 2023."))
        }
        let months = try #require(try FigureCatalog.ofRun.figure(named: "monthly-returns")?.make(crypto).get())
        #expect(!months.altText.contains("Out of sample"))
    }

    @Test func `positions that were read are summarised`() throws {
        let zipline = try analysis("zipline-4-stocks")
        let table = try #require(ReportTables(zipline).table("top_holdings", rows: nil))
        #expect(Set(table.rows.map { $0.cells[0].text }) == ["AAPL", "IBM", "KO", "MSFT"])
        #expect(try FigureCatalog.ofRun.figure(named: "exposure")?.make(zipline).get().panels.count == 1)
        let crypto = try analysis("crypto-365")
        #expect(
            ReportTables(crypto).table("top_holdings", rows: nil)?.footnote == "n/a: no positions recorded")
    }
}
