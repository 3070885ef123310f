import Analytics
import DataOutput
import DocumentModel
import RunModel
import Series
import TemplateEngine

/// What a report template is given; `Documentation/Template-Variables.md` lists it field by field.
enum ReportContext {
    /// The variables of one report. The user's `--set` variables stand beside ours and win over none of them.
    static func values(_ analysis: Analysis, options: ReportOptions) -> TemplateValue {
        var pairs: [(String, TemplateValue)] = [
            ("run", run(analysis)), ("metrics", .object(MetricsObject(analysis.metrics))),
            ("trades", .object(MetricsObject(analysis.metrics, prefix: "trades."))),
            ("benchmark", analysis.benchmarkMetrics.map { .object(MetricsObject($0)) } ?? TemplateValue.none),
            ("page", page(options)), ("has", has(analysis, options)), ("cautions", cautions(analysis)),
            ("findings", findings(analysis.run)), ("reconciliation", reconciliation(analysis)),
            ("commentary", options.commentary.map { .safe(CommentaryMarkdown.markup(of: $0)) } ?? TemplateValue.none),
            ("sections", options.sections.map { .list($0.map { .string($0) }) } ?? TemplateValue.none),
            ("tearsheet", .dictionary([("version", .string(ToolVersion.current))])),
        ]
        let taken = Set(pairs.map(\.0))
        for variable in options.variables where !taken.contains(variable.name) {
            pairs.append((variable.name, .string(variable.value)))
        }
        return .dictionary(pairs)
    }

    /// The names that templates can use, for documentation and error messages.
    static let names = [
        "run", "metrics", "trades", "benchmark", "page", "has", "cautions", "findings", "reconciliation", "commentary",
        "sections",
        "tearsheet",
    ]

    private static func run(_ analysis: Analysis) -> TemplateValue {
        let run = analysis.run
        return .dictionary([
            ("id", .string(run.identity.id)), ("strategy", text(run.identity.strategy.value)),
            ("version", text(run.identity.version.value)), ("engine", .string(run.identity.engine)),
            ("start", text(run.equity.stamps.first?.date.iso)), ("end", text(run.returns.stamps.last?.date.iso)),
            ("observations", .int(run.returns.count)), ("currency", text(run.currency.value)),
            ("calendar", .string(run.calendar.name)), ("cadence", .string(run.calendar.cadence.rawValue)),
            ("periods_per_year", .double(run.calendar.periodsPerYear)),
            ("years_touched", .int(analysis.periods.years.count)), ("benchmark", text(run.benchmark?.name)),
            ("out_of_sample_start", text(run.outOfSampleStart?.iso)),
            ("parameters", parameters(run.identity.parameters)),
        ])
    }

    /// The text area in points, for templates that fill a page.
    private static func page(_ options: ReportOptions) -> TemplateValue {
        let area = PageStyle(paper: options.paper).textArea
        return .dictionary([("width", .double(area.width)), ("height", .double(area.height))])
    }

    private static func has(_ analysis: Analysis, _ options: ReportOptions) -> TemplateValue {
        let run = analysis.run
        let closed = analysis.trades.map { !$0.closed.isEmpty } ?? false
        return .dictionary([
            ("benchmark", .bool(run.benchmark != nil)), ("trades", .bool(analysis.trades != nil)),
            ("closed_trades", .bool(closed)), ("positions", .bool(analysis.positions != nil)),
            ("out_of_sample", .bool(analysis.samples != nil)),
            ("parameters", .bool(!run.identity.parameters.isEmpty)),
            ("subtitle", .bool(!(options.subtitle ?? "").isEmpty)),
            ("drawdowns", .bool(!analysis.drawdowns.episodes.isEmpty)),
            ("rolling", .bool(analysis.rolling.contains { !$0.series.isEmpty })),
            ("intraday", .bool(run.calendar.cadence == .minute || run.calendar.cadence == .hourly)),
        ])
    }

    private static func cautions(_ analysis: Analysis) -> TemplateValue {
        .list(analysis.cautions.map { .dictionary([("code", .string($0.code)), ("text", .string($0.text))]) })
    }

    private static func findings(_ run: Run) -> TemplateValue {
        .list(
            run.findings.map { finding in
                .dictionary([
                    ("severity", .string(finding.severity.rawValue)), ("code", .string(finding.code)),
                    ("message", .string(finding.message)),
                ])
            })
    }

    /// Counts and every check; `sentence` is the line of page one, none where nothing could be checked.
    private static func reconciliation(_ analysis: Analysis) -> TemplateValue {
        let reconciliation = analysis.run.reconciliation
        let checks = reconciliation.checks.map { check in
            TemplateValue.dictionary([
                ("key", .string(check.key.rawValue)), ("outcome", .string(check.outcome.rawValue)),
                ("statement", .string(check.statement)), ("compared", check.compared.map { .int($0) } ?? .none),
                ("differing", check.differing.map { .int($0) } ?? .none),
                ("difference", check.difference.map { .double($0) } ?? .none),
                ("tolerance", check.tolerance.map { .double($0) } ?? .none),
                ("first", text(check.first?.description)), ("symbol", text(check.symbol)),
            ])
        }
        return .dictionary([
            ("sentence", text(ReconciliationText.sentence(reconciliation, analysis.samples))),
            ("agrees", .int(reconciliation.count(.agrees))), ("differs", .int(reconciliation.count(.differs))),
            ("not_checked", .int(reconciliation.count(.notChecked))), ("checks", .list(checks)),
        ])
    }

    private static func parameters(_ parameters: [RunParameter]) -> TemplateValue {
        .list(parameters.map { .dictionary([("name", .string($0.name)), ("value", .string($0.value))]) })
    }

    private static func text(_ value: String?) -> TemplateValue { value.map { .string($0) } ?? TemplateValue.none }
}
