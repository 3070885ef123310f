import Analytics
import Comparison
import DataOutput
import Formatting
import RunModel
import Series
import Tables
import TemplateEngine

/// What a template is given of a comparison.
enum ComparisonContext {
    /// The variables of a comparison's report, beside those that every report has.
    static func values(_ comparison: Comparison, _ options: ReportOptions) -> [(name: String, value: TemplateValue)] {
        [
            ("runs", .list(comparison.members.map { run($0, comparison.span) })), ("span", span(comparison.span)),
            ("significance", significance(comparison, options.spelling)), ("has", has(comparison, options)),
            ("cautions", cautions(comparison, options.spelling)),
            ("findings", RunContext.findings(comparison.findings)),
            ("tables", .object(TablesObject(TableCatalog.ofComparison, of: comparison))),
            ("series", .object(AllSeriesObject { ComparisonSeries.all(of: comparison) })),
            ("own_metrics", .list(comparison.conventions.ownMetrics.written.map { .string($0.key) })),
        ]
    }

    /// Their names, for documentation and error messages.
    static let names = [
        "runs", "span", "significance", "has", "cautions", "findings", "tables", "series", "own_metrics",
    ]

    private static func run(_ member: Member, _ span: CommonSpan) -> TemplateValue {
        let run = member.whole.run
        return .dictionary([
            ("number", .int(member.index + 1)), ("id", .string(member.id)), ("name", .string(member.name)),
            ("strategy", .optional(run.identity.strategy.value)), ("engine", .string(run.identity.engine)),
            ("start", .optional(run.equity.timestamps.first?.date.iso)),
            ("end", .optional(run.returns.timestamps.last?.date.iso)), ("observations", .int(run.returns.count)),
            ("cadence", .string(run.calendar.cadence.rawValue)), ("currency", .optional(run.currency.value)),
            ("is_longer", .bool(member.isLonger)), ("unmatched", .int(span.unmatched[member.index])),
            ("metrics", .object(MetricsObject(member.common.metrics))),
            ("own_metrics", .object(MetricsObject(member.whole.metrics))),
        ])
    }

    private static func span(_ span: CommonSpan) -> TemplateValue {
        .dictionary([
            ("start", .string(span.start.date.iso)), ("end", .string(span.end.date.iso)), ("days", .double(span.days)),
            ("returns", .int(span.count)), ("periods_per_year", .double(span.periodsPerYear)),
        ])
    }

    private static func has(_ comparison: Comparison, _ options: ReportOptions) -> TemplateValue {
        .dictionary([
            ("two_runs", .bool(comparison.members.count == 2)),
            ("significance", .bool((try? comparison.sharpeDifference.get()) != nil)),
            ("longer", .bool(!comparison.longerMembers.isEmpty)),
            ("trades", .bool(comparison.members.contains { (try? $0.common.trades.closed.isEmpty) == false })),
            ("win_rates", .bool(comparison.members.count { $0.common.metrics.number(.profitFactor) != nil } > 1)),
            ("benchmark", .bool(comparison.members.contains { $0.common.run.benchmark != nil })),
            ("subtitle", .bool(!(options.subtitle ?? "").isEmpty)),
        ])
    }

    private static func cautions(_ comparison: Comparison, _ spelling: NumberSpelling) -> TemplateValue {
        .list(
            comparison.cautions.map { caution in
                .dictionary([("code", .string(caution.code)), ("text", .string(spelling.text(caution.text)))])
            })
    }

    private static func significance(_ comparison: Comparison, _ spelling: NumberSpelling) -> TemplateValue {
        guard case .success(let difference) = comparison.sharpeDifference else { return .none }
        let text = SignificanceText(comparison, difference)
        let bootstrap = try? difference.bootstrap.get()
        return .dictionary([
            ("title", .string(text.title)), ("sentence", .string(spelling.text(text.sentence))),
            ("first", .double(difference.first)), ("second", .double(difference.second)),
            ("difference", .double(difference.difference)), ("statistic", .double(difference.statistic)),
            ("probability", .double(difference.jobsonKorkie.probability)),
            ("low", .double(difference.jobsonKorkie.low)), ("high", .double(difference.jobsonKorkie.high)),
            ("bootstrap_probability", bootstrap.map { .double($0.test.probability) } ?? .none),
            ("bootstrap_low", bootstrap.map { .double($0.test.low) } ?? .none),
            ("bootstrap_high", bootstrap.map { .double($0.test.high) } ?? .none),
        ])
    }
}

/// The significance of two runs in words.
struct SignificanceText {
    /// `More than chance?`
    let title = "Is the difference more than chance?"
    /// One sentence with the numbers.
    let sentence: String

    init(_ comparison: Comparison, _ difference: SharpeDifference) {
        let names = comparison.members.map(\.name)
        let bootstrap = try? difference.bootstrap.get()
        let probabilities = [difference.jobsonKorkie.probability] + [bootstrap?.test.probability].compactMap { $0 }
        let isClear = probabilities.allSatisfy { $0 < 0.05 }
        let isUnclear = probabilities.allSatisfy { $0 >= 0.05 }
        let verdict =
            isClear
            ? "Yes, at 5\u{202F}%" : isUnclear ? "No, not at 5\u{202F}%" : "The two tests disagree at 5\u{202F}%"
        let number = DisplayNumber.number(difference.difference, places: 2, signed: true)
        let interval = [
            bootstrap?.test.low ?? difference.jobsonKorkie.low, bootstrap?.test.high ?? difference.jobsonKorkie.high,
        ]
        .map { DisplayNumber.number($0, places: 2) }
        let drawn = bootstrap.map { ", bootstrap p \(Self.probability($0.test.probability))" } ?? ""
        sentence =
            "\(verdict): the Sharpe ratio of \(names[0]) less that of \(names[1]) is \(number), 95\u{202F}% "
            + "\(interval[0])…\(interval[1]); Jobson–Korkie p \(Self.probability(difference.jobsonKorkie.probability))\(drawn)."
    }

    private static func probability(_ value: Double) -> String { DisplayNumber.probability(value, places: 3) }
}
