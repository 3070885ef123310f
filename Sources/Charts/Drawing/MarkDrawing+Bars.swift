import Graphics

extension MarkDrawing {
    /// Bars of one colour are one path; those with a title of their own are one each.
    func bars(_ mark: BarsMark) -> [SceneItem] {
        var paths: [(paint: Paint, path: Path)] = []
        var titled: [SceneItem] = []
        for bar in mark.bars {
            guard let rect = rect(of: bar, mark) else { continue }
            guard bar.title.isEmpty else {
                titled.append(datum(bar.title, .path(Path(rect), fill: bar.paint, stroke: nil)))
                continue
            }
            if let index = paths.firstIndex(where: { $0.paint == bar.paint }) {
                paths[index].path.elements += Path(rect).elements
            } else {
                paths.append((bar.paint, Path(rect)))
            }
        }
        return titled + paths.map { .path($0.path, fill: $0.paint, stroke: nil) }
    }

    /// An item that says a text where a reader points at it.
    private func datum(_ title: String, _ item: SceneItem) -> SceneItem {
        let words = SceneAttribute("title", text.style.words(title))
        return .group(SceneGroup(role: .part("datum", attributes: [words]), items: [item]))
    }

    /// Where a bar lies; nil for one without finite place. The gap is taken from its sides unless it is very thin.
    func rect(of bar: BarsMark.Bar, _ mark: BarsMark) -> Rect? {
        let (a, b) = (x.position(of: bar.x0), x.position(of: bar.x1))
        let (c, d) = (y.position(of: bar.y0), y.position(of: bar.y1))
        guard (a + b + c + d).isFinite else { return nil }
        var rect = Rect(x0: min(a, b), y0: min(c, d), x1: max(a, b), y1: max(c, d))
        if mark.orientation == .vertical {
            let half = min(mark.gap / 2, rect.width * 0.15)
            (rect.x0, rect.x1) = (rect.x0 + half, rect.x1 - half)
        } else {
            let half = min(mark.gap / 2, rect.height * 0.15)
            (rect.y0, rect.y1) = (rect.y0 + half, rect.y1 - half)
        }
        return rect
    }

    /// One path per sign; of the observations in one pixel column the longest of each sign.
    func sticks(_ mark: SticksMark) -> [SceneItem] {
        let base = y.position(of: mark.base)
        guard base.isFinite else { return [] }
        let pixel = text.style.pixel
        var column = Double.nan
        var (low, high) = (base, base)
        var (above, below) = (Skyline(base: base, width: pixel), Skyline(base: base, width: pixel))
        func end() {
            guard !column.isNaN else { return }
            if high < base { above.add(high, at: column) }
            if low > base { below.add(low, at: column) }
        }
        for (place, value) in zip(mark.x, mark.y) {
            let top = y.position(of: value)
            let next = (x.position(of: place) / pixel).rounded(.down)
            guard top.isFinite, next.isFinite else { continue }
            if next != column {
                end()
                (column, low, high) = (next, base, base)
            }
            low = max(low, top)
            high = min(high, top)
        }
        end()
        let paths = [(above.path(), mark.above), (below.path(), mark.below)].filter { !$0.0.elements.isEmpty }
            .map { SceneItem.path($0.0, fill: $0.1, stroke: nil) }
        return paths.isEmpty ? [] : named("sticks", label: mark.label, key: mark.key, base: mark.base, items: paths)
    }

    /// Coloured cells.
    func cells(_ mark: CellsMark) -> [SceneItem] {
        mark.cells.compactMap { cell in
            guard let value = cell.value, let rect = rect(of: cell) else { return nil }
            let item = SceneItem.path(Path(rect), fill: mark.colors.paint(value), stroke: nil)
            return cell.title.isEmpty ? item : datum(cell.title, item)
        }
    }

    private func rect(of cell: CellsMark.Cell) -> Rect? {
        let half = 0.6
        let rect = Rect(
            x0: x.position(of: cell.x0), y0: y.position(of: Double(cell.row)), x1: x.position(of: cell.x1),
            y1: y.position(of: Double(cell.row + 1)))
        guard rect.width > 2 * half, rect.height > 2 * half else { return rect.width > 0 ? rect : nil }
        return rect.inset(by: Insets(top: half, right: half, bottom: half, left: half))
    }
}
