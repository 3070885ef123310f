import Graphics

/// What the colours of a chart mean, in a row of its own under the title: for what has no room to be labelled directly.
public enum ChartKey: Equatable, Sendable {
    /// One entry per category.
    case categories([Category])
    /// A strip of a scale's colours with the numbers at its ends.
    case scale(ColorScale, format: NumberFormat)

    /// A colour and what it stands for.
    public struct Category: Equatable, Sendable {
        /// How the colour is used in the chart.
        public enum Symbol: Sendable {
            /// On areas, bars and cells.
            case area
            /// On lines.
            case line
        }

        /// What the colour stands for; shortened with an ellipsis where the row is narrow.
        public var name: String
        /// The colour.
        public var paint: Paint
        /// How it is used.
        public var symbol: Symbol

        /// An entry.
        public init(_ name: String, paint: Paint, symbol: Symbol = .area) {
            self.name = name
            self.paint = paint
            self.symbol = symbol
        }
    }
}
