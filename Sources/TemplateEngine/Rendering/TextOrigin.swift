import Series

/// Where a stretch of a rendering's text comes from.
struct TextOrigin: Sendable {
    /// Where the stretch begins in the text, in bytes.
    let offset: Int
    let source: SourceText
    /// Where it comes from in the template.
    let start: Int
    /// Whether the template has the text itself, byte by byte; else an expression gave it.
    let isText: Bool
}

extension Renderer {
    /// Notes where what is written next comes from.
    func note(_ start: Int, isText: Bool) {
        guard captures == 0 else { return }
        origins.append(
            TextOrigin(offset: output.count, source: here.unit.source, start: start, isText: isText))
    }
}

/// The text that a template gave, with the template's lines that each part of it comes from.
public struct RenderedTemplate: Sendable {
    /// The text.
    public let text: String
    private let origins: [TextOrigin]

    init(text: String, origins: [TextOrigin]) {
        self.text = text
        self.origins = origins
    }

    /// Where a byte of the text comes from.
    public struct Origin: Sendable {
        /// The template's name, as its loader gives it.
        public let file: String
        /// The template's text; line ends are line feeds.
        public let template: String
        /// The byte in ``template``: of the same text, or of the expression that gave it.
        public let offset: Int
    }

    /// Where a byte of the text comes from; nil only for an empty text.
    public func origin(of offset: Int) -> Origin? {
        guard let place = origins.indexBeforePartition(where: { $0.offset > offset }) else { return nil }
        let origin = origins[place]
        let start = origin.isText ? origin.start + (offset - origin.offset) : origin.start
        return Origin(
            file: origin.source.name, template: String(decoding: origin.source.bytes, as: UTF8.self),
            offset: min(start, origin.source.bytes.count))
    }
}
