import Graphics

/// Paper and margins, in points.
public struct PageStyle: Equatable, Sendable {
    /// The papers that ship.
    public enum Paper: String, CaseIterable, Sendable {
        /// 210 × 297 mm.
        case a4
        /// 8.5 × 11 inches.
        case letter

        /// Extent in points, upright.
        public var size: Size {
            switch self {
            case .a4: Size(595.28, 841.89)
            case .letter: Size(612, 792)
            }
        }
    }

    /// Paper.
    public var paper: Paper
    /// From the paper's edges to the text area.
    public var margins: Insets
    /// Height of the running footer, within the bottom margin.
    public var footerHeight: Double

    /// Paper with margins.
    public init(
        paper: Paper = .a4, margins: Insets = Insets(top: 28, right: 30, bottom: 40, left: 30),
        footerHeight: Double = 22
    ) {
        self.paper = paper
        self.margins = margins
        self.footerHeight = footerHeight
    }

    /// A paper with the margins of a theme.
    public init(paper: Paper, theme: Theme) {
        self.init(paper: paper)
        if let margins = theme.margins { self.margins = margins }
    }

    /// Where content goes.
    public var textArea: Rect { Rect(origin: .zero, size: paper.size).inset(by: margins) }
}
