import Graphics

extension Theme {
    /// White on near-black, on paper too: for screens in the evening, and for slides.
    public static let dark = Theme(
        name: "dark", palette: Palette(darkColor), darkPalette: Palette(darkColor))
}
