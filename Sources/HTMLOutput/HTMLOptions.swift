/// What a page needs beyond the document.
public struct HTMLOptions: Equatable, Sendable {
    /// Weights of the family to embed; empty leaves the text to the reader's system.
    public var webFonts: [WebFont]
    /// A template's own style sheet, put behind ours. It may refine the look; the page's policy lets it load nothing.
    public var extraStyle: String

    /// Options.
    public init(webFonts: [WebFont] = [], extraStyle: String = "") {
        self.webFonts = webFonts
        self.extraStyle = extraStyle
    }
}
