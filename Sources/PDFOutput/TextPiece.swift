import Graphics

/// A stretch of a run of glyphs that Cairo can be given together with its text: one face, and clusters that stand in
/// one direction.
struct TextPiece: Equatable {
    /// How the clusters of a piece stand.
    enum Order: Equatable {
        /// As in the text.
        case forward
        /// The other way round, in text from right to left.
        case backward
        /// Neither; the glyphs are given as one cluster.
        case mixed
    }

    /// Positions in the run's glyphs.
    var glyphs: Range<Int>
    /// The bytes of the run's text that the glyphs stand for.
    var bytes: Range<Int>
    /// As in ``Glyph/face``.
    var face: Int
    var order: Order

    /// The pieces of a run, in the order of its glyphs; linear in them.
    ///
    /// A run is cut only where everything before the cut stands before everything behind it in the text as well, so
    /// that the bytes of a piece are a stretch of the text whatever scripts meet there.
    static func pieces(of run: GlyphRun) -> [TextPiece] {
        if let whole = whole(run) { return [whole] }
        var pieces = [TextPiece]()
        let lowestFrom = lowestClusters(run.glyphs)
        var (start, highest) = (0, -1)
        for index in run.glyphs.indices {
            highest = max(highest, run.glyphs[index].cluster)
            let isLast = index + 1 == run.glyphs.count
            guard isLast || highest < lowestFrom[index + 1] else { continue }
            let end = isLast ? run.text.utf8.count : lowestFrom[index + 1]
            add(
                atom(run.glyphs, start..<(index + 1), bytes: lowestFrom[start]..<max(end, lowestFrom[start])),
                to: &pieces)
            start = index + 1
        }
        return pieces
    }

    /// Nearly every run: one face, and forward from its first glyph to its last.
    private static func whole(_ run: GlyphRun) -> TextPiece? {
        guard let first = run.glyphs.first else { return nil }
        var last = first.cluster
        for glyph in run.glyphs {
            guard glyph.face == first.face, glyph.cluster >= last else { return nil }
            last = glyph.cluster
        }
        let bytes = first.cluster..<max(run.text.utf8.count, first.cluster)
        return TextPiece(glyphs: 0..<run.glyphs.count, bytes: bytes, face: first.face, order: .forward)
    }

    /// For each glyph the lowest cluster of it and all that follow.
    private static func lowestClusters(_ glyphs: [Glyph]) -> [Int] {
        var lowest = [Int](repeating: 0, count: glyphs.count)
        var known = Int.max
        for index in glyphs.indices.reversed() {
            known = min(known, glyphs[index].cluster)
            lowest[index] = known
        }
        return lowest
    }

    /// Glyphs that cannot be cut further; those of several faces are parts of one cluster and drawn in the first.
    private static func atom(_ glyphs: [Glyph], _ range: Range<Int>, bytes: Range<Int>) -> TextPiece {
        let clusters = glyphs[range].map(\.cluster)
        let isOne = clusters.allSatisfy { $0 == clusters.first }
        let descends = zip(clusters, clusters.dropFirst()).allSatisfy { $0 >= $1 }
        return TextPiece(
            glyphs: range, bytes: bytes, face: glyphs[range.lowerBound].face,
            order: isOne ? .forward : descends ? .backward : .mixed)
    }

    /// Neighbours that run forward in one face are one piece.
    private static func add(_ piece: TextPiece, to pieces: inout [TextPiece]) {
        guard let last = pieces.last, last.order == .forward, piece.order == .forward, last.face == piece.face else {
            return pieces.append(piece)
        }
        pieces[pieces.count - 1].glyphs = last.glyphs.lowerBound..<piece.glyphs.upperBound
        pieces[pieces.count - 1].bytes = last.bytes.lowerBound..<piece.bytes.upperBound
    }
}
