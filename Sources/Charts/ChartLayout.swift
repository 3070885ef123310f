/// How a chart's panels stand on its page.
public enum ChartLayout: Equatable, Sendable {
    /// One above the other over one horizontal axis; heights as the panels say.
    case stacked
    /// Small multiples, filled row by row: panels of equal size, each with its heading and its own axes unless they are
    /// shared. Where the paper is too narrow for so many columns, there are fewer.
    case grid(columns: Int, sharing: SharedAxes = [])

    /// Axes that the panels of a grid have in common: one domain, labelled once per column or row.
    public struct SharedAxes: OptionSet, Sendable {
        /// The bits.
        public let rawValue: Int

        /// A set by its bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// One horizontal domain, labelled under the lowest panel of a column.
        public static let x = SharedAxes(rawValue: 1)
        /// One vertical domain, labelled at the first panel of a row.
        public static let y = SharedAxes(rawValue: 2)
    }
}
