import Foundation
import RunModel
import Series
import TestSupport
import Testing

@testable import RunFormats

/// What a user asks beside the run: named periods, regimes, limits.
@Suite struct QuestionTests {
    private let equity = dailyEquity(20)

    @Test func `every line of the list ships, in order of time, each with a name of its own and some time in it`()
        throws
    {
        let shipped = EventsReader.shipped
        let list = try String(
            contentsOf: repositoryRoot.appendingPathComponent("Data/stress-periods.csv"), encoding: .utf8)
        #expect(shipped.count == list.split(separator: "\n").count - 1 && shipped.count > 20)
        #expect(Set(shipped.map(\.name)).count == shipped.count)
        #expect(shipped.allSatisfy { $0.start < $0.end && $0.start.weekday < 7 })
        #expect(shipped.map(\.start) == shipped.map(\.start).sorted())
        #expect(shipped.first { $0.name == "COVID crash" }?.start.iso == "2020-02-19")
    }

    @Test func `a user's periods stand before the shipped ones`() throws {
        let files = try TemporaryRun([
            "equity.csv": equity, "mine.csv": "event,begin,until\nOwn,2024-01-02,2024-01-05\n",
        ])
        var options = RunOptions()
        options.events = files.path + "/mine.csv"
        let periods = try files.read(options).stressPeriods
        #expect(periods[0].name == "Own" && periods[0].end.iso == "2024-01-05")
        #expect(try files.read().stressPeriods == Array(periods.dropFirst()) && periods.count > 20)
    }

    @Test func `regimes are the folder's, another file's, or by volatility`() throws {
        let files = try TemporaryRun([
            "equity.csv": equity, "regimes.csv": "date,regime\n2024-01-04,bear\n2024-01-02,bull\n2024-01-04,storm\n",
            "other.csv": "date,anything\n2024-01-03,x\n",
        ])
        guard case .labels(let own) = try files.read().regimes else {
            Issue.record("no labels")
            return
        }
        #expect(own.labels == ["bull", "storm"] && own.file == "regimes.csv")
        var options = RunOptions()
        options.regimes = files.path + "/other.csv"
        guard case .labels(let other) = try files.read(options).regimes else {
            Issue.record("no labels")
            return
        }
        #expect(other.labels == ["x"])
        options.regimes = "volatility"
        #expect(try files.read(options).regimes == .volatility)
    }

    @Test func `limits are sizes with either sign, as fractions or percents`() throws {
        let files = try TemporaryRun([
            "equity.csv": equity, "limits.toml": "drawdown = -0.2\ndaily_loss = \"3%\"\nleverage = 2\n",
            "wrong.toml": "drawdwn = 0.2\n", "empty.toml": "\n", "zero.toml": "var_95 = 0\n",
        ])
        var options = RunOptions()
        options.limits = files.path + "/limits.toml"
        let limits = try #require(try files.read(options).limits)
        #expect(limits.drawdown == 0.2 && limits.dailyLoss == 0.03 && limits.leverage == 2 && limits.weeklyLoss == nil)
        for (name, fact) in [
            ("wrong.toml", "did you mean 'drawdown'?"), ("empty.toml", "no limit"), ("zero.toml", "var_95"),
        ] {
            options.limits = files.path + "/" + name
            #expect { try files.read(options) } throws: { error in
                (error as? RunError)?.message.contains(fact) == true
            }
        }
    }
}
