import Analytics
import DocumentModel
import Formatting

extension ReportTables {
    func score() -> TableResult {
        let score = analysis.score
        guard let value = score.value.number else { return .absent(score.value.unavailable ?? .noReturns) }
        var rows = score.parts.map { part in
            Table.Row([Table.Cell(part.name), Table.Cell(DisplayNumber.number(part.points, places: 1, signed: true))])
        }
        let limit = value - score.parts.reduce(0) { $0 + $1.points }
        if limit != 0 {
            let name = limit < 0 ? "Kept at 100" : "Kept at 0"
            rows.append(
                Table.Row([Table.Cell(name), Table.Cell(DisplayNumber.number(limit, places: 1, signed: true))]))
        }
        let words = [score.rating, score.riskLevel.map { "\($0) risk" }].compactMap { $0 }.joined(separator: ", ")
        let name = words.isEmpty ? "Score" : "Score: \(words)"
        rows.append(Table.Row([Table.Cell(name), Table.Cell(DisplayNumber.number(value, places: 1))], role: .total))
        return .table(
            Table(
                name: "score", title: "Performance score", subtitle: "0 to 100",
                columns: [Table.Column("Part", stretch: 1), Table.Column("Points", .decimal)], rows: rows))
    }

    /// Every metric of one named group.
    func metrics(of group: MetricDeclaration.Group) -> TableResult {
        if group == .benchmark, analysis.run.benchmark == nil { return .absent(.noBenchmark) }
        if group == .trades, analysis.run.trades == nil { return .absent(.noTradeRecord) }
        if group == .positions, (try? analysis.positions) == nil { return .absent(.noPositions) }
        let name = "metrics-\(group.rawValue)"
        return .table(grouped(named: name, title: title(of: group)) { $0.group == group })
    }

    private func title(of group: MetricDeclaration.Group) -> String {
        switch group {
        case .returns: "Return metrics"
        case .risk: "Risk metrics"
        case .ratios: "Ratios"
        case .benchmark: "Benchmark metrics"
        case .trades: "Trade metrics"
        case .positions: "Exposure"
        case .validity: "Validity metrics"
        case .score: "Score"
        }
    }
}
