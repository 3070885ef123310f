/// Looks for full stops between thousands in numbers that read as plain ones: `997`, then `1.001`.
public struct ThousandsCheck {
    let table: CSVTable
    let column: Int
    /// The plain reading, from row 1 on.
    let values: [Double]

    /// Looks at a column whose numbers are known.
    public init(table: CSVTable, column: Int, values: [Double]) {
        (self.table, self.column, self.values) = (table, column, values)
    }
    /// Neighbours that differ by this factor are not two values of one account.
    private static let jump = 50.0

    /// A row with a cell of two readings; nil where nothing speaks for thousands.
    public func suspiciousRow() -> Int? { jumpRow() ?? uniformRow() }

    /// Whether the plain reading makes jumps that the other does not.
    public var isCertain: Bool { jumpRow() != nil }

    /// The cell such as `1.001` beside a whole number of up to three digits that is hundreds of times larger; one that
    /// follows the whole number comes first, since its line shows both.
    private func jumpRow() -> Int? {
        var other: Int?
        for index in values.indices.dropFirst() {
            let (before, value) = (values[index - 1], values[index])
            guard before > 0, value > 0, before > value * Self.jump || value > before * Self.jump else { continue }
            let (first, second) = (shape(index), shape(index + 1))
            guard let first, let second, first.isOpen != second.isOpen else { continue }
            let whole = first.isOpen ? second : first
            guard whole.point == nil, whole.leading <= 3 else { continue }
            // Read as thousands, the two are neighbours.
            let (low, high) = (min(before, value) * 1000, max(before, value))
            guard low < high * Self.jump else { continue }
            if second.isOpen { return index + 1 }
            if other == nil { other = index }
        }
        return other
    }

    /// The first row of a column whose cells all have one full stop and three digits behind it.
    private func uniformRow() -> Int? {
        var (first, count): (Int?, Int) = (nil, 0)
        for index in values.indices where !values[index].isNaN {
            guard let shape = shape(index + 1), shape.isOpen else { return nil }
            if first == nil { first = index + 1 }
            count += 1
        }
        return count > 2 ? first : nil
    }

    private func shape(_ row: Int) -> NumberShape? {
        NumberShape(table.bytes, table.trimmedRange(row, column))
    }
}
