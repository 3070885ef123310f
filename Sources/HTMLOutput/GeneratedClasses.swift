import DocumentModel
import Graphics

/// The names that one HTML file hands out: unique ids, and classes for what a style sheet written in advance cannot know.
///
/// The policy of the page forbids `style` attributes, so colours between two roles, line widths and column shares become
/// rules. A class of one writer, used on one thread.
final class GeneratedClasses {
    /// What a generated class says.
    enum Rule: Hashable {
        /// Colour of the way between two roles, in percent.
        case mix(ColorRole, ColorRole, percent: Int, isStroke: Bool)
        /// Colour of words that stand on such a mix.
        case readable(on: ColorRole, ColorRole, percent: Int)
        /// A colour of its own.
        case color(hex: String, isStroke: Bool)
        /// Line width in units of the figure.
        case strokeWidth(Int)
        /// Dashes and gaps in units of the figure.
        case dashes([Int])
        /// Type size in units of the figure.
        case fontSize(Int)
        /// Relative widths of a grid's columns.
        case columns([Double])
        /// Width of a picture in percent of its column.
        case width(Int)
        /// Height of white space in steps of the rhythm.
        case space(Double)
        /// How a table's columns stand, one letter each, `l`, `r` or `c`; which shares of the spare width they take; and
        /// which of them, counted from 1, are muted.
        case tableColumns(alignment: String, stretch: [Double], muted: [Int])
    }

    /// The rules in the order of their first use, with their classes.
    private(set) var rules: [(name: String, rule: Rule)] = []
    private var indices: [Rule: Int] = [:]
    private var usedIDs: Set<String> = []
    /// For each id that was taken, the number to try next: looking from the start would be quadratic.
    private var nextNumbers: [String: Int] = [:]
    private var clips = 0
    /// What decides which mixes have words of the same colour on them.
    private let theme: Theme?
    private var readable: [String: Int] = [:]

    /// Nothing handed out yet. With a theme, words that look alike in it share a class.
    init(theme: Theme? = nil) { self.theme = theme }

    /// The class of a rule, the same for the same rule.
    func name(of rule: Rule) -> String {
        if let index = indices[rule] { return rules[index].name }
        if let colors = theme.flatMap({ ReadableRules.colors(of: rule, in: $0) }) {
            let index = readable[colors.light + colors.dark] ?? rules.count
            readable[colors.light + colors.dark] = index
            indices[rule] = index
            if index < rules.count { return rules[index].name }
        }
        let name = prefix(of: rule) + String(rules.count)
        indices[rule] = rules.count
        rules.append((name, rule))
        return name
    }

    /// An id for a clip, never given before.
    func nextClipID() -> String {
        repeat { clips += 1 } while !usedIDs.insert("clip\(clips)").inserted
        return "clip\(clips)"
    }

    /// The anchor as an id, with a number behind it if it was given before.
    func uniqueID(_ anchor: String) -> String {
        if usedIDs.insert(anchor).inserted { return anchor }
        var number = nextNumbers[anchor] ?? 2
        defer { nextNumbers[anchor] = number + 1 }
        while !usedIDs.insert("\(anchor)-\(number)").inserted { number += 1 }
        return "\(anchor)-\(number)"
    }

    private func prefix(of rule: Rule) -> String {
        switch rule {
        case .mix: "m"
        case .readable: "r"
        case .color: "c"
        case .strokeWidth: "w"
        case .dashes: "d"
        case .fontSize: "z"
        case .columns: "g"
        case .space: "p"
        case .width: "i"
        case .tableColumns: "a"
        }
    }
}
