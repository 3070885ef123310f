import Analytics
import Charts

/// One figure that a template, the command line or a program can ask for by name.
///
/// `Subject` is what the figure is of: the ``Analysis`` of one run, or a comparison of several.
///
/// ```swift
/// let definition = FigureCatalog.ofRun.figure(named: "equity")
/// let chart = try definition?.make(Analyzer.analyze(run)).get()
/// ```
public struct FigureDefinition<Subject: Sendable>: Sendable {
    /// Stable name: `monthly-returns`.
    public let name: String
    /// What it shows, in one line for lists.
    public let summary: String
    /// Draws the figure of a subject, or says why there is none.
    public let make: @Sendable (Subject) -> Result<Chart, Unavailable>

    /// A figure of any subject, drawn as the closure says.
    public init(
        _ name: String, _ summary: String,
        drawing make: @escaping @Sendable (Subject) -> Result<Chart, Unavailable>
    ) {
        self.name = name
        self.summary = summary
        self.make = make
    }
}

extension FigureDefinition where Subject == Analysis {
    /// A figure of one run; where it is over time, the beginning of the out-of-sample part is marked.
    public init(
        name: String, summary: String, make: @escaping @Sendable (Analysis) -> Result<Chart, Unavailable>
    ) {
        self.init(name, summary) { analysis in make(analysis).map { OutOfSampleMark.drawn(on: $0, of: analysis) } }
    }

    /// The same of a function that throws why there is no chart.
    public init(
        name: String, summary: String, chart: @escaping @Sendable (Analysis) throws(Unavailable) -> Chart
    ) {
        self.init(
            name: name, summary: summary, make: { analysis in Result { () throws(Unavailable) in try chart(analysis) } }
        )
    }
}
