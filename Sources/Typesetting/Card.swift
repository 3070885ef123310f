import Charts
import DocumentModel
import Graphics

/// A picture for a chat or a wiki: who, five numbers, one curve. Twice as wide as high, and drawn large, since it is seen small.
public struct Card: Sendable {
    /// In points; three pixels to a point make 1200 × 630.
    public static let size = Size(400, 210)
    /// Pixels to a point.
    public static let scale = 3.0

    private static let margin = 16.0

    /// The strategy.
    public var title: String
    /// Run, engine, period.
    public var subtitle: String
    /// Beside each other; more than five have no room.
    public var tiles: [Tile]
    /// Beneath them; its own title is not shown. Nil leaves the reason.
    public var chart: Chart?
    /// Where there is no chart.
    public var absence: String
    /// At the foot.
    public var footer: String

    /// A card.
    public init(
        title: String, subtitle: String, tiles: [Tile], chart: Chart?, absence: String = "", footer: String
    ) {
        self.title = title
        self.subtitle = subtitle
        self.tiles = tiles
        self.chart = chart
        self.absence = absence
        self.footer = footer
    }

    /// The card drawn. What is too long for its place ends with an ellipsis.
    public func scene(theme: Theme, measurer: any TextMeasurer) -> Scene {
        let setter = TextSetter(measurer)
        let width = Self.size.width - 2 * Self.margin
        var items = [bar]
        items += line(title, Font(size: 16, weight: .bold), .role(.ink), baseline: 29, width: width, setter)
        items += line(subtitle, Font(size: 7.2), .role(.muted), baseline: 41, width: width, setter)
        items += tileItems(width, setter)
        items += chartItems(theme, measurer, width, setter)
        items += line(footer, Font(size: 5.6), .role(.muted), baseline: 203, width: width, setter)
        return Scene(size: Self.size, items: items)
    }

    /// The colour of the strategy along the upper edge.
    private var bar: SceneItem {
        .path(Path(Rect(origin: .zero, size: Size(Self.size.width, 4))), fill: .role(.accent), stroke: nil)
    }

    private func line(
        _ text: String, _ font: Font, _ paint: Paint, x: Double = 0, baseline: Double, width: Double,
        _ setter: TextSetter
    ) -> [SceneItem] {
        setter.line(TextSpan(setter.ellipsised(text, font, width: width), font, paint))
            .items(baseline: baseline, x: Self.margin + x, width: width)
    }

    private func tileItems(_ width: Double, _ setter: TextSetter) -> [SceneItem] {
        let shown = tiles.prefix(5)
        let step = width / Double(max(1, shown.count))
        return shown.enumerated().flatMap { place, tile in
            let (x, room) = (step * Double(place), step - 6)
            let value = valueFont(tile.value, room, setter)
            return line(tile.label, Font(size: 6.4), .role(.muted), x: x, baseline: 57, width: room, setter)
                + line(tile.value, value, .role(.ink), x: x, baseline: 73, width: room, setter)
                + line(tile.detail, Font(size: 5.8), .role(.muted), x: x, baseline: 82, width: room, setter)
        }
    }

    /// A number is not shortened but set smaller.
    private func valueFont(_ text: String, _ room: Double, _ setter: TextSetter) -> Font {
        let sizes = [15.0, 13, 11, 9, 7]
        let fonts = sizes.map { Font(size: $0, weight: .bold) }
        return fonts.first { setter.width(text, $0) <= room } ?? fonts[fonts.count - 1]
    }

    private func chartItems(
        _ theme: Theme, _ measurer: any TextMeasurer, _ width: Double, _ setter: TextSetter
    ) -> [SceneItem] {
        guard var chart else {
            return line(absence, Font(size: 8), .role(.muted), baseline: 140, width: width, setter)
        }
        chart.title = ""
        chart.subtitle = ""
        let scene = chart.scene(size: Size(width, 103), style: theme.chart, measurer: measurer)
        return [.group(SceneGroup(offset: Point(Self.margin, 90), items: scene.items))]
    }
}
