import Analytics
import Comparison
import Formatting
import RunModel
import Tables
import TerminalOutput

/// What changed between two runs, as lines for a terminal.
struct DifferenceLines {
    let difference: RunDifference
    /// The metrics that are shown.
    let changes: [MetricChange]
    let terminal: Terminal

    /// The parts with a line between them.
    var lines: [TerminalLine] {
        let parts = [
            heads, part("Runs", difference.settings, same: nil),
            part("Parameters", difference.parameters, same: difference.sameParameters), inputs, metrics,
            terminal.wrapped(difference.significanceText),
        ]
        return Array(parts.filter { !$0.isEmpty }.joined(separator: [TerminalLine()]))
    }

    private var heads: [TerminalLine] {
        let names = difference.names.map { TextWidth.cut(terminal.shown($0), to: terminal.width / 2) }
        let width = names.map(TextWidth.of).max() ?? 0
        return zip(["A", "B"], zip(names, difference.runs)).map { letter, named in
            let name = TextWidth.padded(named.0, to: width)
            let rest = TextWidth.cut(
                terminal.shown("  run \(named.1.identity.id) · inputs sha256 \(named.1.provenance.digest.prefix(12))…"),
                to: terminal.width - TextWidth.of(name) - 3)
            return TerminalLine([
                TerminalPiece(letter + "  ", .muted), TerminalPiece(name, .strong), TerminalPiece(rest, .muted),
            ])
        }
    }

    private func part(_ title: String, _ changes: [RunDifference.Change], same: Int?) -> [TerminalLine] {
        let rest = same.map { $0 > 0 ? "\($0) the same" : "" } ?? ""
        guard !changes.isEmpty || !rest.isEmpty else { return [] }
        return [head(title, changes.isEmpty ? rest : rest.isEmpty ? "" : rest)]
            + changes.map { row($0.name, $0.first ?? "–", $0.second ?? "–") }
    }

    private var inputs: [TerminalLine] {
        let same = difference.sameInputs
        let title = head("Inputs", same > 0 ? "\(same) the same, byte for byte" : "")
        return [title]
            + difference.inputs.map { change in
                row(
                    change.first?.role ?? change.second?.role ?? "", Self.words(change.first), Self.words(change.second)
                )
            }
    }

    /// `equity.csv 1a2b3c4d…`; the same name says its content.
    private static func words(_ file: Provenance.InputFile?) -> String {
        file.map { "\($0.name) \($0.sha256.prefix(8))…" } ?? "–"
    }

    private func head(_ title: String, _ detail: String) -> TerminalLine {
        TerminalLine([terminal.piece(title, .strong), terminal.piece(detail.isEmpty ? "" : "  " + detail, .muted)])
    }

    /// Name, A and B in columns of a third; longer values are cut.
    private func row(_ name: String, _ first: String, _ second: String) -> TerminalLine {
        let width = (terminal.width - 4) / 3
        let texts = [name, first, second].map { TextWidth.cut(terminal.shown(PrintableText.of($0)), to: width - 1) }
        return TerminalLine([
            TerminalPiece("  " + TextWidth.padded(texts[0], to: width), .muted),
            TerminalPiece(TextWidth.padded(texts[1], to: width)), TerminalPiece(texts[2]),
        ])
    }

    private var metrics: [TerminalLine] {
        let total = difference.changedMetrics.count
        let span = terminal.wrapped(difference.spanText, indent: 2, tone: .muted)
        guard total > 0 else { return [head("Metrics", "all \(difference.metrics.count) the same")] + span }
        let others = total - changes.count
        let rest = others > 0 ? "\(others) more changed: --all" : ""
        return [head("Metrics", rest)] + span + [columns("", "A", "B", "change", .muted)] + changes.map(line)
    }

    private var currency: String? {
        let currencies = difference.runs.map(\.currency.value)
        return currencies[0] == currencies[1] ? currencies[0] : nil
    }

    private func line(_ change: MetricChange) -> TerminalLine {
        let (first, second) = change.texts
        let mark = change.isBetter.map { $0 ? "  better" : "  worse" } ?? ""
        let tone: TerminalTone = change.isBetter.map { $0 ? .gain : .loss } ?? .plain
        return columns(change.label(currency), first, second, change.differenceText, .plain)
            + TerminalLine([TerminalPiece(mark, tone)])
    }

    private func columns(
        _ name: String, _ first: String, _ second: String, _ change: String, _ tone: TerminalTone
    ) -> TerminalLine {
        let number = min(13, (terminal.width - 8) / 5)
        let nameWidth = min(34, terminal.width - 2 - 3 * number - 8)
        let texts = [first, second, change].map { TextWidth.padded(terminal.shown($0), to: number, atEnd: true) }
        let label = TextWidth.cut(terminal.shown(name), to: nameWidth)
        return TerminalLine([
            TerminalPiece("  " + TextWidth.padded(label, to: nameWidth), tone), TerminalPiece(texts.joined(), tone),
        ])
    }
}
