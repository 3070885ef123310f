import DocumentModel
import Testing

@testable import Typesetting

/// Blocks that flow through columns, over pages, and end together.
@Suite struct `Balanced columns` {
    private func flow(_ blocks: [Block], columns: Int = 2) -> Block {
        .grid(
            Grid(columns: [Double](repeating: 1, count: columns), cells: blocks.map { [$0] }, isBalanced: true))
    }

    /// Lines of a page by their left edges, from left to right.
    private func columns(_ page: Page) -> [[Shown]] {
        let all = texts(page)
        let edges = Set(all.map(\.box.x0)).sorted()
        return edges.map { edge in all.filter { $0.box.x0 == edge } }
    }

    @Test(arguments: 2...9)
    func `two columns end within a paragraph of each other, and nothing is lost`(count: Int) {
        let found = typeset([flow((0..<count).map { paragraph("p\($0)x", lines: 2) })])
        #expect(found.pages.count == 1 && found.warnings.isEmpty)
        let ends = columns(found.pages[0]).compactMap { $0.map(\.box.y1).max() }
        #expect(ends.count == 2 && abs(ends[0] - ends[1]) <= 2 * lineHeight + 12, "\(ends)")
        #expect(texts(found.pages[0]).count == 2 * count)
    }

    @Test func `a flow longer than a page goes on, each column full before the next`() {
        let found = typeset([flow((0..<40).map { paragraph("p\($0)x", lines: 2) })])
        #expect(found.pages.count > 1 && found.warnings.isEmpty)
        #expect(found.pages.flatMap(texts).count == 80)
        let first = columns(found.pages[0])
        let ends = first.compactMap { $0.map(\.box.y1).max() }
        #expect(ends.allSatisfy { $0 > 0.8 * 220 }, "\(ends)")
    }

    @Test func `what follows stands below both columns, and what precedes above`() {
        let found = typeset([
            paragraph("a"), flow([paragraph("b", lines: 4), paragraph("c", lines: 3)]), paragraph("z"),
        ])
        let all = texts(found.pages[0])
        let last = all.first { $0.name == "z" || $0.name == "z1" }
        #expect(all.filter { $0.name != last?.name }.allSatisfy { $0.box.y1 < last?.box.y1 ?? 0 })
    }

    @Test func `a short table is never divided`() {
        let rows = (1...10).map { Table.Row([Table.Cell("r\($0)")]) }
        let table = Block.table(Table(name: "t", columns: [Table.Column("Head")], rows: rows))
        let found = typeset([paragraph("a", lines: 9), table])
        #expect(words(found).last?.contains("r1") == true && words(found).last?.contains("r10") == true)
    }
}
