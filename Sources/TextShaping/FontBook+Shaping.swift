import Graphics

/// What a shape depends on; the size does not, since shapes are kept per em.
struct ShapeKey: Hashable {
    var text: ExactText
    var weight: Font.Weight
    var isTabular: Bool
}

/// A shaped text per em.
struct Shape {
    var glyphs: [Glyph]
    var width: Double
}

extension FontBook {
    /// How many shapes are kept: a report has some thousand different texts, a worker lives for many reports.
    private static let capacity = 16_384

    /// The text shaped in a font.
    ///
    /// Characters that no face has, become the replacement character's glyph; tabs and other controls become spaces.
    /// Characters that are no text by definition, such as U+FFFF, are left out of the run, as browsers leave them out.
    /// Right-to-left words come out in visual order, but words are not reordered within a line.
    public func shape(_ text: String, font: Font) -> GlyphRun {
        let text = DrawableText.of(text)
        let shape = shapePerEm(ShapeKey(text: ExactText(text), weight: font.weight, isTabular: font.tabular))
        var glyphs = shape.glyphs
        for index in glyphs.indices {
            glyphs[index].x *= font.size
            glyphs[index].y *= font.size
        }
        return GlyphRun(text: text, font: font, glyphs: glyphs, width: shape.width * font.size)
    }

    /// The advance of a text in points, without making the run.
    public func width(of text: String, font: Font) -> Double {
        let text = DrawableText.of(text)
        return shapePerEm(ShapeKey(text: ExactText(text), weight: font.weight, isTabular: font.tabular)).width
            * font.size
    }

    private func shapePerEm(_ key: ShapeKey) -> Shape {
        if let known = shapes[key] { return known }
        if shapes.count >= Self.capacity { shapes.removeAll(keepingCapacity: true) }
        let shape = makeShape(key)
        shapes[key] = shape
        return shape
    }

    private func makeShape(_ key: ShapeKey) -> Shape {
        var shape = Shape(glyphs: [], width: 0)
        var text = key.text.text
        text.withUTF8 { bytes in
            shape.glyphs.reserveCapacity(bytes.count)
            if unsafe bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
                let segment = Segment(range: 0..<bytes.count, face: 0, substitute: nil)
                unsafe append(segment, of: bytes, key: key, to: &shape)
            } else {
                for segment in segments(of: key.text.text, weight: key.weight) {
                    unsafe append(segment, of: bytes, key: key, to: &shape)
                }
            }
        }
        return shape
    }

    private func append(_ segment: Segment, of bytes: UnsafeBufferPointer<UInt8>, key: ShapeKey, to shape: inout Shape)
    {
        guard var substitute = segment.substitute else {
            shape.width = unsafe shaper.shape(
                bytes, range: segment.range, face: face(segment.face, weight: key.weight), faceIndex: segment.face,
                isTabular: key.isTabular, isBackward: segment.isBackward, pen: shape.width, into: &shape.glyphs)
            return
        }
        let first = shape.glyphs.count
        substitute.withUTF8 { replacement in
            shape.width = unsafe shaper.shape(
                replacement, range: 0..<replacement.count, face: face(segment.face, weight: key.weight),
                faceIndex: segment.face, isTabular: key.isTabular, isBackward: false, pen: shape.width,
                into: &shape.glyphs)
        }
        for index in first..<shape.glyphs.count { shape.glyphs[index].cluster = segment.range.lowerBound }
    }
}
