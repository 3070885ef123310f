import Graphics

/// A document laid out on paper: what the PDF writer walks.
public struct TypesetDocument: Equatable, Sendable {
    /// The pages in order; at least one.
    public var pages: [Page]
    /// What could not be set as asked, in page order.
    public var warnings: [LayoutWarning]

    /// A laid out document.
    public init(pages: [Page], warnings: [LayoutWarning] = []) {
        self.pages = pages
        self.warnings = warnings
    }
}

/// One page: everything at its place, in points from the paper's top left corner.
public struct Page: Equatable, Sendable {
    /// What is drawn, in reading order, the running footer last; as large as the paper.
    public var scene: Scene
    /// From 1.
    public var number: Int

    /// A page.
    public init(scene: Scene, number: Int) {
        self.scene = scene
        self.number = number
    }
}

/// Something that did not fit and was set in another way than asked.
public struct LayoutWarning: Equatable, Sendable {
    /// What was done about it.
    public enum Outcome: String, Sendable {
        /// The figure was drawn lower than asked.
        case shrunk
        /// The lower end is not shown.
        case clipped
    }

    /// The page that it is on, from 1.
    public var page: Int
    /// What kind of block, and its name: `figure 'equity'`.
    public var block: String
    /// Height that it wants, in points.
    public var needed: Double
    /// Height that it got, in points.
    public var available: Double
    /// What was done about it.
    public var outcome: Outcome

    /// A warning.
    public init(page: Int, block: String, needed: Double, available: Double, outcome: Outcome) {
        self.page = page
        self.block = block
        self.needed = needed
        self.available = available
        self.outcome = outcome
    }
}

extension LayoutWarning: CustomStringConvertible {
    /// One line: place, fact, what was done.
    public var description: String {
        let outcome =
            switch outcome {
            case .shrunk: "it is drawn lower"
            case .clipped: "its lower end is not shown"
            }
        return "page \(page): \(block) needs \(whole(needed)) pt and has \(whole(available)) pt: \(outcome)"
    }

    private func whole(_ points: Double) -> String { Int(exactly: points.rounded()).map(String.init) ?? "\(points)" }
}
