import Analytics
import DocumentModel
import Formatting
import Tables
import TerminalOutput

/// A run on one screen: what page one of a report says, in its words and numbers.
struct RunLines {
    let analysis: Analysis
    let terminal: Terminal
    let options: ReportOptions

    /// The parts with a line between them.
    var lines: [TerminalLine] {
        let parts = [
            band, tiles, verdict, cautions, CurveLines(analysis: analysis, terminal: terminal).lines, months, belief,
        ]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [TerminalLine()]))
    }

    private var band: [TerminalLine] { analysis.titleBand(options).lines(on: terminal) }

    /// The tiles of the template `summary`, as many beside each other as there is room for.
    private var tiles: [TerminalLine] {
        let tiles = analysis.summaryTileKeys.compactMap { ReportTiles(analysis: analysis, tellsDoubts: false).tile($0) }
        let across = [8, 4, 2].first { terminal.width / $0 >= 18 } ?? 1
        let width = terminal.width / across
        let rows = stride(from: 0, to: tiles.count, by: across).map { Array(tiles[$0..<min($0 + across, tiles.count)]) }
        return Array(rows.map { row(of: $0, width) }.joined(separator: [TerminalLine()])) + doubts
    }

    /// The rules by which marked numbers are of low confidence: beneath a number there is no room for one.
    private var doubts: [TerminalLine] {
        let rules = analysis.summaryTileKeys.compactMap { analysis.metrics[named: $0]?.doubt }
        let words = MetricWords.doubts(rules.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
        return words.isEmpty ? [] : terminal.wrapped(words, tone: .muted)
    }

    private func row(of tiles: [Tile], _ width: Int) -> [TerminalLine] {
        func line(_ text: (Tile) -> String, _ tone: TerminalTone) -> TerminalLine {
            tiles.reduce(TerminalLine()) { line, tile in
                let shown = TextWidth.cut(terminal.shown(text(tile)), to: width - 2)
                return line + TerminalLine([TerminalPiece(shown, tone)]).padded(to: width)
            }
        }
        return [line(\.label, .muted), line(\.value, .strong), line(\.detail, .muted)]
    }

    /// How the run came out against what was required of it.
    private var verdict: [TerminalLine] {
        guard let verdict = analysis.verdict else { return [] }
        let text = verdict.word + " " + verdict.sentence
        return verdict.isAccepted ? terminal.wrapped(text) : terminal.caution(text)
    }

    private var cautions: [TerminalLine] { analysis.summaryCautions.flatMap { terminal.caution($0.text) } }

    private var months: [TerminalLine] { MonthLines(analysis: analysis, terminal: terminal).lines }

    private var belief: [TerminalLine] {
        guard let sentence = analysis.credibilitySentence else { return [] }
        let text = terminal.style == .plain ? sentence : Self.withMarksAtWords(sentence)
        return [TerminalLine([terminal.piece("Can I believe it?", .strong)])] + terminal.wrapped(text)
    }

    /// No line ends with the mark of the words on the next one.
    private static func withMarksAtWords(_ sentence: String) -> String {
        sentence.replacing("✓ ", with: "✓\u{00A0}").replacing("✗ ", with: "✗\u{00A0}")
    }
}
