import Charts
import Formatting
import Graphics

/// What report markup refers to by name: the figures, tables and metrics of one analysis.
///
/// Names that are unknown become errors with the nearest of the listed names, so the lists must be in a fixed order.
public protocol MarkupContent {
    /// The tile of a metric; nil only for a key that does not exist: a metric without a value is a tile that says why.
    func tile(_ key: String) -> Tile?
    /// Every key that ``tile(_:)`` knows.
    var tileNames: [String] { get }
    /// The figure of a name; nil for a name that does not exist.
    func figure(_ name: String) -> Figure?
    /// Every name that ``figure(_:)`` knows.
    var figureNames: [String] { get }
    /// The table of a name, with at most so many rows, of these metrics alone; nil for a name that does not exist.
    func table(_ name: String, rows: Int?, metrics: MetricChoice?) -> Table?
    /// Whether the rows of a table are metrics, so that some can be chosen.
    func hasMetrics(table name: String) -> Bool
    /// Every name that ``table(_:rows:metrics:)`` knows.
    var tableNames: [String] { get }
    /// The table that was most likely meant by a name that does not exist; nil where none is near.
    func nearestTable(to name: String) -> String?
    /// The chart of a figure that the template declares, or why there is none.
    func chart(of figure: OwnFigure) -> Result<Chart, OwnFigureProblem>
    /// A picture beside the template, or why it cannot be drawn; nil for a name that does not exist.
    func picture(_ name: String) -> Result<ImageData, PictureProblem>?
    /// Every name that ``picture(_:)`` knows.
    var pictureNames: [String] { get }
    /// The report's head.
    func titleBand() -> TitleBand
}

/// Why a picture beside a template cannot be drawn.
public struct PictureProblem: Error, Equatable, Sendable {
    /// Fact and remedy, behind the picture's name: `has <text>, which is not drawn: …`.
    public let reason: String

    /// A problem in words.
    public init(_ reason: String) { self.reason = reason }
}

extension MarkupContent {
    /// The name that differs least.
    public func nearestTable(to name: String) -> String? { NearestMatch.of(name, in: tableNames) }
}
