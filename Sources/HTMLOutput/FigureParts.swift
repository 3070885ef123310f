import Graphics

/// What a figure tells the script: groups of the role ``SceneGroup/Role/part(_:attributes:)`` by these names.
///
/// A figure without them is a picture; with them it has a crosshair with values, and zoom by drag. Layout emits them, the
/// writer turns them into `data-part` and `data-…` attributes, ``Script`` reads them.
///
/// - `panel`: everything of one plotting area, with
///   - `plot`: `x0 y0 x1 y1`, the plotting area in the scene's coordinates (points, y down), whatever groups lie around
///   - `x-kind`: `time` (days since 1970-01-01, with fractions within the day) or any other word
///   - `x-min`, `x-max`: the values at `x0` and `x1`
///   - `y-kind`: `linear` or `log`
///   - `y-min`, `y-max`: the values at `y1` (bottom) and `y0` (top); with `log` the values, not their logarithms
///   - `y-format`: how values read: `percent0`, `percent1`, `percent2` (of fractions), `number0`…`number4`,
///     `multiple2` (5.94×), `money0`; percentages are read off with one decimal at least
/// - `marks`, within a panel and clipped to the plotting area: what a zoom in x moves: lines, areas, bands, dots and
///   their labels. Horizontal rules may be in or outside.
/// - `series`, within `marks`, with `label` (its name): the first path in it is one open polyline, left to right, which
///   is what the crosshair reads. Areas stand beside it, not in it.
/// - `x-axis`, anywhere in the figure: ticks and tick labels of the time axis; a zoom hides them and writes its own at
///   the height of the first text.
///
/// Numbers are ASCII with a point, as `Double`'s own description writes them.
enum FigureParts {
    /// Whether some panel's x-axis is time.
    static func hasTimePanel(_ items: [SceneItem]) -> Bool {
        items.contains { item in
            guard case .group(let group) = item else { return false }
            if case .part("panel", let attributes) = group.role { return attributes.contains(timeAxis) }
            return hasTimePanel(group.items)
        }
    }

    private static let timeAxis = SceneAttribute("x-kind", "time")
}
