import DocumentModel

/// The themes that ship.
public enum Themes {
    /// Their names, the default first. A theme is added with a value of its own and a row here.
    public static let names = all.map(\.name)

    /// The theme of a name; nil for an unknown one.
    public static func theme(named name: String) -> Theme? { all.first { $0.name == name } }

    private static let all: [Theme] = [.light, .dark, .print, .grayscale, .contrast]
}
