/// How a piece of a line is meant; a terminal with colours shows it.
public enum TerminalTone: Equatable, Sendable {
    /// As usual.
    case plain
    /// Bold.
    case strong
    /// Secondary.
    case muted
    /// The strategy.
    case accent
    /// What the strategy is held against.
    case benchmark
    /// A positive result.
    case gain
    /// A negative result.
    case loss
    /// A cell of a heatmap, from −1 (the worst) to 1 (the best); small values have no colour.
    case heat(Double)

    /// The parameters of the escape sequence, from the 256 colours that every terminal has; nil for none.
    var codes: String? {
        switch self {
        case .plain: nil
        case .strong: "1"
        case .muted: "2"
        case .accent: "38;5;33"
        case .benchmark: "38;5;244"
        case .gain: "38;5;33"
        case .loss: "38;5;167"
        case .heat(let value): Self.heat(value)
        }
    }

    /// Strong colours for large values on light and dark screens alike, each with the digits that can be read on it.
    private static func heat(_ value: Double) -> String? {
        switch value {
        case ..<(-0.66): "48;5;160;38;5;231"
        case ..<(-0.33): "48;5;167;38;5;231"
        case ..<(-0.08): "48;5;174;38;5;16"
        case 0.66...: "48;5;25;38;5;231"
        case 0.33...: "48;5;32;38;5;231"
        case 0.08...: "48;5;110;38;5;16"
        default: nil
        }
    }
}
