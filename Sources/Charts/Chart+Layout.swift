import Graphics

extension Chart {
    /// The chart laid out at a size: resolve scales, measure guides, place, draw.
    public func scene(size: Size, style: ChartStyle, measurer: any TextMeasurer) -> Scene {
        Scene(size: size)
    }
}
