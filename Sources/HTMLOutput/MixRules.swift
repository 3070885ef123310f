import Graphics

/// The rules for colours between two roles: one for each pair, to which each class says how far it goes.
struct MixRules {
    private struct Pair: Hashable {
        let from: ColorRole
        let to: ColorRole
        let isStroke: Bool
    }

    /// The classes of each pair, in the order of their first use.
    private var groups: [(pair: Pair, names: [String])] = []

    init(_ classes: GeneratedClasses) {
        for (name, rule) in classes.rules {
            guard case .mix(let from, let to, _, let isStroke) = rule else { continue }
            let pair = Pair(from: from, to: to, isStroke: isStroke)
            if let index = groups.firstIndex(where: { $0.pair == pair }) {
                groups[index].names.append(name)
            } else {
                groups.append((pair, [name]))
            }
        }
    }

    /// `--m` is the share that a class has of its own.
    func write(to css: inout MarkupBuffer) {
        for (pair, names) in groups {
            css.markup(names.map { "." + $0 }.joined(separator: ",") + (pair.isStroke ? "{stroke:" : "{fill:"))
            css.markup("color-mix(in srgb,var(--\(pair.to.cssName)) var(--m),var(--\(pair.from.cssName)))}\n")
        }
    }
}
