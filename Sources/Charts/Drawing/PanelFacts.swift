import Formatting
import Graphics

/// What a script needs to turn a place of the pointer into numbers.
struct PanelFacts {
    let panel: ChartFrame.PlacedPanel
    let x: Scale
    let y: Scale

    /// The domain at the edges of the plotting area, how to read it, and where the area lies in the scene.
    var attributes: [SceneAttribute] {
        let plot = panel.plot
        let heading = panel.panel.heading.isEmpty ? [] : [SceneAttribute("heading", panel.panel.heading)]
        return heading + [
            SceneAttribute("x-min", number(x.value(at: plot.x0))),
            SceneAttribute("x-max", number(x.value(at: plot.x1))),
            SceneAttribute("y-min", number(y.value(at: plot.y1))),
            SceneAttribute("y-max", number(y.value(at: plot.y0))),
            SceneAttribute("x-kind", "time"),
            SceneAttribute("y-kind", panel.panel.y.transform == .logarithmic ? "log" : "linear"),
            SceneAttribute("y-format", panel.panel.y.format.name),
            SceneAttribute("plot", [plot.x0, plot.y0, plot.x1, plot.y1].map(place).joined(separator: " ")),
        ]
    }

    private func number(_ value: Double) -> String { SignificantDigits.json(value, count: 9) }
    private func place(_ value: Double) -> String { SignificantDigits.json((value * 100).rounded() / 100) }
}
