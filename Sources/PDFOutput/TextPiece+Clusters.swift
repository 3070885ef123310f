import Graphics

/// Glyphs that stand together for a stretch of text.
struct TextCluster: Equatable {
    /// Positions in the run's glyphs.
    var glyphs: Range<Int>
    /// The bytes of the run's text.
    var bytes: Range<Int>
}

extension TextPiece {
    /// The clusters of the piece in the order of its text; linear in its glyphs.
    ///
    /// Together they hold every glyph and every byte of the piece; one of mixed order is one cluster.
    func clusters(of run: GlyphRun) -> [TextCluster] {
        if order == .mixed { return [TextCluster(glyphs: glyphs, bytes: bytes)] }
        var clusters: [TextCluster] = []
        clusters.reserveCapacity(glyphs.count)
        var start = glyphs.lowerBound
        while start < glyphs.upperBound {
            var end = start + 1
            while end < glyphs.upperBound, run.glyphs[end].cluster == run.glyphs[start].cluster { end += 1 }
            clusters.append(TextCluster(glyphs: start..<end, bytes: 0..<0))
            start = end
        }
        if order == .backward { clusters.reverse() }
        var place = bytes.lowerBound
        for index in clusters.indices {
            let isLast = index + 1 == clusters.count
            let end = isLast ? bytes.upperBound : run.glyphs[clusters[index + 1].glyphs.lowerBound].cluster
            clusters[index].bytes = place..<max(place, min(end, bytes.upperBound))
            place = clusters[index].bytes.upperBound
        }
        return clusters
    }
}
