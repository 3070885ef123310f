/// The metric reference in `Documentation/`, written from the declarations; a test compares the file with this text.
extension MetricCatalog {
    /// Markdown: how to read the numbers, then every metric of the catalogue by section.
    public static var reference: String {
        var text = preamble
        for group in MetricDeclaration.Group.allCases {
            let members = all.filter { $0.group == group }
            guard !members.isEmpty else { continue }
            text += "\n## \(group.title)\n\n" + overview(of: members)
            for declaration in members { text += "\n" + entry(for: declaration) }
        }
        return text
    }

    private static let preamble = """
        # Metrics

        Written from the declarations in `Sources/Analytics`; do not edit. `tearsheet explain KEY` prints one entry.
        Formulas are those of profile `standard`, and below them those of the profiles that choose otherwise
        ([Conventions](Conventions.md)).

        Notation: r are simple returns of the daily view, n their count, A periods per year from the run's calendar, rf
        the risk-free rate per year, f = (1+rf)^(1/A) − 1, e = r − f, b the benchmark's returns at the same moments, W growth
        with W₀ = 1 before the first return, dd = W/max(W) − 1, m and y the returns of months and years, p the profit of a
        closed trade net of fees, s(·) the sample standard deviation (n − 1), q05 the 5 % quantile, c a tail's share, Φ and φ
        the normal distribution and its density, γ₃ and γ₄ skewness and kurtosis of the population (3 for a normal one), ρ_k the
        autocorrelation k apart, q(X, c) a quantile, #{…} how many, R a return over several observations, and a star what chance
        drew. E is the account's value, v that of a position, q units with the sign of buying, P a trade's profit before fees, SR
        the Sharpe ratio of one period, V the variance of SR over the N variants that were tried; there γ is 0.5772… and e 2.7183….
        The *daily view* compounds intraday returns by session and is the run's own series
        otherwise. Drawdowns, run time and exposure are of the finest data; keys that end in `_bars` are of an intraday
        run's bars.

        A number that cannot be given is n/a with its reason: never 0, infinity or NaN in its place. Inputs are finite: readers
        turn a missing value into a gap and say so. Fractions are stored as fractions and shown as percent. Nothing written
        carries more than twelve significant digits.

        ## Rules that many numbers share

        **Enough data.** Growth per year (CAGR, Calmar, Martin, Pain, Burke, Sterling) needs 98 % of a year: of 365.25 days,
        or of the calendar's sessions where at least 90 % of the days are there. Deviations per year and what is made of them
        need 90 days. `--annualise-short` lifts both, and so does every profile but `standard`. VaR and CVaR at 99 % need 100
        returns, at 95 % 20; the probabilistic and the deflated Sharpe ratio and the minimum track record 4.

        **Status.** A number is of *low confidence* where it is a mean or share of fewer than 30 closed trades, a VaR or CVaR at
        99 % of fewer than 250 returns or at 95 % of fewer than 100, a ratio, a moment, a quantile or a comparison with the benchmark
        of fewer than 20 returns, a deviation per year (and what is made of it) of less than a year, of fees where every one that
        was recorded is zero, which engines write that know none, or a risk, a ratio or a count of days of an account that moves
        only where trades close. It is an *estimate* where chance draws it (resampled and Monte Carlo numbers) or an assumption makes it (capacity, days
        to liquidate, fills at the next open, the risk of what was held last). Tables mark low confidence with °, the terminal and
        JSON say both with the rule.

        **No variation.** Returns do not vary where one number lies within the rounding of every one of them:
        max(r − ε) ≤ min(r + ε). ε of the return between levels L and L' is (s/2 + s'/2·L/L')/L' for the spacing s of the
        numbers as the file writes them near L (its most decimals, or its most significant digits where those are fewer;
        nothing for 17 digits), and four units in the last place of 1 + r. The same holds for differences to the benchmark and
        for every rolling window. Then volatility is 0, and ratios of it are n/a.

        **Trailing windows** end with the run. Monthly, quarterly and yearly series count their periods: three months of a
        monthly series are its last three returns, and need a value in the month before them. Other series count from the last
        value at or before the day so many months before the last one; a daily series that ends with the last session of a
        month counts from the last day of a month. A window is n/a where the history is shorter, and where the series observes
        less often: `mtd` of a quarterly series. Calendar days without a session between the window's first day and the run's
        are no shortage.

        **Whole and partial periods.** A month or year is whole, when the run covers it to both ends. Monthly and slower
        series: every month (quarter, year) of it has a value, and so has the one before. Weekly and irregular series: there
        is a value before the period, no more than two steps before its first one or on the very day before it, and likewise
        one after it; at the end of the run the next value would lie in the next period. Daily series: no session of the market
        is missing between the run's first or last date and the period's. Sessions are all days of a market that never closes;
        weekdays but 25 December and 1 January on `fx`; on a declared `xnys` weekdays but New York's holidays near the ends of
        months; elsewhere a day on which some large exchange is closed (1–3 January, Good Friday, Easter Monday, 1 May, the
        first Monday and the last of May, 1 July, the last Monday of August, the first of September, 1 October, 24–26 and 31
        December) is none. Inside the run more than ten sessions in a row, three steps of a weekly or irregular, or one period
        of a monthly or slower series without a value make every period partial that they touch. Partial periods are marked with an asterisk and
        count in no best, worst, mean or consistency of months and years; they do count in averages of months and in win rates of weeks, months and quarters.

        **Irregular series** see periods as long as their usual distance: ten days see months and no weeks. Their ratios are
        of their own observations, with as many a year as there were.

        **Benchmark.** Run and benchmark are compared between the moments at which both have a level: r and b in statistics of
        both span the time from one such moment to the next, and A is the number of such stretches in a year
        ([how moments are matched](Run-Folder.md#benchmarkcsv)). The benchmark's own column is of all its values within the
        run's span, by its own calendar. A benchmark that covers a part of the run is marked with a dagger: its totals are of
        that part, windows that it does not cover are n/a, and years that it covers less of than the run are not compared.

        """

    private static func overview(of members: [MetricDeclaration]) -> String {
        var table = "| key | name | unit |\n|---|---|---|\n"
        for declaration in members {
            table +=
                "| [`\(declaration.key)`](#\(anchor(declaration.key))) | \(declaration.name) | \(declaration.unit.title) |\n"
        }
        return table
    }

    private static func entry(for declaration: MetricDeclaration) -> String {
        var lines = [
            "### \(declaration.key)", "",
            "**\(declaration.name)** (\(declaration.unit.title)). \(declaration.summary)",
            "", "- Formula: `\(declaration.formula)`",
        ]
        lines += MetricCatalog.formulas(of: declaration.key).dropFirst().map { entry in
            "- \(entry.profiles.map { "`\($0)`" }.joined(separator: ", ")): `\(entry.formula)`"
        }
        lines.append("- Edge cases: \(declaration.edgeCases)")
        let choices = MetricCatalog.choices(of: declaration.key).map { "`\($0.name)`" }
        if !choices.isEmpty {
            lines.append("- [Decided by](Conventions.md#every-choice): \(choices.joined(separator: ", "))")
        }
        if !declaration.peers.isEmpty { lines.append("- Elsewhere: \(declaration.peers)") }
        if !declaration.source.isEmpty { lines.append("- Source: \(declaration.source)") }
        if declaration.appliesToBenchmark { lines.append("- Given for the benchmark too.") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// GitHub's anchor of a heading: dots go, the rest stays.
    private static func anchor(_ key: MetricKey) -> String { key.rawValue.filter { $0 != "." } }
}
