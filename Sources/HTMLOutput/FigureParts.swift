/// What a figure tells the script: groups of the role ``SceneGroup/Role/part(_:attributes:)`` by these names.
///
/// A figure without them is a picture; with them its values can be read and its time can be zoomed. Layout emits them, the
/// writer turns them into `data-part` and `data-…` attributes, the files in `Page/` read them.
///
/// - `panel`: everything of one plotting area, with
///   - `plot`: `x0 y0 x1 y1`, the plotting area in the scene's coordinates (points, y down), whatever groups lie around
///   - `heading`: what the panel shows, where a figure stacks several
///   - `x-kind`: `time` (days since 1970-01-01, with fractions within the day) or any other word
///   - `x-min`, `x-max`: the values at `x0` and `x1`
///   - `y-kind`: `linear` or `log`
///   - `y-min`, `y-max`: the values at `y1` (bottom) and `y0` (top); with `log` the values, not their logarithms
///   - `y-format`: how values read: `percent0`, `percent1`, `percent2` (of fractions), `number0`…`number4`,
///     `multiple2` (5.94×), `money0`; percentages are read off with one decimal at least
/// - `marks`, within a panel and clipped to the plotting area: what a zoom moves.
/// - `series`, within `marks`, with `label` (its name), `key` (its name in data files, under which ``DataBlock`` holds its
///   numbers) and `ending` (what stands at its end; empty where that is its name): one line, which a zoom draws again from the numbers.
/// - `area` and `sticks`, within `marks`, with `key` and `base`: what fills the space to a base, drawn again likewise.
/// - `rule`, with `base` and `ending`: a horizontal line at a value.
/// - `callout`, within `marks`: a dot, or the words beside the dot that is nearest.
/// - `grid` within a panel, `y-axis` and `endings` with the `panel`'s index: guides that a zoom replaces by its own.
/// - `x-axis`, anywhere in the figure: ticks and tick labels of the time axis; a zoom replaces them, at the height of the
///   first text.
/// - `datum`, with `title`: what a reader sees who points at a bar or cell; written as `<title>`.
///
/// Numbers are ASCII with a point, as `Double`'s own description writes them.
enum FigureParts {}
