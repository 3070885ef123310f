/// What a page needs beyond the document.
public struct HTMLOptions: Equatable, Sendable {
    /// Weights of the family to embed; empty leaves the text to the reader's system.
    public var webFonts: [WebFont]
    /// A template's own style sheet, put behind ours. It may refine the look; the page's policy lets it load nothing.
    public var extraStyle: String

    /// Whether wide time figures are laid out a second time, for phones (about half their size again); without it they
    /// scroll sideways there.
    public var phoneFigures: Bool

    /// Options.
    public init(webFonts: [WebFont] = [], extraStyle: String = "", phoneFigures: Bool = true) {
        self.webFonts = webFonts
        self.phoneFigures = phoneFigures
        self.extraStyle = extraStyle
    }
}
