/// A series as a line of a table's height: its shape and nothing else.
enum SmallLine {
    /// Width and height of its own coordinates; the style decides how large it is.
    private static let (width, height) = (100.0, 20.0)

    /// Writes the picture; readers who do not see it have the numbers beside it.
    static func write(_ values: [Double], to out: inout MarkupBuffer) {
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max(), values.count > 1 else { return }
        out.markup(
            "<svg class=\"line\" viewBox=\"0 0 100 20\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path d=\"")
        var command = "M"
        for (index, value) in values.enumerated() where value.isFinite {
            out.markup(command)
            out.number(width * Double(index) / Double(values.count - 1))
            out.byte(UInt8(ascii: " "))
            // A flat series runs through the middle. Halves keep the difference of two huge numbers finite.
            let span = high / 2 - low / 2
            out.number(span > 0 ? 1 + (height - 2) * ((high / 2 - value / 2) / span) : height / 2)
            command = "L"
        }
        out.markup("\"/></svg>")
    }
}
