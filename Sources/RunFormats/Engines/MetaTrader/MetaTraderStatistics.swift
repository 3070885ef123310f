import RunModel

/// What a test report of MetaTrader says of its trades, by the places of its figures: the same in both terminals, but for the
/// columns.
struct MetaTraderStatistics {
    /// A label and its value.
    typealias Figure = (label: String, value: String)

    let file: String
    /// Rows of up to three figures, from the net profit on, empty rows left out.
    let rows: [[Figure]]
    /// Whether the tester closed positions at the end, which the report counts as closed.
    let hasOpen: Bool
    /// Whether deals in have costs of their own.
    let hasEntryCosts: Bool

    /// The part of a value that is compared.
    private enum Part {
        case whole, outer, inner
    }

    private static let open = "the report counts what the tester closed at the end; here it is open"
    private static let costs = "the report counts costs of deals in apart"
    private static let even = "the report counts trades without a profit as won"
    private static let unrounded = "the terminal adds what it has not rounded"
    private static let daily = "the report's is of every deal, ours of the ends of days"

    /// What figures mean, by row from the net profit on and place in the row.
    private static let meanings: [(row: Int, place: Int, key: String, part: Part, note: String)] = [
        (0, 0, "trades.total_pnl", .whole, unrounded),
        (2, 1, "max_drawdown", .outer, daily),
        (3, 0, "trades.profit_factor", .whole, ""),
        (3, 1, "trades.expectancy", .whole, ""),
        (4, 1, "sharpe", .whole, "the report's is of trades, ours of days"),
        (7, 0, "trades.count", .whole, ""),
        (8, 1, "trades.win_rate", .inner, even),
        (9, 0, "trades.largest_win", .whole, ""),
        (9, 1, "trades.largest_loss", .whole, ""),
        (10, 0, "trades.average_win", .whole, even),
        (10, 1, "trades.average_loss", .whole, ""),
        (11, 0, "trades.max_consecutive_wins", .outer, ""),
        (11, 1, "trades.max_consecutive_losses", .outer, ""),
        // MetaTrader 4 has these elsewhere.
        (102, 2, "max_drawdown", .outer, daily),
        (108, 0, "trades.win_rate", .inner, even),
    ]

    /// Figures that depend on what a single trade earned.
    private static let ofSingleTrades: Set<String> = [
        "trades.profit_factor", "trades.win_rate", "trades.largest_win", "trades.largest_loss", "trades.average_win",
        "trades.average_loss", "trades.max_consecutive_wins", "trades.max_consecutive_losses",
    ]

    /// The report's figures in their order, those that a metric measures with its key.
    func statistics(_ meaningRows: [Int]) -> [ReportedStatistic] {
        rows.enumerated().flatMap { index, figures in
            figures.enumerated().compactMap { place, figure in
                let row = meaningRows.indices.contains(index) ? meaningRows[index] : -1
                let meaning = Self.meanings.first { $0.row == row && $0.place == place }
                var figure = figure
                if figure.label.contains("\u{FFFD}") {
                    // A label in an encoding that nobody named says nothing.
                    guard let key = meaning?.key else { return nil }
                    figure.label = key
                }
                return statistic(figure, meaning?.key, meaning?.part ?? .whole, meaning?.note ?? "")
            }
        }
    }

    private func statistic(_ figure: Figure, _ key: String?, _ part: Part, _ note: String) -> ReportedStatistic {
        let name = figure.label.hasSuffix(":") ? String(figure.label.dropLast()) : figure.label
        var statistic = ReportedStatistic(name: name, text: figure.value, key: key, file: file)
        guard let key else { return statistic }
        let text = Self.part(part, of: figure.value)
        statistic.text = text
        statistic.value = StatementNumber.value(text.filter { $0 != "%" })
        if text.hasSuffix("%") { statistic.value = statistic.value.map { $0 / 100 } }
        if key == "max_drawdown" { statistic.value = statistic.value.map { -$0 } }
        var notes = [String]()
        if !note.isEmpty { notes.append(note) }
        if hasEntryCosts, Self.ofSingleTrades.contains(key) { notes.append(Self.costs) }
        if hasOpen, key.hasPrefix("trades.") { notes.append(Self.open) }
        statistic.note = notes.joined(separator: "; ")
        return statistic
    }

    /// `8.09%` and `967.94` of `8.09% (967.94)`.
    private static func part(_ part: Part, of text: String) -> String {
        guard part != .whole, let open = text.firstIndex(of: "("), text.last == ")" else { return text }
        let side = part == .outer ? text[..<open] : text[text.index(after: open)...].dropLast()
        return String(side.reversed().drop { $0 == " " }.reversed())
    }
}

extension MetaTrader5Report {
    /// The figures from the net profit on; nil where the drawdowns, which show where they are, cannot be found.
    func statistics(_ file: String, hasOpen: Bool, hasEntryCosts: Bool) -> [ReportedStatistic] {
        let entries = results()
        var rows = [(line: Int, figures: [MetaTraderStatistics.Figure])]()
        for entry in entries {
            if rows.last?.line != entry.line { rows.append((entry.line, [])) }
            rows[rows.count - 1].figures.append((entry.label, entry.value))
        }
        guard kind == .test, let drawdowns = drawdownLine, let place = rows.firstIndex(where: { $0.line == drawdowns }),
            place > 0
        else { return [] }
        let statistics = MetaTraderStatistics(
            file: file, rows: rows[(place - 1)...].map(\.figures), hasOpen: hasOpen, hasEntryCosts: hasEntryCosts)
        return statistics.statistics(Array(0..<rows.count))
    }
}

extension MetaTrader4Report {
    /// The figures from the net profit on, in other rows than the other terminal has them.
    func statistics(_ file: String, hasOpen: Bool) -> [ReportedStatistic] {
        let rows = figures.map { row -> [MetaTraderStatistics.Figure] in
            // `Largest` stands before the labels of its row.
            let word = row[1].isEmpty && !row[0].isEmpty ? row[0] + " " : ""
            return [(0, 1), (2, 3), (4, 5)].compactMap { label, value in
                row[label].isEmpty || row[value].isEmpty ? nil : (word + row[label], row[value])
            }
        }
        let statistics = MetaTraderStatistics(file: file, rows: rows, hasOpen: hasOpen, hasEntryCosts: false)
        return statistics.statistics([0, 3, 102, 7, 108, 9, 10, 11])
    }
}
