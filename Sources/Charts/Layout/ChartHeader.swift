import Graphics

/// Title, subtitle and key: what stands above the panels.
struct ChartHeader {
    /// The words of both.
    let texts: [PlacedText]
    /// The colours of the key.
    let swatches: [SceneItem]
    /// Height of all.
    let height: Double

    init(_ chart: Chart, size: Size, text: TextSetter) {
        let title = TitleBlock(chart, size: size, text: text)
        guard let key = chart.key else {
            (texts, swatches, height) = (title.texts, [], title.height)
            return
        }
        let block = KeyBlock(key, top: title.height, size: size, text: text)
        (texts, swatches) = (title.texts + block.texts, block.swatches)
        height = title.height + block.height
    }
}
