import DocumentModel
import Graphics

/// Lists and lines of code.
extension PieceBuilder {
    /// What stands before an item without a number.
    static let point = "•"

    mutating func addList(_ list: List) { addItems(list, indent: 0, before: measures.step, after: 2 * measures.step) }

    /// The items and, indented, the lists in them; only the outermost list keeps a distance.
    private mutating func addItems(_ list: List, indent: Double, before: Double, after: Double) {
        let room = room(for: list)
        for (index, item) in list.items.enumerated() {
            let isLast = index == list.items.count - 1
            var text = ParagraphSetting(item.paragraph, before: 0, after: 0)
            if index == 0 { text.before = before }
            if isLast, item.lists.isEmpty { text.after = after }
            text.indent = indent + room
            text.bulletRoom = room
            text.bullet = list.start.map { "\($0 + index)." } ?? Self.point
            inContainer(.tag(.paragraph)) { $0.addLines(text) }
            for (number, inner) in item.lists.enumerated() {
                let ends = isLast && number == item.lists.count - 1
                addItems(inner, indent: indent + room, before: 0, after: ends ? after : 0)
            }
        }
    }

    /// Wide enough for the widest number.
    private func room(for list: List) -> Double {
        let least = 2.5 * measures.step
        guard let start = list.start else { return least }
        let widest = setter.run("\(start + list.items.count - 1).", measures.body).width
        return max(least, measures.wholeSteps(widest + 1.5 * measures.step))
    }

    /// Lines as they are; those that are too long go on below.
    mutating func addCode(_ code: String) {
        var inlines: [Inline] = []
        for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
            if !inlines.isEmpty { inlines.append(.lineBreak) }
            // Spaces at the beginning of a line would vanish.
            let indent = line.prefix { $0 == " " }.count
            inlines.append(.code(String(repeating: "\u{A0}", count: indent) + line.dropFirst(indent)))
        }
        var text = ParagraphSetting(Paragraph(inlines), before: 2 * measures.step, after: 2 * measures.step)
        text.indent = 2 * measures.step
        inContainer(.tag(.paragraph)) { $0.addLines(text) }
    }
}
