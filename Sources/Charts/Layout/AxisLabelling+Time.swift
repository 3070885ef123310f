import Graphics

extension AxisLabelling {
    /// More labels than this read as a ruler, not as an orientation.
    private static let most = 13.5
    /// Days of two working weeks.
    private static let mostDays = 16.0

    /// The finest step whose labels have room, or nil.
    func timeStep() -> TimeStep? {
        TimeStep.ladder.first { step in
            guard scale.domain.length / step.days <= (step == .days(1) ? Self.mostDays : Self.most) else {
                return false
            }
            let ticks = step.ticks(in: scale.domain)
            guard !ticks.isEmpty else { return false }
            let widest = ticks.map { text.width(step.label(at: $0).primary, text.style.label) }.max() ?? 0
            let room = max(widest * 1.5, text.style.labelSize * 3.4)
            return zip(ticks, ticks.dropFirst()).allSatisfy {
                (scale.position(of: $1) - scale.position(of: $0)).magnitude >= room
            }
        }
    }

    /// Ticks at the beginnings of calendar periods; a label stands right of its tick, for it names what follows.
    func time() -> (marks: [Double], labels: [PlacedText]) {
        guard let step = timeStep() else { return ([], []) }
        let ticks = step.ticks(in: scale.domain)
        var moments = ticks
        if step.isUnit, let first = ticks.first, leadingLabelFits(step, before: first) {
            moments.insert(scale.domain.lower, at: 0)
        }
        return (ticks.map(scale.position), row(step, moments) + secondRow(step, moments))
    }

    /// Whether the period in which the axis begins, whose tick lies outside, has room for its name.
    private func leadingLabelFits(_ step: TimeStep, before first: Double) -> Bool {
        let room = (scale.position(of: first) - scale.position(of: scale.domain.lower)).magnitude
        let label = step.label(at: scale.domain.lower)
        return room >= text.width(label.primary, text.style.label) + text.style.labelSize * 0.8
    }

    private func row(_ step: TimeStep, _ moments: [Double]) -> [PlacedText] {
        moments.compactMap { place(step.label(at: $0).primary, at: $0, row: 0) }
    }

    /// The year under the first month and every January; of two that collide the later stays.
    private func secondRow(_ step: TimeStep, _ moments: [Double]) -> [PlacedText] {
        guard step.hasSecondRow else { return [] }
        var labels: [PlacedText] = []
        var previous = ""
        for moment in moments {
            let words = step.label(at: moment).secondary
            defer { previous = words }
            guard words != previous, let label = place(words, at: moment, row: 1) else { continue }
            if let last = labels.last, last.origin.x + last.run.width + text.style.labelSize * 0.6 > label.origin.x {
                labels.removeLast()
            }
            labels.append(label)
        }
        return labels
    }

    private func place(_ words: String, at moment: Double, row: Double) -> PlacedText? {
        let run = text.shape(words, text.style.label)
        let left = scale.position(of: moment) + 1.5
        guard left + run.width <= sceneWidth else { return nil }
        return PlacedText(run, at: Point(left, baseline + row * text.labelHeight), paint: .role(.muted))
    }
}
