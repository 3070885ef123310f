import Series
import TestSupport
import Testing

@testable import Analytics
@testable import Reports

/// Sentences are held against what they say, over every small world that can be enumerated.
@Suite struct HeadlineTests {
    /// The whole numbers of a sentence, thin spaces within them left out.
    private func numbers(_ text: String) -> [Int] {
        text.replacing("\u{202F}", with: "").split { !$0.isNumber }.compactMap { Int($0) }
    }

    /// Every list of a length over some values.
    private func lists<Value>(_ values: [Value], length: Int) -> [[Value]] {
        length == 0 ? [[]] : lists(values, length: length - 1).flatMap { list in values.map { list + [$0] } }
    }

    private func periods(_ values: [Double], partial: Set<Int> = []) -> [PeriodReturn] {
        values.enumerated().map { index, value in
            PeriodReturn(
                start: CalendarDate(year: 2001 + index, month: 1, day: 1) ?? CalendarDate(day: 0), strategy: value,
                benchmark: nil, benchmarkIsPartial: false, observations: 250, isPartial: partial.contains(index))
        }
    }

    @Test func `years that gained are counted, and those that made half of the growth do`() {
        let worlds: [[Double]] = [3, 6, 7].flatMap { lists([-0.3, 0, 0.1, 0.9], length: $0) }
        for values in worlds {
            let partial: Set<Int> = values[0] == 0 ? [0] : []
            let years = periods(values, partial: partial)
            let full = years.filter { !$0.isPartial }
            guard let sentence = YearsHeadline.sentence(years: years, months: []) else {
                #expect(full.count < 3, "\(values)")
                continue
            }
            let gains = full.count { $0.strategy > 0 }
            let word = gains == full.count ? "each" : gains == 0 ? "none" : "\(gains)"
            #expect(sentence.hasPrefix("A gain in \(word) of \(full.count) full years"), "\(values): \(sentence)")
            let named = numbers(sentence).filter { $0 > 2000 }
            let growth = values.reduce(1) { $0 * (1 + $1) }
            let theirs = named.reduce(1) { $0 * (1 + values[$1 - 2001]) }
            if !named.isEmpty { #expect(growth > 1 && theirs * theirs >= growth * 0.999_999, "\(values): \(sentence)") }
        }
    }

    @Test func `short runs count months, and shorter ones nothing`() {
        #expect(
            YearsHeadline.sentence(years: periods([0.1, 0.2]), months: periods([0.1, -0.1, 0, 0.1, 0.1, 0.2]))
                == "A gain in 4 of 6 months")
        // The metric `monthly_win_rate` counts parts of months, and so does the sentence.
        #expect(
            YearsHeadline.sentence(years: [], months: periods([0.1, -0.1, 0, 0.1, 0.1, 0.2, 0.3], partial: [6]))
                == "A gain in 5 of 7 months")
        #expect(
            YearsHeadline.sentence(years: [], months: periods([0.1, 0.1, 0.1, 0.1, 0.1, 0.2], partial: [5])) == nil)
        #expect(YearsHeadline.sentence(years: periods([0.1, 0.2, 0.3], partial: [0]), months: periods([0.1])) == nil)
        #expect(
            YearsHeadline.sentence(years: periods([-1, 0.1, 0.2, 0.1, 0.1, 3]), months: [])
                == "A gain in 5 of 6 full years")
    }

    @Test func `a decline is as deep and as long as the sentence says`() {
        let peak = Timestamp(CalendarDate(day: 18_000))
        func sentence(_ depth: Double, days: Int?) -> String? {
            let recovery = days.map { Timestamp(CalendarDate(day: 18_000 + $0)) }
            return DrawdownHeadline.sentence(
                DrawdownEpisode(
                    peak: peak, valley: peak, recovery: recovery, end: recovery ?? peak, depth: depth, days: 1))
        }
        #expect(sentence(-0.1444, days: 150) == "At worst 14.4\u{202F}% below a peak; 150 days from peak to recovery")
        #expect(
            sentence(-0.99997, days: 1461) == "At worst 99.997\u{202F}% below a peak; 4.0 years from peak to recovery")
        #expect(sentence(-0.5, days: nil) == "At worst 50.0\u{202F}% below a peak; not recovered by the end")
        #expect(sentence(-0.5, days: 0)?.hasSuffix("recovered within the day") == true)
        #expect(sentence(-0.5, days: 1)?.hasSuffix("; 1 day from peak to recovery") == true)
        #expect(DrawdownHeadline.sentence(nil) == nil)
    }

    @Test func `a benchmark is beaten only where the numbers that are shown say so`() {
        for tenths in -30...30 {
            for (value, probability) in [(0.02, 0.001), (-0.02, 0.04), (0.02, 0.2), (0.0, 0.05000001)] {
                let difference = Double(tenths) / 4000
                let sentence =
                    BenchmarkHeadline(difference: difference, name: "X", alpha: (value, probability)).sentence ?? ""
                if (difference * 1000).magnitude < 0.499 {
                    #expect(sentence.hasPrefix("As much a year as X"), "\(difference): \(sentence)")
                } else {
                    #expect(sentence.contains(difference > 0 ? "ahead of X" : "behind X"), "\(difference): \(sentence)")
                }
                let certain = probability <= 0.05
                #expect(sentence.contains("not distinguishable from zero") == !certain)
                #expect(sentence.contains("alpha is above zero") == (certain && value > 0))
                #expect(sentence.contains("alpha is below zero") == (certain && value < 0))
            }
        }
        #expect(
            BenchmarkHeadline(difference: nil, name: "", alpha: (0.1, 0.0001)).sentence
                == "Alpha is above zero (p <\u{202F}0.001)")
        #expect(
            BenchmarkHeadline(difference: 0.05, name: "", alpha: nil).sentence
                == "5.0 points a year ahead of the benchmark")
        #expect(BenchmarkHeadline(difference: nil, name: "", alpha: nil).sentence == nil)
    }

    @Test func `the best trades that are counted made half of the profit, and one fewer did not`() {
        for start in lists([-3.0, -1, 0, 1, 5], length: 4) {
            for profits in [start + start + [1, 2], start + [1, 1, 1, 1, 1, 9], start] { check(profits) }
        }
    }

    private func check(_ profits: [Double]) {
        let net = profits.reduce(0, +)
        guard let sentence = TradesHeadline.sentence(profits) else {
            #expect(profits.count < 10 || net == 0)
            return
        }
        let said = numbers(sentence)
        #expect(profits.count >= 10 && net != 0)
        if net < 0 {
            let won = profits.count { $0 > 0 }
            #expect(said == (won == 0 ? [profits.count] : [profits.count, won]), "\(profits): \(sentence)")
        } else {
            let count = said.count == 1 ? 1 : said[0]
            let sorted = profits.sorted(by: >)
            #expect(sorted.prefix(count).reduce(0, +) >= net / 2, "\(profits): \(sentence)")
            #expect(sorted.prefix(count - 1).reduce(0, +) < net / 2, "\(profits): \(sentence)")
            #expect(said.last == profits.count)
        }
    }

    @Test func `fees are said to take what they take`() {
        for gross in [-5.0, 0, 0.5, 3, 10_000] {
            for fees in [-1.0, 0, 1, 3, 4] {
                let sentence = CostsHeadline.sentence(gross: gross, fees: fees)
                switch (gross, fees) {
                case (_, ...0), (0, _): #expect(sentence == nil)
                case (..<0, _): #expect(sentence == "Trades lost before fees too")
                case _ where fees > gross: #expect(sentence == "Fees turned what trades earned into a loss")
                case _ where fees == gross: #expect(sentence == "Fees took all that trades earned")
                case (10_000, _): #expect(sentence?.contains("less than 0.1\u{202F}%") == true)
                default: #expect(sentence == "Fees took 33.3\u{202F}% of what trades earned before them")
                }
            }
        }
    }

    @Test func `windows and forecasts are counted`() {
        #expect(
            RollingHeadline.sentence([1, -1, 0, 1, 1, 1, 1, 1, 1, 1], window: 252)
                == "Sharpe ratio above zero in 8 of 10 windows of 252")
        #expect(
            RollingHeadline.sentence([Double](repeating: 1, count: 1200), window: 126)
                == "Sharpe ratio above zero in each of 1\u{202F}200 windows of 126")
        #expect(RollingHeadline.sentence([1, 2], window: 252) == nil)
        #expect(
            ForecastHeadline.sentence(failures: 118, of: 2268)?.hasPrefix("118 of 2\u{202F}268 returns fell below")
                == true)
        #expect(ForecastHeadline.sentence(failures: 118, of: 2268)?.hasSuffix("; 113 were to be expected") == true)
        #expect(ForecastHeadline.sentence(failures: 0, of: 50)?.hasSuffix("; 2.5 were to be expected") == true)
        #expect(ForecastHeadline.sentence(failures: 0, of: 0) == nil)
    }

    @Test func `luck is told where the best days made something`() {
        #expect(
            LuckHeadline.sentence(whole: 1.45, withoutTen: 0.123)
                == "A total return of 145.0\u{202F}%, without its ten best days 12.3\u{202F}%")
        #expect(LuckHeadline.sentence(whole: 0.1, withoutTen: 0.1) == nil)
        #expect(LuckHeadline.sentence(whole: 0.1, withoutTen: 0.2) == nil)
        #expect(LuckHeadline.sentence(whole: 0.10001, withoutTen: 0.1) == nil)
    }

    @Test func `an interval says whether zero lies within it`() {
        for low in [-2.0, -0.5, 0, 0.25] {
            for high in [-1.0, -0.25, 0, 0.5, 3] {
                let sentence = CertaintyHeadline.sentence(0.1, from: low, to: high)
                guard low < high else {
                    #expect(sentence == nil)
                    continue
                }
                let holdsZero = low <= 0 && high >= 0
                #expect(sentence?.hasSuffix(holdsZero ? ": it may be zero" : ": not zero") == true)
            }
        }
        #expect(
            CertaintyHeadline.sentence(0.97, from: -0.42, to: 2.36)
                == "A Sharpe ratio of 0.97, at 95\u{202F}% from \u{2212}0.42 to 2.36: it may be zero")
        #expect(CertaintyHeadline.sentence(.nan, from: 0, to: 1) == nil)
    }

    @Test func `comparisons of a run's parts are counted`() {
        #expect(SourcesHeadline.sentence(agreeing: 0, differing: 0) == nil)
        for agreeing in 0...12 {
            for differing in 0...12 where agreeing + differing > 0 {
                let sentence = SourcesHeadline.sentence(agreeing: agreeing, differing: differing) ?? ""
                let said = numbers(sentence)
                switch (agreeing, differing) {
                case (1, 0): #expect(said.isEmpty && sentence.hasSuffix(" agrees"))
                case (_, 0): #expect(said == [agreeing] && sentence.hasPrefix("All "))
                case (0, 1): #expect(said.isEmpty && sentence.hasSuffix("does not agree"))
                case (0, _): #expect(said == [differing] && sentence.hasPrefix("None of "))
                default: #expect(said == [agreeing + differing, agreeing])
                }
            }
        }
    }

    @Test(arguments: SmallWorld.all)
    func `every world has sentences in plain words or none`(world: SmallWorld) throws {
        let analysis = try world.analysis()
        for headline in SectionHeadline.all {
            guard let sentence = headline.sentence(analysis) else { continue }
            #expect(!sentence.contains("nan") && !sentence.contains("inf") && !sentence.contains("n/a"), "\(sentence)")
            #expect(sentence.count < 110 && !sentence.hasSuffix("."), "\(headline.section): \(sentence)")
        }
    }
}
