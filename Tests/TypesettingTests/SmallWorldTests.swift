import DocumentModel
import Graphics
import GraphicsTestSupport
import Testing

@testable import Typesetting

/// Kinds of small blocks; every text of a block carries the block's number.
private enum Kind: CaseIterable {
    case line, lines, heading, figure, table, kept, withNext, grid, pageBreak, space

    func block(_ number: Int) -> Block {
        let name = "\(number):"
        return switch self {
        case .line: paragraph(name)
        case .lines: paragraph(name, lines: 5)
        case .heading: TypesettingTests.heading(name)
        case .figure: TypesettingTests.figure(name, height: 40)
        case .table: TypesettingTests.table(name, rows: 4, roles: [1: .group, 4: .total])
        case .kept:
            .group(Group(keep: .together, blocks: [paragraph(name, lines: 3), paragraph(name + "b", lines: 3)]))
        case .withNext: .group(Group(keep: .withNext, blocks: [paragraph(name)]))
        case .grid:
            .grid(Grid(columns: [1, 1], cells: [[paragraph(name, lines: 4)], [TypesettingTests.heading(name + "h")]]))
        case .pageBreak: .pageBreak
        case .space: .space(2)
        }
    }

    /// How many texts the block shows where no head of a table is repeated.
    var texts: Int {
        switch self {
        case .line, .heading, .figure, .withNext: 1
        case .lines, .grid: 5
        case .table: 9
        case .kept: 6
        case .pageBreak, .space: 0
        }
    }
}

@Suite struct `Small worlds` {
    /// All sequences of up to three blocks, and of four of the harder ones, on pages from tiny to roomy.
    @Test(arguments: [60.0, 84, 130, 400]) func `everything is placed once, in order, apart and within the text area`(
        height: Double
    ) {
        for length in 1...3 { enumerate(Kind.allCases, length, height: height) }
        if height == 84 || height == 130 {
            enumerate([.lines, .heading, .figure, .table, .withNext, .grid], 4, height: height)
        }
    }

    private func enumerate(_ kinds: [Kind], _ length: Int, height: Double) {
        var failures = 0
        var digits = [Int](repeating: 0, count: length)
        while failures < 3 {
            let world = digits.map { kinds[$0] }
            if let failure = check(world, height: height) {
                failures += 1
                Issue.record("\(world) on \(height): \(failure)")
            }
            guard let place = digits.lastIndex(where: { $0 < kinds.count - 1 }) else { return }
            digits[place] += 1
            for later in digits.indices where later > place { digits[later] = 0 }
        }
    }

    private func check(_ world: [Kind], height: Double) -> String? {
        let blocks = world.enumerated().map { $1.block($0) }
        let document = document(blocks, width: 200, height: height)
        let found = Typesetter(document: document, measurer: FakeMeasurer(advance: 0.5, makesGlyphs: true)).pages()
        let pages = found.pages.map(texts)
        if let problem = misplaced(pages, in: textArea(document), isCut: !found.warnings.isEmpty) { return problem }
        if let problem = disordered(pages, world) { return problem }
        // Lower pages, or more headings in a row, hold no heading with the head and two rows of a table.
        if height >= 130, !hasLongChain(world), let problem = lonelyHeading(pages, world) { return problem }
        if pages.count > 1, let empty = pages.firstIndex(where: \.isEmpty), found.warnings.isEmpty {
            return "page \(empty + 1) is empty"
        }
        return nil
    }

    /// Outside of the text area, or one over the other.
    private func misplaced(_ pages: [[Shown]], in area: Rect, isCut: Bool) -> String? {
        for (number, page) in pages.enumerated() {
            for shown in page {
                let isInside =
                    shown.box.x0 >= area.x0 && shown.box.x1 <= area.x1 + 0.01 && shown.box.y0 >= area.y0
                    && shown.box.y1 <= area.y1
                if !isInside && !isCut { return "\(shown) is outside of page \(number + 1)" }
            }
            for (index, one) in page.enumerated() {
                for other in page[(index + 1)...] where overlap(one.box, other.box) { return "\(one) lies on \(other)" }
            }
        }
        return nil
    }

    private func overlap(_ one: Rect, _ other: Rect) -> Bool {
        min(one.x1, other.x1) - max(one.x0, other.x0) > 0.01 && min(one.y1, other.y1) - max(one.y0, other.y0) > 0.01
    }

    /// Every text once but for repeated heads, the blocks one after the other.
    private func disordered(_ pages: [[Shown]], _ world: [Kind]) -> String? {
        var names: [String] = []
        for name in pages.flatMap({ $0 }).map(\.name) where name.contains(":") {
            if name.hasSuffix("head"), names.contains(name) { continue }
            names.append(name)
        }
        let numbers = names.compactMap { Int($0.prefix { $0 != ":" }) }
        if numbers != numbers.sorted() { return "order \(names)" }
        if Set(names).count != names.count { return "something is shown twice: \(names)" }
        for (number, kind) in world.enumerated() {
            // The cells of the value column carry no number.
            let expected = kind == .table ? 5 : kind.texts
            if numbers.count(where: { $0 == number }) != expected { return "block \(number) is not whole: \(names)" }
        }
        return nil
    }

    /// A heading at the foot of a page although something follows it on the next.
    private func lonelyHeading(_ pages: [[Shown]], _ world: [Kind]) -> String? {
        for page in pages.dropLast() {
            guard let last = page.last, let number = Int(last.name.prefix { $0 != ":" }) else { continue }
            guard world[number] == .heading || world[number] == .withNext else { continue }
            let next = number + 1
            if next < world.count, world[next] != .pageBreak, !isFollowedByBreak(world, from: next) {
                return "\(last) is last on its page"
            }
        }
        return nil
    }

    /// Three blocks in a row that each stay with the next.
    private func hasLongChain(_ world: [Kind]) -> Bool {
        let sticky = world.map { $0 == .heading || $0 == .withNext || $0 == .space }
        return sticky.indices.dropFirst(2).contains { sticky[$0] && sticky[$0 - 1] && sticky[$0 - 2] }
    }

    /// Whether only space and headings stand between here and a page break.
    private func isFollowedByBreak(_ world: [Kind], from start: Int) -> Bool {
        for kind in world[start...] where kind != .space { return kind == .pageBreak }
        return true
    }
}
