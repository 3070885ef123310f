import Graphics

/// The shared horizontal scale with ticks and labels, chosen so that labels stand apart and stay in the scene.
struct HorizontalAxis {
    /// From numbers to places.
    let scale: Scale
    /// Where tick marks stand.
    var marks: [Double] = []
    /// The words.
    var labels: [PlacedText] = []

    /// The axis below (or above) plotting areas; `baseline` is that of the first row of labels.
    init(
        _ axis: Axis, domain: Interval, plot: Interval, baseline: Double, sceneWidth: Double, text: TextSetter
    ) {
        scale = Scale(axis.transform, domain: domain, range: plot)
        guard axis.isShown, plot.length > 1 else { return }
        let labelling = AxisLabelling(scale: scale, baseline: baseline, sceneWidth: sceneWidth, text: text)
        switch axis.kind {
        case .time: (marks, labels) = labelling.time()
        case .bands(let bands, _): labels = labelling.bands(bands)
        case .linear, .logarithmic: (marks, labels) = labelling.numbers(axis)
        }
        if !axis.isLabelled { labels = [] }
    }

    /// How many rows of labels to keep free, before the exact width of the plotting area is known.
    static func rows(_ axis: Axis, domain: Interval, plotWidth: Double, text: TextSetter) -> Int {
        guard axis.isShown, axis.isLabelled else { return 0 }
        guard axis.isTime else { return 1 }
        let scale = Scale(.linear, domain: domain, range: Interval(0, plotWidth))
        let labelling = AxisLabelling(scale: scale, baseline: 0, sceneWidth: plotWidth, text: text)
        return labelling.timeStep()?.hasSecondRow == true ? 2 : 1
    }
}

/// Chooses and places the labels of a horizontal axis.
struct AxisLabelling {
    let scale: Scale
    let baseline: Double
    let sceneWidth: Double
    let text: TextSetter

    private var font: Font { text.style.label }
    /// Least space between two labels.
    private var gap: Double { text.style.labelSize * 0.9 }

    /// Round numbers, centred under their ticks; labels at the ends move inwards rather than out of the scene.
    func numbers(_ axis: Axis) -> (marks: [Double], labels: [PlacedText]) {
        for count in stride(from: 8, through: 1, by: -1) {
            let ticks = TickValues(axis, domain: scale.domain, count: count).labelled
            let labels = ticks.map { value, words in
                centred(text.shape(words, font), at: scale.position(of: value))
            }
            if standApart(labels) { return (ticks.map { scale.position(of: $0.value) }, labels) }
        }
        return ([], [])
    }

    /// Names of bands, all in the longest form for which every name has room, else every second, third … name.
    func bands(_ bands: [AxisBand]) -> [PlacedText] {
        let forms = bands.map(\.names.count).max() ?? 0
        for form in 0..<forms {
            let labels = bands.compactMap { label($0, form: form) }
            if labels.count == bands.count, standApart(labels, gap: 1) { return labels }
        }
        for stride in 2..<max(bands.count, 3) {
            let kept = bands.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
            let labels = kept.compactMap { label($0, form: forms - 1) }
            if standApart(labels) { return labels }
        }
        return []
    }

    private func label(_ band: AxisBand, form: Int) -> PlacedText? {
        guard let name = band.names.indices.contains(form) ? band.names[form] : band.names.last else { return nil }
        let font = band.isStrong ? text.style.strongLabel : font
        let paint: Paint = band.isStrong ? .role(.ink) : .role(.muted)
        let (start, end) = (scale.position(of: band.start), scale.position(of: band.end))
        switch band.alignment {
        case .middle: return centred(text.shape(name, font), at: (start + end) / 2, paint: paint)
        case .end:
            let run = text.fit(name, font, width: max(end - start, 0))
            return run.map { PlacedText($0, at: Point(end, baseline), anchor: .end, paint: paint) }
        }
    }

    private func centred(_ run: GlyphRun, at place: Double, paint: Paint = .role(.muted)) -> PlacedText {
        let middle = min(max(place, run.width / 2), max(sceneWidth - run.width / 2, run.width / 2))
        return PlacedText(run, at: Point(middle, baseline), anchor: .middle, paint: paint)
    }

    private func standApart(_ labels: [PlacedText], gap: Double? = nil) -> Bool {
        let ordered = scale.range.length < 0 || scale.domain.length < 0 ? labels.reversed() : labels
        return ordered.allSatisfy { $0.origin.x >= -0.01 && $0.origin.x + $0.run.width <= sceneWidth + 0.01 }
            && zip(ordered, ordered.dropFirst()).allSatisfy {
                $0.origin.x + $0.run.width + (gap ?? self.gap) <= $1.origin.x
            }
    }
}
