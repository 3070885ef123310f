import DocumentModel
import Graphics

/// The rules for words on shaded cells: which colour reads depends on the palette, so light and dark each have theirs.
struct ReadableRules {
    /// The classes that share one pair of colours, in the order of their first use.
    private var groups: [(light: String, dark: String, names: [String])] = []

    init(_ classes: GeneratedClasses, theme: Theme) {
        for (name, rule) in classes.rules {
            guard let colors = Self.colors(of: rule, in: theme) else { continue }
            if let index = groups.firstIndex(where: { $0.light == colors.light && $0.dark == colors.dark }) {
                groups[index].names.append(name)
            } else {
                groups.append((colors.light, colors.dark, [name]))
            }
        }
    }

    /// What a rule for words looks like on a light and a dark screen; nil for other rules.
    static func colors(of rule: GeneratedClasses.Rule, in theme: Theme) -> (light: String, dark: String)? {
        guard case .readable(let from, let to, let percent) = rule else { return nil }
        let paint = Paint.readable(on: from, to, fraction: Double(percent) / 100)
        return (
            theme.palette.resolve(paint).color.hexText, theme.darkPalette.resolve(paint).color.hexText
        )
    }

    /// The light colours for everything, then the dark ones for dark screens.
    func write(to css: inout MarkupBuffer) {
        guard !groups.isEmpty else { return }
        for group in groups {
            css.markup(group.names.map { "." + $0 }.joined(separator: ",") + "{fill:\(group.light)}\n")
        }
        css.markup("@media screen and (prefers-color-scheme:dark){")
        writeDark(below: ":root:not([data-theme=light])", to: &css)
        css.markup("}\n@media screen{")
        writeDark(below: ":root[data-theme=dark]", to: &css)
        css.markup("}\n")
    }

    private func writeDark(below root: String, to css: inout MarkupBuffer) {
        for group in groups where group.dark != group.light {
            css.markup("\(root) :is(\(group.names.map { "." + $0 }.joined(separator: ","))){fill:\(group.dark)}")
        }
    }
}
