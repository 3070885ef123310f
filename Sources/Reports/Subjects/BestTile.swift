import Analytics
import Comparison
import DocumentModel
import Formatting
import Tables

/// A headline figure of a comparison: the best value of a metric, and whose it is.
struct BestTile {
    let comparison: Comparison

    /// Nil for a key that the catalogue does not know.
    func tile(_ key: String) -> Tile? {
        guard let declaration = MetricCatalog.declaration(named: key, under: comparison.conventions) else { return nil }
        let metric = comparison.metrics.first { $0.declaration.key == declaration.key }
        guard let metric, let best = metric.best.first else {
            return Tile(key: key, label: declaration.name, value: "–", detail: Self.reason(metric))
        }
        let others = metric.best.count > 1 ? " and \(metric.best.count - 1) more" : ""
        return Tile(
            key: key, label: label(metric.declaration),
            value: CellFormat().text(metric.metrics[best]), detail: comparison.members[best].shortName + others)
    }

    private func label(_ declaration: MetricDeclaration) -> String {
        (declaration.better == .lower ? "Lowest " : "Best ") + Self.lowercased(declaration.name)
    }

    /// `Sharpe ratio` and `CAGR` keep their capitals.
    private static func lowercased(_ name: String) -> String {
        let word = name.prefix { $0 != " " }
        let isName = word.dropFirst().contains(where: \.isUppercase) || word == "Sharpe" || word == "Calmar"
        return isName ? name : name.prefix(1).lowercased() + name.dropFirst()
    }

    private static func reason(_ metric: ComparedMetric?) -> String {
        guard let metric else { return "n/a for all runs" }
        return metric.declaration.better == .neither ? "none is better" : "no run is better"
    }
}
