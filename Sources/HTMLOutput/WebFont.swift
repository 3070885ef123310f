import Graphics

/// One weight of the report's family, to be embedded.
public struct WebFont: Equatable, Sendable {
    /// Weight.
    public var weight: Font.Weight
    /// A font file in the WOFF 1.0 format, a subset that holds what the report says.
    public var woff: [UInt8]

    /// A weight and its file.
    public init(weight: Font.Weight, woff: [UInt8]) {
        self.weight = weight
        self.woff = woff
    }

    /// The CSS families that text is set in: the embedded one, then what the reader's system has.
    static let families =
        "Inter,\"Inter Variable\",system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,\"Noto Sans\",sans-serif"

    /// The `@font-face` rule with the file as a data URI.
    func writeFace(to out: inout MarkupBuffer) {
        out.markup("@font-face{font-family:Inter;font-weight:")
        out.integer(weight.rawValue)
        out.markup(";src:url(data:font/woff;base64,")
        out.append(ascii: Base64.encode(woff))
        out.markup(") format(\"woff\")}\n")
    }
}
