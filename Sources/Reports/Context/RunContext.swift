import Analytics
import DataOutput
import Formatting
import RunModel
import Series
import Tables
import TemplateEngine

/// What a template is given of one run.
enum RunContext {
    /// The variables of a run's report, beside those that every report has.
    static func values(_ analysis: Analysis, _ options: ReportOptions) -> [(name: String, value: TemplateValue)] {
        let spelling = options.spelling
        var values: [(name: String, value: TemplateValue)] = [
            ("run", run(analysis)), ("metrics", .object(MetricsObject(analysis.metrics))),
            ("trades", .object(MetricsObject(analysis.metrics, prefix: "trades.", rows: table("trades", analysis)))),
            ("benchmark", analysis.benchmarkMetrics.map { .object(MetricsObject($0)) } ?? TemplateValue.none),
            ("has", .object(FlagsObject(RunFlags.all(analysis, options)))), ("cautions", cautions(analysis, spelling)),
            ("findings", findings(analysis.run.findings)),
            ("credibility", CredibilityContext.value(analysis, spelling)),
            ("headlines", .object(HeadlinesObject(analysis, spelling))),
            ("reconciliation", reconciliation(analysis, spelling)),
            ("verdict", analysis.verdict.map { verdict($0, spelling) } ?? TemplateValue.none),
            ("tables", .object(TablesObject(TableCatalog.ofRun, of: analysis))),
            ("series", .object(AllSeriesObject { AnalysisSeries.all(of: analysis) })),
            ("own_metrics", .list(analysis.conventions.ownMetrics.written.map { .string($0.key) })),
        ]
        for (name, source) in rowNames {
            values.append((name, table(source, analysis).map { .object($0) } ?? TemplateValue.none))
        }
        return values
    }

    /// Tables that templates loop over under a short name.
    private static let rowNames = [
        ("months", "monthly_returns"), ("years", "annual_returns"), ("drawdowns", "drawdowns"),
        ("symbols", "trades_by_symbol"), ("positions", "top_holdings"), ("fills", "fills"),
    ]

    private static func table(_ name: String, _ analysis: Analysis) -> TableObject<Analysis>? {
        TableCatalog.ofRun.first { $0.name == name }.map { TableObject($0, of: analysis) }
    }

    /// Their names, for documentation and error messages.
    static let names = [
        "run", "metrics", "trades", "benchmark", "has", "cautions", "findings", "credibility",
        "headlines", "reconciliation", "verdict", "tables", "series", "months", "years", "drawdowns", "symbols",
        "positions", "fills", "own_metrics",
    ]

    private static func run(_ analysis: Analysis) -> TemplateValue {
        let run = analysis.run
        return .dictionary([
            ("id", .string(run.identity.id)), ("strategy", .optional(run.identity.strategy.value)),
            ("version", .optional(run.identity.version.value)), ("engine", .string(run.identity.engine)),
            ("start", .optional(run.equity.timestamps.first?.date.iso)),
            ("end", .optional(run.returns.timestamps.last?.date.iso)),
            ("observations", .int(run.returns.count)), ("currency", .optional(run.currency.value)),
            ("calendar", .string(run.calendar.name)), ("cadence", .string(run.calendar.cadence.rawValue)),
            ("periods_per_year", .double(run.calendar.periodsPerYear)),
            ("years_touched", .int(analysis.periods.years.count)), ("benchmark", .optional(run.benchmark?.name)),
            ("out_of_sample_start", .optional(run.outOfSampleStart?.iso)),
            ("parameters", parameters(run.identity.parameters)),
        ])
    }

    private static func cautions(_ analysis: Analysis, _ spelling: NumberSpelling) -> TemplateValue {
        .list(
            analysis.cautions.map { caution in
                let lead = caution.lead
                return .dictionary([
                    ("code", .string(caution.code)), ("text", .string(spelling.text(caution.text))),
                    ("lead", .string(spelling.text(lead))),
                    ("rest", .string(spelling.text(String(caution.text.dropFirst(lead.count).drop { $0 == " " })))),
                ])
            })
    }

    static func findings(_ findings: [Finding]) -> TemplateValue {
        .list(
            findings.map { finding in
                .dictionary([
                    ("severity", .string(finding.severity.rawValue)), ("code", .string(finding.code)),
                    ("message", .string(finding.message)),
                ])
            })
    }

    /// Counts and every check.
    private static func reconciliation(_ analysis: Analysis, _ spelling: NumberSpelling) -> TemplateValue {
        let reconciliation = analysis.run.reconciliation
        let checks = reconciliation.checks.map { check in
            TemplateValue.dictionary([
                ("key", .string(check.key.rawValue)), ("outcome", .string(check.outcome.rawValue)),
                ("statement", .string(spelling.text(check.statement))),
                ("compared", check.compared.map { .int($0) } ?? .none),
                ("differing", check.differing.map { .int($0) } ?? .none),
                ("difference", check.difference.map { .double($0) } ?? .none),
                ("tolerance", check.tolerance.map { .double($0) } ?? .none),
                ("first", .optional(check.first?.description)), ("symbol", .optional(check.symbol)),
            ])
        }
        return .dictionary([
            ("agrees", .int(reconciliation.count(.agrees))), ("differs", .int(reconciliation.count(.differs))),
            ("not_checked", .int(reconciliation.count(.notChecked))), ("checks", .list(checks)),
        ])
    }

    /// Whether every condition is met, in a sentence, and each of them.
    private static func verdict(_ verdict: Verdict, _ spelling: NumberSpelling) -> TemplateValue {
        let gates = verdict.gates.map { gate in
            TemplateValue.dictionary([
                ("require", .string(gate.condition)), ("values", .string(spelling.text(gate.values))),
                ("met", .bool(gate.isMet)),
            ])
        }
        return .dictionary([
            ("met", .bool(verdict.isAccepted)), ("sentence", .string(spelling.text(verdict.sentence))),
            ("last_good", .optional(verdict.lastGood)), ("gates", .list(gates)),
        ])
    }

    private static func parameters(_ parameters: [RunParameter]) -> TemplateValue {
        .list(parameters.map { .dictionary([("name", .string($0.name)), ("value", .string($0.value))]) })
    }
}
