import Series
import TestSupport
import Testing

@testable import ReportArchive

/// Rules of retention against a slow obvious reading of their words.
@Suite struct RetentionTests {
    private static let day: Int64 = 86_400_000

    private static func strategy(_ days: [Int64], refused: Set<Int> = []) -> Catalogue.Strategy {
        let places = days.enumerated().map { index, day in
            var entry = ArchiveEntry(run: "r\(index)")
            (entry.archived, entry.sequence) = (day * Self.day + 3_600_000, index + 1)
            if refused.contains(index) { entry.verdicts = [.init(condition: "x", isMet: false, words: "")] }
            return Archive.Place(folder: "f\(index)", id: "\(index)", entry: entry)
        }
        return Catalogue.Strategy(name: "S", folder: "S", entries: places)
    }

    private func kept(_ rules: RetentionRules, _ strategy: Catalogue.Strategy, today: Int64 = 100) -> [String] {
        rules.decisions(on: strategy, at: today * Self.day).filter { $0.reason != nil }.map(\.place.folder).reversed()
    }

    @Test func `the last ones`() {
        var rules = RetentionRules()
        rules.last = 2
        #expect(kept(rules, Self.strategy([1, 2, 3, 4])) == ["f2", "f3"])
        #expect(kept(rules, Self.strategy([1])) == ["f0"])
    }

    @Test func `the last one of each day, week and month`() {
        // 5 January 1970 was a Monday: days 4…10 are a week.
        var rules = RetentionRules()
        rules.daily = 2
        #expect(kept(rules, Self.strategy([1, 2, 2, 3, 3])) == ["f2", "f4"])
        rules = RetentionRules()
        rules.weekly = 3
        #expect(kept(rules, Self.strategy([2, 3, 4, 10, 11, 40])) == ["f3", "f4", "f5"])
        rules = RetentionRules()
        rules.monthly = 2
        #expect(kept(rules, Self.strategy([0, 30, 31, 58, 59])) == ["f3", "f4"])
    }

    @Test func `younger than an age, by the clock`() {
        var rules = RetentionRules()
        rules.youngerThan = 10
        #expect(kept(rules, Self.strategy([80, 89, 90, 99])) == ["f2", "f3"])
        // Whatever the clocks said: the last one stays, and what is of the future is young.
        #expect(kept(rules, Self.strategy([500, 1, 2])) == ["f0", "f2"])
    }

    @Test func `the last one and the last good one always stay`() {
        var rules = RetentionRules()
        rules.last = 1
        #expect(kept(rules, Self.strategy([1, 2, 3, 4], refused: [2, 3])) == ["f1", "f3"])
    }

    @Test func `any rule keeps, as a slow reading of the words has it`() {
        var numbers = SeededNumbers(seed: 7)
        for _ in 0..<200 {
            let days = (0..<Int(numbers.next() % 40 + 1)).map { _ in Int64(numbers.next() % 120) }.sorted()
            var rules = RetentionRules()
            rules.last = Int(numbers.next() % 5 + 1)
            rules.daily = Int(numbers.next() % 6 + 1)
            rules.monthly = Int(numbers.next() % 4 + 1)
            let strategy = Self.strategy(days)
            let slow = strategy.entries.indices.filter { index in
                let later = strategy.entries[(index + 1)...]
                let date = Timestamp(milliseconds: days[index] * Self.day).date
                func isLast(_ same: (CalendarDate) -> Int, _ count: Int) -> Bool {
                    let periods = Set(later.map { same(Timestamp(milliseconds: $0.entry.archived).date) })
                    return !periods.contains(same(date)) && periods.count < count
                }
                return later.count < rules.last ?? 0 || isLast({ $0.day }, rules.daily ?? 0)
                    || isLast({ $0.monthIndex }, rules.monthly ?? 0)
            }
            #expect(kept(rules, strategy) == slow.map { "f\($0)" })
        }
    }
}
