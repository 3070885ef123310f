import Graphics

/// What a web font depends on.
struct WebFontKey: Hashable {
    var weight: Font.Weight
    var characters: Set<Unicode.Scalar>
}

extension FontBook {
    /// A web font (WOFF 1) of the main face of a weight, cut down to these characters; the same bytes for the same set.
    ///
    /// Kerning, marks and the figure styles stay; alternates that shaping does not use go, so that browsers set text
    /// as it was measured. Names, copyright and licence stay. A user's family whose maker forbids embedding is
    /// replaced by the shipped face. Characters that the face lacks are left out: browsers have faces of their own.
    public func webFont(weight: Font.Weight, covering characters: Set<Unicode.Scalar>) throws(FontError) -> [UInt8] {
        let key = WebFontKey(weight: weight, characters: characters)
        if let known = webFonts[key] { return known }
        let packed = try cutWebFont(weight, characters)
        if webFonts.count >= Self.webFontCapacity { webFonts.removeAll(keepingCapacity: true) }
        webFonts[key] = packed
        return packed
    }

    /// Reports of one kind hold the same characters mostly: a batch cuts its fonts a few times.
    private static let webFontCapacity = 24

    private func cutWebFont(
        _ weight: Font.Weight, _ characters: Set<Unicode.Scalar>
    ) throws(FontError) -> [UInt8] {
        let main = mainFaces[weight.ordinal]
        let face = main.allowsSubsets ? main : shippedFaces[weight.ordinal]
        guard let subset = face.subset(keeping: characters), let packed = WebOpenFont.pack(subset) else {
            throw .notSubset(face: face.name)
        }
        return packed
    }
}
