import Charts

extension ColorScale {
    /// Losses and gains away from zero, in full colour at a size.
    static func results(upTo size: Double) -> ColorScale { .diverging(below: .loss, above: .gain, reach: size) }
}
