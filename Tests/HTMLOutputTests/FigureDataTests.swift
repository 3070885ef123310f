import Charts
import DocumentModel
import Formatting
import Testing

@testable import HTMLOutput

/// What `Page/data.js` does to the texts that ``NumberText`` writes, in the plainest way.
private func numbers(_ text: [UInt8]) -> [Int] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var found: [Int] = []
    var (value, shift) = (0, 0)
    for letter in text {
        let digit = digits.firstIndex(of: letter) ?? 0
        value |= (digit & 31) << shift
        shift += 5
        if digit & 32 == 0 {
            found.append(value & 1 == 1 ? -(value >> 1) : value >> 1)
            (value, shift) = (0, 0)
        }
    }
    return found
}

@Suite struct FigureDataTests {
    private static let day: Int64 = 86_400_000

    /// A growth by returns of so many decimals, the same every time.
    private func growth(_ count: Int, places: Double) -> [Double] {
        var (level, state) = (1.0, UInt64(7))
        return [1]
            + (1..<count).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                level *= 1 + ((Double(state >> 40) / 16_777_216 - 0.495) / 50).rounded(places)
                return level
            }
    }

    private func block(_ series: [FigureData.Series], shown: Set<String>, facts: SelectionFacts? = nil) -> String {
        DataBlock.json(FigureData(series: series, selection: facts), shown: shown)?.text ?? ""
    }

    @Test(arguments: [[], [0], [1, -1, 15, 16, -16, 1_000_000, -4_503_599_627_370_495]])
    func `whole numbers come back from their text`(values: [Int]) {
        #expect(numbers(NumberText.of(values)) == values)
    }

    @Test func `zeros in a row are counted`() {
        #expect(numbers(NumberText.ofSparse([0, 0, 0, 5, 0, -2])) == [0, 3, 5, 0, 1, -2])
        #expect(NumberText.ofSparse([Int](repeating: 0, count: 2500)).count < 6)
    }

    @Test func `growth by returns of few decimals comes back to the last bit`() throws {
        let values = growth(500, places: 1e6)
        let coding = try #require(LevelCoding.growth(values))
        #expect(coding.kind == .returns && coding.values == values)
        var level = 1.0
        let back = coding.numbers.map { number -> Double in
            level *= 1 + Double(number) / PowersOfTen[coding.places]
            return level
        }
        #expect([1] + back == values)
    }

    @Test func `other growth comes back in the digits of data files and two more`() throws {
        let values = growth(500, places: 1e15).map { $0 * 1.000_000_7 }
        let coding = try #require(LevelCoding.growth(values))
        #expect(coding.kind == .levels)
        for (value, back) in zip(values, coding.values) { #expect((value - back).magnitude <= value * 1e-14) }
    }

    @Test func `a growth is written by the amounts of its account where they are known, and comes back`() throws {
        let start = 999_518.0311
        let values = (0..<400).map { index in
            index == 0 ? 1 : ((start + Double(index * 7919 % 401) - 200) * 1e4).rounded() / 1e4 / start
        }
        let quotients = try #require(LevelCoding.growth(values))
        let coding = try #require(LevelCoding.growth(values, from: start))
        #expect(coding.kind == .levels && coding.start == start && coding.places == 4)
        for (value, back) in zip(values, coding.values) { #expect(DigitDifference.between(value, back) == 0) }
        #expect(3 * NumberText.of(coding.numbers).count < 2 * NumberText.of(quotients.numbers).count)
        // What the page does with them.
        var level = 0.0
        let read = coding.numbers.map { number -> Double in
            level += Double(number)
            return level / PowersOfTen[coding.places] / coding.start
        }
        #expect(read == coding.values)
    }

    @Test(arguments: [nil, 1, 0, -3, Double.nan, .infinity, 3])
    func `a start that does not fit costs bytes and nothing else`(start: Double?) throws {
        let values = growth(500, places: 1e15).map { $0 * 1.000_000_7 }
        let coding = try #require(LevelCoding.growth(values, from: start))
        for (value, back) in zip(values, coding.values) { #expect((value - back).magnitude <= value * 1e-12) }
    }

    @Test func `the page is told the language of its reader, and nothing where there is none`() {
        let data = FigureData(series: [FigureData.Series("one", times: [0], values: [1])])
        #expect(DataBlock.json(data, shown: ["one"])?.text.contains("language") == false)
        let german = DisplayLanguage.named("de") ?? .standard
        let text = DataBlock.json(data, shown: ["one"], language: german)?.text ?? ""
        #expect(text.contains("\"language\":[\",\",\".\",\"\u{202F}\",\"dd.MM.y\",3]"))
    }

    @Test(arguments: [(0.123456789012, 0.123456789012, 0), (0.5, 0.500000000003, -3), (-2.5, -2.49999999998, -2)])
    func `what a guess misses is said in units of the twelfth digit`(value: Double, guess: Double, units: Int) {
        #expect(DigitDifference.between(value, guess) == units)
    }

    @Test func `a guess that is no number, or far away, is not corrected but replaced`() {
        #expect(DigitDifference.between(1, .nan) == nil && DigitDifference.between(1, 0) == nil)
        #expect(DigitDifference.between(1, 1e-9) == nil)
    }

    @Test func `what follows from a growth takes no digits of its own`() {
        let values = growth(400, places: 1e6)
        let times = values.indices.map { Int64($0) * Self.day }
        var peak = 0.0
        let falls = values.map { value -> Double in
            peak = max(peak, value)
            return value / peak - 1
        }
        let text = block(
            [
                FigureData.Series("growth", times: times, values: values, derivation: .growth),
                FigureData.Series("fall", times: times, values: falls, derivation: .drawdown(of: "growth")),
            ], shown: ["fall"])
        #expect(text.contains("\"fall\":{\"like\":[\"growth\",0,400],\"guess\":[\"drawdown\",\"growth\"],\"rest\":\"A"))
        #expect(text.utf8.count < 3500)
    }

    @Test func `a value that follows from nothing known is written all the same`() {
        let text = block(
            [FigureData.Series("s", times: [0, Self.day], values: [.nan, 3], derivation: .none)], shown: ["s"])
        #expect(text.contains("\"values\":[null,3]"))
    }

    @Test func `only what figures show is in the page`() {
        let one = FigureData.Series("one", times: [0], values: [1])
        #expect(block([one], shown: []) == "" && block([one], shown: ["other"]) == "")
    }

    @Test func `names cannot end the element that holds them`() {
        let text = block(
            [FigureData.Series("</script><!--\"\\", times: [0], values: [1])], shown: ["</script><!--\"\\"])
        #expect(!text.contains("<") && text.contains("\\u003c/script\\u003e\\u003c!--\\\"\\\\"))
    }

    @Test func `long series keep their extremes, every day's end, and nothing that was not observed`() {
        let values = growth(40_000, places: 1e15)
        let kept = SeriesThinning.kept(values) { Int64($0) * 60_000 }
        #expect(kept.count < 6_000 && kept.first == 0 && kept.last == 39_999)
        for extreme in [values.min(), values.max()] { #expect(kept.contains { values[$0] == extreme }) }
        #expect(kept.contains(1439) && kept.contains(2879))
        #expect(zip(kept, kept.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test func `a sum of series is told by its parts, and by its own digits where these miss it`() {
        // Another walk: the difference of two that are nearly the same has fewer digits than its parts.
        let (long, short) = (growth(300, places: 1e9), Array(growth(300, places: 1e7).reversed()))
        let times = long.indices.map { Int64($0) * Self.day }
        func block(_ total: [Double]) -> String {
            self.block(
                [
                    FigureData.Series("long", times: times, values: long),
                    FigureData.Series("short", times: times, values: short.map { -$0 }),
                    FigureData.Series(
                        "net", times: times, values: total,
                        derivation: .sum(of: [.init("long", times: 1), .init("short", times: 1)], plus: 0)),
                ], shown: ["long", "short", "net"])
        }
        let told = block(zip(long, short).map { $0 - $1 })
        #expect(told.contains("\"guess\":[\"sum\",0.0,\"long\",1.0,\"short\",1.0]"))
        let missed = block(zip(long, short).map { $0 * $1 })
        #expect(!missed.contains("guess") && missed.contains("\"net\":{\"like\":[\"long\",0,300],\"places\""))
    }

    @Test func `a moving window is what its observations say`() {
        let x = growth(300, places: 1e15).map { $0 - 1.2 }
        let values = MovingGuess.values(x, x, window: 50, of: "sharpe", periods: 1)
        #expect(values.count == 251)
        for (start, value) in values.enumerated() {
            let window = x[start..<start + 50]
            let mean = window.reduce(0, +) / 50
            let deviation = (window.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 49).squareRoot()
            #expect((value - mean / deviation).magnitude < 1e-9 * (1 + value.magnitude))
        }
    }
}

extension Double {
    /// Rounded to a fraction of one.
    fileprivate func rounded(_ parts: Double) -> Double { (self * parts).rounded() / parts }
}
