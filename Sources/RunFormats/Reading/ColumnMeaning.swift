/// What a column holds whose name says that it is neither plain returns nor plain equity.
enum ColumnMeaning: Equatable, Sendable {
    /// Values that become returns or equity by a formula.
    case convertible(ValueConversion)
    /// Values that cannot be told, or are none of a run's.
    case refused(RefusedColumn)

    /// Values of a name: `log_return`, `Return [%]`, `cum_returns`, `deposit`; nil where it says none of these.
    init?(_ name: String) {
        // No name that is known is so long; a header may be of any length.
        guard name.utf8.count <= 200 else { return nil }
        let words = NameWords(name)
        if words.rest.isEmpty, words.modifiers.isEmpty, words.refused == nil { return nil }
        if let refused = words.refused {
            self = .refused(refused)
            return
        }
        guard words.unknown.isEmpty, !words.modifiers.isEmpty else { return nil }
        if words.isPandasChange {
            self = .refused(.percentOrFraction)
        } else if let conversion = Self.conversion(words) {
            self = .convertible(conversion)
        } else if words.modifiers == [.log] {
            self = .refused(.logarithm)
        } else {
            return nil
        }
    }

    private static func conversion(_ words: NameWords) -> ValueConversion? {
        let (modifiers, holdsLevels) = (words.modifiers, words.holdsLevels)
        if modifiers.contains(.cumulative) {
            if holdsLevels { return nil }
            if modifiers.contains(.log) { return .cumulativeLog }
            return modifiers.contains(.percent) ? .cumulativePercent : .cumulative
        }
        if modifiers.contains(.log) {
            if holdsLevels { return .logLevel }
            guard words.holdsReturns else { return nil }
            return modifiers.contains(.percent) ? .logPercent : .log
        }
        if holdsLevels { return nil }
        return modifiers.contains(.basisPoints) ? .basisPoints : .percent
    }
}

/// Columns that are named and cannot be used as they are.
enum RefusedColumn: Equatable, Sendable {
    /// `pct_change`: pandas writes fractions under this name, others percents.
    case percentOrFraction
    /// `log`: of returns or of levels.
    case logarithm
    /// Money won or lost per period or since the start.
    case profit
    /// Distance from the peak.
    case drawdown
    /// Money paid in or out.
    case payments
}

/// The words of a column's name, sorted by what they say.
struct NameWords {
    enum Modifier: Equatable { case log, percent, basisPoints, cumulative }

    private(set) var modifiers = [Modifier]()
    private(set) var rest = [String]()
    private(set) var unknown = [String]()
    private(set) var holdsReturns = false
    private(set) var holdsLevels = false
    private(set) var refused: RefusedColumn?
    /// The words without benchmark and fillers, as written.
    private var words = [String]()

    var isPandasChange: Bool { words == ["pct", "change"] || words == ["percent", "change"] }

    init(_ name: String) {
        words = Self.split(name).flatMap(Self.unglued).filter { !Self.fillers.contains($0) }
        rest = words
        for word in words { sort(word) }
        if Self.isCashFlow(words) { refused = .payments }
        // A word that is known beside others that are not is another column: `win_pct`, `deposit_rate`.
        if refused != nil, !unknown.isEmpty { refused = nil }
        if refused == .profit || refused == .drawdown { modifiers = [] }
    }

    private mutating func sort(_ word: String) {
        if let modifier = Self.modifier(word) {
            if !modifiers.contains(modifier) { modifiers.append(modifier) }
        } else if Self.returnNouns.contains(word) {
            holdsReturns = true
        } else if Self.levelNouns.contains(word) {
            holdsLevels = true
        } else if let refusal = Self.refusals.first(where: { $0.words.contains(word) }) {
            refused = refusal.column
        } else if !["cash", "flow", "flows"].contains(word) {
            unknown.append(word)
        }
    }

    private static func isCashFlow(_ words: [String]) -> Bool {
        words.contains { $0 == "flow" || $0 == "flows" } && words.allSatisfy { ["cash", "flow", "flows"].contains($0) }
    }

    private static func modifier(_ word: String) -> Modifier? {
        switch word {
        case "log", "ln", "logarithmic", "continuous", "continuously": .log
        case "pct", "percent", "percents", "percentage", "perc", "prct": .percent
        case "bps", "bp": .basisPoints
        case "cum", "cumul", "cumulative", "cumulated", "cumprod", "accumulated": .cumulative
        default: nil
        }
    }

    private static let returnNouns = [
        "return", "returns", "ret", "rets", "rtn", "rtns", "change", "chg", "perf", "performance", "gain",
    ]
    private static let levelNouns = [
        "equity", "nav", "price", "close", "value", "balance", "wealth", "level", "index", "capital",
    ]
    private static let fillers = [
        "strategy", "portfolio", "daily", "weekly", "monthly", "quarterly", "yearly", "annual", "net", "algo",
        "algorithm", "period", "simple", "account", "in", "of", "the", "benchmark", "bench", "my", "day",
    ]
    private static let refusals: [(words: [String], column: RefusedColumn)] = [
        (["pnl", "pl", "p&l", "profit", "profits", "profitloss"], .profit),
        (["drawdown", "drawdowns", "dd", "underwater", "maxdrawdown"], .drawdown),
        (
            [
                "deposit", "deposits", "withdrawal", "withdrawals", "withdraw", "inflow", "inflows", "outflow",
                "outflows", "cashflow", "cashflows", "contribution", "contributions", "netflow", "netflows",
                "subscription", "subscriptions", "redemption", "redemptions",
            ], .payments
        ),
    ]

    // MARK: Words

    /// `LogReturn [%]` → `log`, `return`, `pct`.
    private static func split(_ name: String) -> [String] {
        var words = [String]()
        var word = ""
        var previousIsSmall = false
        for character in name {
            let isPart = character.isLetter || character.isNumber || character == "&"
            if !isPart || (character.isUppercase && previousIsSmall) {
                if !word.isEmpty { words.append(word) }
                word = ""
            }
            if character == "%" { words.append("pct") }
            if isPart { word += character.lowercased() }
            previousIsSmall = character.isLowercase
        }
        return word.isEmpty ? words : words + [word]
    }

    /// `logreturns` → `log`, `returns`.
    private static func unglued(_ word: String) -> [String] {
        let nouns = returnNouns + levelNouns
        for prefix in ["log", "ln", "cumulative", "cum", "percent", "pct"] where word.hasPrefix(prefix) {
            let rest = String(word.dropFirst(prefix.count))
            if nouns.contains(rest) { return [prefix, rest] }
        }
        for suffix in ["pct", "percent", "log"] where word.hasSuffix(suffix) {
            let rest = String(word.dropLast(suffix.count))
            if nouns.contains(rest) { return [rest, suffix] }
        }
        return [word]
    }
}
