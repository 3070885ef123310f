import CCairo
import Graphics

extension Canvas {
    /// Draws in this face and size from here on.
    mutating func setFont(_ face: DrawingFace, size: Double) {
        unsafe cairo_set_font_face(context, face.face)
        unsafe cairo_set_font_size(context, size)
    }

    /// Draws glyphs of one face, with the text that they stand for, so that it can be searched and copied.
    ///
    /// `bytes` are the UTF-8 bytes of the piece. What stands too far outside to be drawn is left out.
    mutating func show(
        _ piece: TextPiece, of run: ArraySlice<Glyph>, text bytes: UnsafeBufferPointer<UInt8>, at origin: Point
    ) {
        guard accepts(origin), !bytes.isEmpty else { return }
        glyphs.removeAll(keepingCapacity: true)
        for glyph in run {
            glyphs.append(cairo_glyph_t(index: UInt(glyph.id), x: origin.x + glyph.x, y: origin.y + glyph.y))
        }
        let isBackward = piece.order == .backward
        switch piece.order {
        case .forward: countClusters(run, from: piece.bytes.lowerBound, to: bytes.count)
        case .backward: countClusters(run.reversed(), from: piece.bytes.lowerBound, to: bytes.count)
        case .mixed:
            clusters = [
                cairo_text_cluster_t(num_bytes: Int32(clamping: bytes.count), num_glyphs: Int32(clamping: run.count))
            ]
        }
        unsafe bytes.withMemoryRebound(to: CChar.self) { text in
            unsafe cairo_show_text_glyphs(
                context, text.baseAddress, Int32(clamping: text.count), glyphs, Int32(clamping: glyphs.count), clusters,
                Int32(clamping: clusters.count),
                isBackward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(0))
        }
    }

    /// Counts how many bytes go with how many glyphs, in the order of the text.
    private mutating func countClusters(_ run: some Sequence<Glyph>, from start: Int, to count: Int) {
        clusters.removeAll(keepingCapacity: true)
        var place = start
        for glyph in run {
            if clusters.isEmpty || glyph.cluster != place {
                if !clusters.isEmpty {
                    clusters[clusters.count - 1].num_bytes = Int32(clamping: glyph.cluster - place)
                    place = glyph.cluster
                }
                clusters.append(cairo_text_cluster_t(num_bytes: 0, num_glyphs: 1))
            } else {
                clusters[clusters.count - 1].num_glyphs += 1
            }
        }
        if !clusters.isEmpty { clusters[clusters.count - 1].num_bytes = Int32(clamping: start + count - place) }
    }
}
