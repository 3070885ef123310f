/// A series as a line of a table's height: its shape and nothing else.
enum SmallLine {
    /// Height of its own coordinates; a value is one wide, so that places are whole numbers. The style decides how large it is.
    private static let height = 20.0

    /// Writes the picture; readers who do not see it have the numbers beside it.
    static func write(_ values: [Double], to out: inout MarkupBuffer) {
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max(), values.count > 1 else { return }
        out.markup("<svg class=\"line\" viewBox=\"0 0 \(values.count - 1) 20\" preserveAspectRatio=\"none\" ")
        out.markup("aria-hidden=\"true\"><path d=\"")
        var sign = UInt8(ascii: "M")
        for (index, value) in values.enumerated() where value.isFinite {
            out.byte(sign)
            out.integer(index)
            out.byte(UInt8(ascii: " "))
            // A flat series runs through the middle. Halves keep the difference of two huge numbers finite.
            let span = high / 2 - low / 2
            let y = span > 0 ? 1 + (height - 2) * ((high / 2 - value / 2) / span) : height / 2
            out.number((y * 10).rounded() / 10)
            sign = UInt8(ascii: "L")
        }
        out.markup("\"/></svg>")
    }
}
