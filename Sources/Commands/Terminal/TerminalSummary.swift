import Analytics
import DocumentModel
import Formatting
import Reports
import Tables
import TerminalOutput

/// A run on one screen: what page one of a report says, in its words and numbers.
struct TerminalSummary {
    let analysis: Analysis
    let terminal: Terminal

    /// The parts with a line between them.
    var lines: [TerminalLine] {
        let parts = [
            band, tiles, cautions, TerminalCurves(analysis: analysis, terminal: terminal).lines, months, belief,
        ]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [TerminalLine()]))
    }

    private var band: [TerminalLine] {
        let band = analysis.titleBand(ReportOptions(template: .shipped("summary")))
        return [TerminalLine([terminal.piece(TextWidth.cut(band.title, to: terminal.width), .strong)])]
            + ([band.subtitle, band.details.joined(separator: " · ")]).flatMap { terminal.wrapped($0, tone: .muted) }
    }

    /// The tiles of the template `summary`, as many beside each other as there is room for.
    private var tiles: [TerminalLine] {
        let tiles = Self.tileKeys(analysis).compactMap { analysis.tile($0) }
        let across = [8, 4, 2].first { terminal.width / $0 >= 18 } ?? 1
        let width = terminal.width / across
        let rows = stride(from: 0, to: tiles.count, by: across).map { Array(tiles[$0..<min($0 + across, tiles.count)]) }
        return Array(rows.map { row(of: $0, width) }.joined(separator: [TerminalLine()])) + doubts
    }

    /// The rules by which marked numbers are of low confidence: beneath a number there is no room for one.
    private var doubts: [TerminalLine] {
        let rules = Self.tileKeys(analysis).compactMap { analysis.metrics[named: $0]?.doubt }
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
        return [line(\.label, .muted), line(\.value, .strong), line(Self.detail, .muted)]
    }

    /// Without the rule of low confidence, which stands beneath all tiles.
    private static func detail(_ tile: Tile) -> String {
        tile.detail.firstRange(of: "; °").map { String(tile.detail[..<$0.lowerBound]) } ?? tile.detail
    }

    static func tileKeys(_ analysis: Analysis) -> [String] {
        let hasTrades = (try? analysis.trades)?.closed.isEmpty == false
        return ["total_return", "cagr", "annual_volatility", "sharpe", "max_drawdown", "calmar"]
            + (hasTrades ? ["trades.win_rate", "trades.profit_factor"] : ["daily_win_rate", "monthly_win_rate"])
    }

    /// What page one warns of; that the number of trials is unknown stands among the checks.
    private var cautions: [TerminalLine] {
        let cautions = analysis.cautions.filter { $0.code != "trials_unknown" }
        return cautions.flatMap { caution in
            let mark = terminal.piece("! ", .loss)
            let lines = terminal.wrapped(caution.text, indent: 2)
            return [TerminalLine([mark] + (lines.first?.pieces.dropFirst() ?? []))] + lines.dropFirst()
        }
    }

    private var months: [TerminalLine] { TerminalMonths(analysis: analysis, terminal: terminal).lines }

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
