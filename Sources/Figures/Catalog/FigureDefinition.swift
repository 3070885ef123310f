import Analytics
import Charts

/// One figure that a template, the command line or a program can ask for by name.
public struct FigureDefinition: Sendable {
    /// Stable name: `monthly-returns`.
    public let name: String
    /// What it shows, in one line for lists.
    public let summary: String
    /// Draws the figure of a run, or says why there is none.
    public let make: @Sendable (Analysis) -> Result<Chart, Unavailable>

    /// A figure.
    public init(
        name: String, summary: String, make: @escaping @Sendable (Analysis) -> Result<Chart, Unavailable>
    ) {
        self.name = name
        self.summary = summary
        self.make = { analysis in make(analysis).map { OutOfSampleMark.drawn(on: $0, of: analysis) } }
    }
}
