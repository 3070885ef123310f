import CCairo
import Graphics

extension Canvas {
    /// Makes a path, moved by an offset, the current one; lines end where they leave the area that can be drawn.
    mutating func trace(_ path: Path, offset: Point) {
        unsafe cairo_new_path(context)
        unsafe cairo_set_fill_rule(
            context, path.fillRule == .evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
        var last = Point.zero
        for element in path.elements {
            switch element {
            case .move(let point):
                last = moved(point, by: offset)
                let place = DrawableArea.clamped(last)
                unsafe cairo_move_to(context, place.x, place.y)
            case .line(let point):
                let next = moved(point, by: offset)
                let place = DrawableArea.end(of: last, next)
                last = next
                unsafe cairo_line_to(context, place.x, place.y)
            case .curve(let first, let second, let end):
                last = moved(end, by: offset)
                let a = DrawableArea.clamped(moved(first, by: offset))
                let (b, c) = (DrawableArea.clamped(moved(second, by: offset)), DrawableArea.clamped(last))
                unsafe cairo_curve_to(context, a.x, a.y, b.x, b.y, c.x, c.y)
            case .close: unsafe cairo_close_path(context)
            }
        }
    }

    /// Fills the current path and keeps it.
    mutating func fill() { unsafe cairo_fill_preserve(context) }

    /// Strokes the current path and forgets it.
    mutating func stroke(_ stroke: Stroke) {
        unsafe cairo_set_line_width(context, stroke.width)
        unsafe cairo_set_line_join(context, stroke.join.cairo)
        unsafe cairo_set_line_cap(context, stroke.cap.cairo)
        unsafe cairo_set_dash(context, stroke.dashes, Int32(clamping: stroke.dashes.count), 0)
        unsafe cairo_stroke(context)
    }

    /// Fills the whole canvas.
    mutating func paint() { unsafe cairo_paint(context) }

    /// Draws a picture into a rectangle, its pixels as they are: smoothing would mark it in a way PDF/A forbids.
    mutating func draw(_ picture: Picture, in rect: Rect) {
        guard accepts(Point(rect.x0, rect.y0)), accepts(Point(rect.x1, rect.y1)), rect.width > 0, rect.height > 0
        else { return }
        unsafe cairo_save(context)
        unsafe cairo_translate(context, rect.x0, rect.y0)
        unsafe cairo_scale(context, rect.width / Double(picture.width), rect.height / Double(picture.height))
        unsafe cairo_set_source_surface(context, picture.surface, 0, 0)
        unsafe cairo_pattern_set_filter(cairo_get_source(context), filterForPictures)
        // Filled and not painted: in 1.16 a painted picture loses the mark around it, and with it the whole file.
        unsafe cairo_rectangle(context, 0, 0, Double(picture.width), Double(picture.height))
        unsafe cairo_fill(context)
        restore()
    }

    private var filterForPictures: cairo_filter_t { sink == nil ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST }
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
