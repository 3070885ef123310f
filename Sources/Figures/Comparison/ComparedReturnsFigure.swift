import Analytics
import Charts
import Comparison
import Series

/// How the returns between common moments are distributed, a box per run.
enum ComparedReturnsFigure {
    static let definition = FigureDefinition<Comparison>(
        "return-distributions", "boxes of the returns between common moments, a row per run"
    ) { comparison in
        let columns = comparison.span.returns
        guard comparison.span.count >= 4 else { return .failure(.fewerThan(4, "returns in common")) }
        let boxes = comparison.members.map { box($0, columns[$0.index]) }
        let marks = comparison.members.indices.flatMap { index in
            Marks.boxes([boxes[index]], width: 0.56, direction: .horizontal, paint: comparison.members[index].paint)
        }
        return .success(
            Chart(
                title: "Distribution of returns",
                subtitle: "%, between common moments",
                altText: "Returns between common moments: "
                    + comparison.facts { member in
                        let box = boxes[member.index]
                        return "median \(FigureWords.percent(box.middle, places: 2)), 5\u{202F}% below "
                            + "\(FigureWords.percent(box.low, places: 2))"
                    } + ".",
                aspect: (46 + 17 * Double(comparison.members.count)) / 380,
                x: Axis(
                    .linear, format: .percent(2), including: [0], isNice: true, baseline: 0, lowPadding: 5,
                    highPadding: 5),
                panels: [Panel(y: comparison.rowAxis, marks: marks)]))
    }

    private static func box(_ member: Member, _ returns: [Double]) -> QuantileBox {
        let sorted = returns.sorted()
        let quantiles = [0.05, 0.25, 0.5, 0.75, 0.95].map { Quantile.of(sorted: sorted.span, at: $0) ?? .nan }
        let words = quantiles.map { FigureWords.percent($0, places: 2) }
        return QuantileBox(
            at: Double(member.index) + 0.5, low: quantiles[0], lower: quantiles[1], middle: quantiles[2],
            upper: quantiles[3], high: quantiles[4], outliers: [sorted[0], sorted[sorted.count - 1]],
            title:
                "\(member.name): 5\u{202F}% \(words[0]), 25\u{202F}% \(words[1]), median \(words[2]), "
                + "75\u{202F}% \(words[3]), 95\u{202F}% \(words[4])"
        )
    }
}
