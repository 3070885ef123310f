import Analytics

/// What a section of a report found, in one sentence made of the numbers that it shows.
///
/// A sentence says what the numbers say and no more: none is made where they support none, and then the section's own title
/// stands alone.
struct SectionHeadline: Sendable {
    /// The section's anchor in the shipped templates, with underscores.
    let section: String
    /// The sentence without a full stop; nil where the numbers support none.
    let sentence: @Sendable (Analysis) -> String?

    /// Every section with a sentence, in the order of the template `full`; the last are sections of `validity`.
    static let all = [
        SectionHeadline(section: "returns") { YearsHeadline.sentence($0.periods) },
        SectionHeadline(section: "drawdowns") { DrawdownHeadline.sentence($0.drawdowns.worst(1).first) },
        SectionHeadline(section: "benchmark") { BenchmarkHeadline($0).sentence },
        SectionHeadline(section: "value_at_risk") { ForecastHeadline.sentence($0) },
        SectionHeadline(section: "rolling") { RollingHeadline.sentence($0.rolling) },
        SectionHeadline(section: "trades") { analysis in
            (try? analysis.trades).flatMap { TradesHeadline.sentence($0.closed.map(\.profit)) }
        },
        SectionHeadline(section: "costs") { (try? $0.costBridge).flatMap(CostsHeadline.sentence) },
        SectionHeadline(section: "validity") { CredibilityHeadline.sentence($0.credibility) },
        SectionHeadline(section: "luck") { (try? $0.luck).flatMap(LuckHeadline.sentence) },
        SectionHeadline(section: "certainty") { CertaintyHeadline.sentence($0.metrics) },
        SectionHeadline(section: "sources") { SourcesHeadline.sentence($0.run.reconciliation) },
    ]
}
