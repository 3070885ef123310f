/// What a panel draws. Guides (rules, bands, labels) are marks like data.
public enum Mark: Sendable {
    /// A line through points.
    case line(LineMark)
    /// The area between a line and a base.
    case area(AreaMark)
    /// Rectangles with one end on a base.
    case bars(BarsMark)
    /// One thin bar per observation, merged where they are closer than a pixel.
    case sticks(SticksMark)
    /// A straight line across the panel.
    case rule(RuleMark)
    /// Points.
    case dots(DotsMark)
    /// Straight lines between two places each.
    case segments(SegmentsMark)
    /// Rectangles of a table, coloured by number, with text.
    case cells(CellsMark)
    /// A vertical stretch.
    case band(BandMark)
    /// Words at a corner or a place.
    case text(TextMark)
    /// A dot with words beside it.
    case callout(CalloutMark)
}

extension Mark {
    /// Sees the horizontal extent.
    func extendX(_ extent: inout Extent) {
        switch self {
        case .line(let mark): extent.add(mark.x)
        case .area(let mark): extent.add(mark.x)
        case .sticks(let mark): extent.add(mark.x)
        case .dots(let mark): extent.add(mark.x)
        case .bars(let mark): for bar in mark.bars { extent.add([bar.x0, bar.x1]) }
        case .cells(let mark): for cell in mark.cells { extent.add([cell.x0, cell.x1]) }
        case .segments(let mark): for one in mark.segments { extent.add([one.x0, one.x1]) }
        case .callout(let mark): extent.add(mark.x)
        case .rule, .band, .text: break
        }
    }

    /// Sees the vertical extent; on a logarithmic axis only what is positive.
    func extendY(_ extent: inout Extent, positiveOnly: Bool) {
        switch self {
        case .line(let mark): extent.add(mark.y, positiveOnly: positiveOnly)
        case .area(let mark):
            extent.add(mark.y, positiveOnly: positiveOnly)
            extent.add(mark.base.values, positiveOnly: positiveOnly)
        case .sticks(let mark): extent.add(mark.y + [mark.base], positiveOnly: positiveOnly)
        case .dots(let mark): extent.add(mark.y, positiveOnly: positiveOnly)
        case .bars(let mark): for bar in mark.bars { extent.add([bar.y0, bar.y1], positiveOnly: positiveOnly) }
        case .cells(let mark): for cell in mark.cells { extent.add([Double(cell.row), Double(cell.row + 1)]) }
        case .segments(let mark): for one in mark.segments { extent.add([one.y0, one.y1], positiveOnly: positiveOnly) }
        case .callout(let mark): extent.add([mark.y], positiveOnly: positiveOnly)
        case .rule(let mark) where mark.orientation == .horizontal:
            extent.add([mark.value], positiveOnly: positiveOnly)
        case .rule, .band, .text: break
        }
    }

    /// Whether the mark shows data, so that a panel with nothing else is empty.
    var isData: Bool {
        switch self {
        case .rule, .band, .text, .callout: false
        default: true
        }
    }
}

extension Mark {
    /// Under which name data files hold what the mark shows; nil where they do not.
    public var seriesKey: String? {
        let key: String
        switch self {
        case .line(let mark): key = mark.key
        case .area(let mark): key = mark.edge?.key ?? ""
        case .sticks(let mark): key = mark.key
        case .bars, .rule, .dots, .segments, .cells, .band, .text, .callout: key = ""
        }
        return key.isEmpty ? nil : key
    }
}
