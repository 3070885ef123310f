/// Phase 1, resolve: which numbers each axis has to show, found from the marks.
struct ChartDomains {
    /// The shared horizontal domain; nil where no mark has a finite place.
    let x: Interval?
    /// One vertical domain per panel; nil where its marks have no finite number.
    let panels: [Interval?]

    init(_ chart: Chart) {
        x = Self.horizontal(chart)
        panels = chart.panels.map(Self.vertical)
    }

    init(x: Interval?, panels: [Interval?]) {
        self.x = x
        self.panels = panels
    }

    /// Whether there is nothing to draw.
    var isEmpty: Bool { x == nil || panels.allSatisfy { $0 == nil } }

    private static func horizontal(_ chart: Chart) -> Interval? {
        if case .bands(_, let extent) = chart.x.kind { return extent > 0 ? Interval(0, extent) : nil }
        if let given = chart.x.givenDomain { return given }
        var extent = Extent()
        for panel in chart.panels { for mark in panel.marks where mark.isData { mark.extendX(&extent) } }
        return domain(of: chart.x, seen: extent)
    }

    private static func vertical(_ panel: Panel) -> Interval? {
        var data = Extent()
        let positiveOnly = panel.y.transform == .logarithmic
        for mark in panel.marks where mark.isData { mark.extendY(&data, positiveOnly: positiveOnly) }
        guard !data.isEmpty else { return nil }
        if case .bands(_, let extent) = panel.y.kind { return extent > 0 ? Interval(0, extent) : nil }
        for mark in panel.marks where !mark.isData { mark.extendY(&data, positiveOnly: positiveOnly) }
        return domain(of: panel.y, seen: data)
    }

    private static func domain(of axis: Axis, seen: Extent) -> Interval? {
        guard !seen.isEmpty else { return nil }
        if let given = axis.givenDomain { return given }
        var extent = seen
        extent.add(axis.including, positiveOnly: axis.transform == .logarithmic)
        return extent.interval.map { widened($0, axis) }
    }

    /// A domain without width (one observation, a flat line) gets some, so that its line stands in the middle.
    private static func widened(_ domain: Interval, _ axis: Axis) -> Interval {
        let size = max(domain.start.magnitude, domain.end.magnitude)
        guard domain.length <= size * 1e-9 || domain.length < 1e-200 else { return domain }
        if axis.isTime { return Interval(domain.start - 0.5, domain.end + 0.5) }
        if axis.transform == .logarithmic { return Interval(domain.start / 1.1, domain.end * 1.1) }
        let room = size > 0 ? size / 10 : 1
        return Interval(domain.start - room, domain.end + room)
    }
}
