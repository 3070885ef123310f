/// Widths of a table's columns, in the order of typst and CSS: measure, shrink fairly if too wide, give away what is spare.
enum ColumnWidths {
    /// What one column wants.
    struct Demand: Equatable {
        /// Without any line break.
        var natural: Double
        /// Without a break within a word or a number.
        var least: Double
        /// Share of spare width.
        var stretch: Double
    }

    /// Widths that sum up to `available`, if there are columns.
    static func fit(_ demands: [Demand], available: Double) -> [Double] {
        let natural = demands.map(\.natural)
        if natural.reduce(0, +) <= available { return stretched(natural, demands.map(\.stretch), to: available) }
        let least = demands.map { min($0.least, $0.natural) }
        if least.reduce(0, +) <= available { return capped(natural, floors: least, to: available) }
        return capped(least, floors: least.map { _ in 0 }, to: available)
    }

    /// Spare width goes by shares; equally to all columns where none has a share.
    private static func stretched(_ widths: [Double], _ stretch: [Double], to available: Double) -> [Double] {
        guard !widths.isEmpty else { return [] }
        let given = stretch.map { $0.isFinite ? max($0, 0) : 0 }
        let shares = given.contains { $0 > 0 } ? given : given.map { _ in 1 }
        let unit = (available - widths.reduce(0, +)) / shares.reduce(0, +)
        return zip(widths, shares).map { $0 + $1 * unit }
    }

    /// The widest columns give way first: all are capped at one width, but none falls below its floor.
    private static func capped(_ widths: [Double], floors: [Double], to available: Double) -> [Double] {
        var (low, high) = (0.0, widths.max() ?? 0)
        func sum(_ cap: Double) -> Double { zip(widths, floors).reduce(0) { $0 + max($1.1, min($1.0, cap)) } }
        // Halving sixty times leaves no error that a page could show.
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if sum(middle) <= available { low = middle } else { high = middle }
        }
        return zip(widths, floors).map { max($1, min($0, low)) }
    }
}
