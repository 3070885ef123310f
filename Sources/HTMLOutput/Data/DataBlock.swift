import DocumentModel
import Formatting

/// The numbers behind a page's figures as one block of JSON, which `Page/data.js` reads back.
///
/// Growth is written by its own digits; what follows from it (drawdown, daily returns, rolling statistics) only by how far a
/// computation that the page repeats misses the value, which is nowhere mostly. Ten years of days with eleven series are
/// 35 KB instead of 360.
struct DataBlock {
    private let data: FigureData
    private let shown: Set<String>
    private let language: DisplayLanguage
    private var columns: [String: SeriesGuess.Column] = [:]
    private var out = MarkupBuffer()

    /// The block for figures that show some of the series; nil where they show none of them.
    static func json(_ data: FigureData, shown: Set<String>, language: DisplayLanguage = .standard) -> MarkupBuffer? {
        let wanted = Self.closure(of: shown, in: data)
        guard !wanted.isEmpty else { return nil }
        var thinned = data
        thinned.series = Self.thinned(data.series.filter { wanted.contains($0.name) })
        var block = DataBlock(thinned, shown: shown, language)
        block.write()
        return block.out
    }

    private init(_ data: FigureData, shown: Set<String>, _ language: DisplayLanguage) {
        self.data = data
        self.shown = shown
        self.language = language
    }

    /// What is shown, and what that is computed from.
    private static func closure(of shown: Set<String>, in data: FigureData) -> Set<String> {
        let known = data.series.filter { shown.contains($0.name) }
        guard !known.isEmpty else { return [] }
        var wanted = Set(known.map(\.name))
        for account in data.selection?.accounts ?? [] { wanted.formUnion([account.growth, account.closes]) }
        for series in known {
            switch series.derivation {
            case .drawdown(let growth), .returns(let growth): wanted.insert(growth)
            case .rolling: wanted.insert(data.selection?.pairs ?? "")
            case .sum(let parts, _): for part in parts { insert(part.name, in: data, &wanted) }
            case .none, .growth: break
            }
        }
        return wanted
    }

    /// A part of a sum with its own parts.
    private static func insert(_ name: String, in data: FigureData, _ wanted: inout Set<String>) {
        guard wanted.insert(name).inserted, let series = data.series.first(where: { $0.name == name }) else { return }
        if case .sum(let parts, _) = series.derivation { for part in parts { insert(part.name, in: data, &wanted) } }
    }

    /// Long series keep the same moments, so that a reader sees all of them at each.
    private static func thinned(_ series: [FigureData.Series]) -> [FigureData.Series] {
        let long = series.filter { $0.count > SeriesThinning.longest }
        guard !long.isEmpty else { return series }
        var moments = Set<Int64>()
        for one in long {
            moments.formUnion(SeriesThinning.kept(one.values, at: one.time).map { one.time($0) })
        }
        return series.map { one in
            guard one.count > SeriesThinning.longest else { return one }
            let values = one.values
            let kept = values.indices.filter { moments.contains(one.time($0)) }
            var fewer = FigureData.Series(
                one.name, times: kept.map { one.time($0) }, values: kept.map { values[$0] },
                derivation: one.derivation)
            fewer.startLevel = one.startLevel
            return fewer
        }
    }

    /// The longest span that divides every time: a day, an hour, a minute, a millisecond.
    private static func unit(of times: [Int64]) -> Int64 {
        [86_400_000, 3_600_000, 60_000, 1000].first { unit in times.allSatisfy { $0 % unit == 0 } } ?? 1
    }
}

/// The parts of the block.
extension DataBlock {
    private mutating func write() {
        out.markup("{\"separator\":")
        string(data.timeSeparator)
        if language != .standard { writeLanguage() }
        if let selection = data.selection { write(selection) }
        out.markup(",\"series\":{")
        for (index, series) in data.series.enumerated() {
            out.markup(index > 0 ? ",\n" : "\n")
            string(series.name)
            out.markup(":{")
            write(series)
            out.markup("}")
        }
        out.markup("}}")
    }

    /// As `Page/words.js` reads it.
    private mutating func writeLanguage() {
        out.markup(",\"language\":[")
        list([language.decimal, language.group, language.percent, language.date])
        out.markup(",\(language.groupSize)]")
    }

    private mutating func write(_ facts: SelectionFacts) {
        out.markup(",\"selection\":{\"accounts\":[")
        for (index, account) in facts.accounts.enumerated() {
            out.markup(index > 0 ? ",[" : "[")
            list([account.label, account.growth, account.closes])
            out.markup(",\(account.periodsPerYear),")
            write(rates: account.riskFree)
            out.markup("]")
        }
        out.markup("],\"pairs\":")
        string(facts.pairs)
        out.markup(",\"growthDays\":\(facts.growthDays),\"deviationDays\":\(facts.deviationDays),\"metrics\":[")
        list(facts.metrics)
        out.markup("]}")
    }

    /// Pairs of a rate and how often it stands in a row; rates are written to the last bit.
    private mutating func write(rates: [Double]) {
        var runs: [(rate: Double, count: Int)] = []
        for rate in rates {
            if runs.last?.rate == rate { runs[runs.count - 1].count += 1 } else { runs.append((rate, 1)) }
        }
        let pairs = runs.map { "[\($0.rate.isFinite ? $0.rate : 0),\($0.count)]" }
        out.markup("[" + pairs.joined(separator: ",") + "]")
    }

    private mutating func list(_ words: [String]) {
        for (index, word) in words.enumerated() {
            if index > 0 { out.markup(",") }
            string(word)
        }
    }

    /// A JSON string that can neither end its element nor begin a comment in it.
    private mutating func string(_ text: String) {
        out.markup("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": out.markup("\\" + String(scalar))
            case "<", ">", "&", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}":
                let digits = String(scalar.value, radix: 16)
                out.markup("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            default: out.markup(String(scalar))
            }
        }
        out.markup("\"")
    }

    private mutating func bytes(_ name: String, _ text: [UInt8]) {
        out.markup(",\"\(name)\":\"")
        out.append(ascii: text)
        out.markup("\"")
    }
}

/// Series.
extension DataBlock {
    private mutating func write(_ series: FigureData.Series) {
        writeTimes(of: series)
        var column = SeriesGuess.Column(times: series.times, values: series.values.map { SignificantDigits.round($0) })
        if let guess = guess(of: series) {
            out.markup(",\"guess\":[\(guess.name)]")
            if shown.contains(series.name) { writeRest(of: series, guess.values) }
            column.values = guess.values
        } else if let coding = coding(of: series) {
            write(coding, of: series)
            column.values = coding.values
            if coding.kind == .returns {
                column.returns = [0] + coding.numbers.map { Double($0) / PowersOfTen[coding.places] }
            }
        } else {
            out.markup(",\"values\":[" + series.values.map { SignificantDigits.json($0) }.joined(separator: ",") + "]")
        }
        columns[series.name] = column
    }

    private func coding(of series: FigureData.Series) -> LevelCoding? {
        series.derivation == .growth
            ? .growth(series.values, from: series.startLevel) : .levels(series.values, digits: 12)
    }

    /// The moments, or where in an earlier series they stand in a row.
    private mutating func writeTimes(of series: FigureData.Series) {
        let times = series.times
        if let first = times.first {
            for other in data.series.prefix(while: { $0.name != series.name }) {
                let others = other.times
                guard let start = others.firstIndex(of: first), others.dropFirst(start).starts(with: times) else {
                    continue
                }
                out.markup("\"like\":[")
                string(other.name)
                return out.markup(",\(start),\(times.count)]")
            }
        }
        let unit = Self.unit(of: times)
        let whole = times.map { Int($0 / unit) }
        out.markup("\"unit\":\(unit),\"times\":\"")
        out.append(ascii: NumberText.of(zip(whole, [0] + whole).map { $0 - $1 }))
        out.markup("\"")
    }

    private mutating func write(_ coding: LevelCoding, of series: FigureData.Series) {
        out.markup(",\"places\":\(coding.places)")
        if coding.start != 1 { out.markup(",\"start\":\(coding.start)") }
        bytes(coding.kind.rawValue, NumberText.of(coding.numbers))
        let values = series.values
        write(fixes: values.indices.filter { DigitDifference.between(values[$0], coding.values[$0]) != 0 }, of: values)
    }

    /// How far a guess is off, and the values that cannot be said so.
    private mutating func writeRest(of series: FigureData.Series, _ guess: [Double]) {
        let values = series.values
        let rest = values.indices.map { DigitDifference.between(values[$0], guess[$0]) }
        bytes("rest", NumberText.ofSparse(rest.map { $0 ?? 0 }))
        write(fixes: rest.indices.filter { rest[$0] == nil }, of: values)
    }

    /// Values that the page takes as they stand: their digits would round to the other side there.
    private mutating func write(fixes indices: [Int], of values: [Double]) {
        guard !indices.isEmpty else { return }
        let fixes = indices.map { "[\($0),\(SignificantDigits.json(values[$0]))]" }
        out.markup(",\"fix\":[" + fixes.joined(separator: ",") + "]")
    }

    /// What the page computes for a series, and how it is told to.
    private func guess(of series: FigureData.Series) -> (name: String, values: [Double])? {
        switch series.derivation {
        case .none, .growth: return nil
        case .sum(let parts, let number): return sum(parts, number, series)
        case .drawdown(let growth):
            return columns[growth].map {
                ("\"drawdown\",\"\(growth)\"", SeriesGuess.drawdown(of: $0, at: series.times))
            }
        case .returns(let growth):
            return columns[growth].map {
                ("\"returns\",\"\(growth)\"", SeriesGuess.returns(of: $0, at: series.times))
            }
        case .rolling(let statistic, let window):
            return rolling(statistic, window, at: series.times).map {
                ("\"rolling\",\"\(statistic)\",\(window)", $0)
            }
        }
    }

    /// Nil where a sum's parts are not there, or where it misses so much that the series' own digits are shorter.
    private func sum(
        _ parts: [FigureData.Part], _ number: Double, _ series: FigureData.Series
    ) -> (name: String, values: [Double])? {
        var found: [(column: SeriesGuess.Column, factor: Double)] = []
        for part in parts {
            guard let column = columns[part.name] else { return nil }
            found.append((column, part.factor))
        }
        guard let values = SeriesGuess.sum(of: found, plus: number, at: series.times) else { return nil }
        let known = series.values
        let near = known.indices.count { index in
            guard let rest = DigitDifference.between(known[index], values[index]) else { return false }
            return rest.magnitude < 512
        }
        guard near * 10 >= values.count * 9 else { return nil }
        let names = parts.map { ",\"\($0.name)\",\($0.factor)" }.joined()
        return ("\"sum\",\(number)" + names, values)
    }

    /// Windows of the daily excess returns; nil where there is nothing to compute them from.
    private func rolling(_ statistic: String, _ window: Int, at times: [Int64]) -> [Double]? {
        guard let facts = data.selection, let account = facts.accounts.first, let daily = columns[account.closes],
            let rate = account.riskFree.first,
            account.riskFree.count == 1 || account.riskFree.count == daily.times.count
        else { return nil }
        let rates =
            account.riskFree.count == 1 ? [Double](repeating: rate, count: daily.times.count) : account.riskFree
        var ends = daily.times
        var x = zip(daily.values, rates).map { $0 - $1 }
        var y = x
        if ["beta", "correlation", "alpha"].contains(statistic) {
            guard let pairs = columns[facts.pairs], let growth = columns[account.growth] else { return nil }
            ends = pairs.times
            let own = SeriesGuess.returns(of: growth, at: ends)
            let days = SeriesGuess.lastIndices(of: ends, in: daily.times)
            y = ends.indices.map { own[$0] - rates[days[$0]] }
            x = ends.indices.map { pairs.values[$0] - rates[days[$0]] }
        }
        let values = MovingGuess.values(
            x, y, window: window, of: statistic, periods: account.periodsPerYear)
        return Self.pick(times, from: ends.dropFirst(window - 1), values)
    }

    /// The values at some of the moments; 0, which is written down where it is wrong, at others.
    private static func pick(_ times: [Int64], from ends: ArraySlice<Int64>, _ values: [Double]) -> [Double] {
        var index = 0
        let moments = Array(ends)
        return times.map { time in
            while index < moments.count, moments[index] < time { index += 1 }
            return index < moments.count && moments[index] == time && index < values.count ? values[index] : 0
        }
    }
}
