import CCairo
import Graphics

extension PixelSurface {
    mutating func draw(_ path: Path, fill: Paint?, stroke: Stroke?, offset: Point) {
        trace(path, offset: offset)
        if let fill {
            setSource(fill)
            unsafe cairo_fill_preserve(context)
        }
        if let stroke {
            setSource(stroke.paint)
            draw(stroke)
        }
    }

    /// Makes a path, moved by an offset, the current one; lines end where they leave the area that can be drawn.
    private mutating func trace(_ path: Path, offset: Point) {
        unsafe cairo_new_path(context)
        unsafe cairo_set_fill_rule(
            context, path.fillRule == .evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
        var trace = PathTrace(offset: offset)
        for element in path.elements {
            switch trace.next(element) {
            case .move(let place): unsafe cairo_move_to(context, place.x, place.y)
            case .line(let place): unsafe cairo_line_to(context, place.x, place.y)
            case .curve(let a, let b, let c): unsafe cairo_curve_to(context, a.x, a.y, b.x, b.y, c.x, c.y)
            case .close: unsafe cairo_close_path(context)
            }
        }
        if trace.hasBadCoordinate { hasBadCoordinate = true }
    }

    /// Strokes the current path and forgets it.
    private mutating func draw(_ stroke: Stroke) {
        unsafe cairo_set_line_width(context, stroke.width)
        unsafe cairo_set_line_join(context, stroke.join.cairo)
        unsafe cairo_set_line_cap(context, stroke.cap.cairo)
        unsafe cairo_set_dash(context, stroke.dashes, Int32(clamping: stroke.dashes.count), 0)
        unsafe cairo_stroke(context)
    }
}

extension Stroke.Join {
    fileprivate var cairo: cairo_line_join_t {
        switch self {
        case .miter: CAIRO_LINE_JOIN_MITER
        case .round: CAIRO_LINE_JOIN_ROUND
        case .bevel: CAIRO_LINE_JOIN_BEVEL
        }
    }
}

extension Stroke.Cap {
    fileprivate var cairo: cairo_line_cap_t {
        switch self {
        case .butt: CAIRO_LINE_CAP_BUTT
        case .round: CAIRO_LINE_CAP_ROUND
        case .square: CAIRO_LINE_CAP_SQUARE
        }
    }
}
