import Graphics

/// A panel's vertical scale with its ticks, chosen so that the labels stand apart.
struct VerticalAxis {
    /// One tick with its label; the label is nil where only a line is drawn.
    struct Tick {
        let value: Double
        let position: Double
        let label: GlyphRun
    }

    /// From numbers to places, downwards.
    let scale: Scale
    /// The ticks that have room.
    let ticks: [Tick]

    /// The axis of a panel whose plotting area lies between two heights.
    init(_ axis: Axis, domain: Interval, top: Double, bottom: Double, labelWidth: Double, text: TextSetter) {
        if case .bands(let bands, _) = axis.kind {
            scale = Scale(.linear, domain: domain, range: Interval(top, bottom))
            ticks = Self.rows(bands, scale: scale, labelWidth: labelWidth, text)
            return
        }
        let range = Interval(bottom, top)
        let most = min(max(Int(exactly: (range.length.magnitude / (text.labelHeight * 1.8)).rounded()) ?? 2, 2), 6)
        for count in stride(from: most, through: 1, by: -1) {
            let niced = axis.isNice && axis.domain == nil ? LinearTicks.nice(domain, count: max(count, 2)) : domain
            let scale = Scale(axis.transform, domain: niced, range: range)
            let ticks = Self.ticks(axis, scale: scale, count: count, labelWidth: labelWidth, text)
            guard Self.standApart(ticks, text) || count == 1 else { continue }
            self.scale = scale
            self.ticks = Self.standApart(ticks, text) ? ticks : Array(ticks.prefix(1))
            return
        }
        scale = Scale(axis.transform, domain: domain, range: range)
        ticks = []
    }

    private static func ticks(
        _ axis: Axis, scale: Scale, count: Int, labelWidth: Double, _ text: TextSetter
    ) -> [Tick] {
        TickValues(axis, domain: scale.domain, count: count).labelled.compactMap { value, words in
            let position = scale.position(of: value)
            guard position.isFinite, let run = text.fit(words, text.style.label, width: labelWidth) else { return nil }
            return Tick(value: value, position: position, label: run)
        }
    }

    private static func standApart(_ ticks: [Tick], _ text: TextSetter) -> Bool {
        zip(ticks, ticks.dropFirst()).allSatisfy { ($0.position - $1.position).magnitude >= text.labelHeight * 1.5 }
    }

    /// Names of rows; where rows are lower than text, every second, third … is named.
    private static func rows(
        _ bands: [AxisBand], scale: Scale, labelWidth: Double, _ text: TextSetter
    ) -> [Tick] {
        guard let first = bands.first else { return [] }
        let height = (scale.position(of: first.end) - scale.position(of: first.start)).magnitude
        guard height > 0.01, let stride = Int(exactly: (text.labelHeight / height).rounded(.up)) else { return [] }
        return bands.enumerated().filter { $0.offset % stride == 0 }.compactMap { _, band in
            let font = band.isStrong ? text.style.strongLabel : text.style.label
            let form = text.firstFitting(band.names, font, width: labelWidth)
            guard let run = form ?? text.fit(band.names.last ?? "", font, width: labelWidth) else { return nil }
            let middle = (band.start + band.end) / 2
            return Tick(value: middle, position: scale.position(of: middle), label: run)
        }
    }
}

/// Round numbers of an axis of numbers with their words.
struct TickValues {
    /// Number and words.
    let labelled: [(value: Double, words: String)]

    init(_ axis: Axis, domain: Interval, count: Int) {
        if axis.transform == .logarithmic {
            let values = LogTicks(in: domain, count: count).values
            let isLadder = LogTicks.isLadder(values)
            let step = values.count > 1 ? values[1] - values[0] : (values.first ?? 1)
            labelled = values.map { ($0, axis.format.tick($0, step: isLadder ? LogTicks.decade(of: $0) : step)) }
        } else {
            let ticks = LinearTicks(in: domain, count: count)
            let whole = axis.format == .count ? ticks.values.filter { $0 == $0.rounded() } : ticks.values
            labelled = whole.map {
                ($0, axis.format.tick($0, step: axis.format == .count ? max(ticks.step, 1) : ticks.step))
            }
        }
    }
}
