import NativeCodecs

/// Finds the one way in which a column's numbers are written, where they are not plain.
public struct NumberStyleInference {
    /// What the cells show.
    public enum Outcome: Equatable {
        case style(NumberStyle)
        /// The cell of this row is a thousand times larger in another reading, and nothing in the column decides.
        case ambiguous(row: Int)
        /// Cells that are no numbers, or in styles that exclude each other.
        case unknown
    }

    let table: CSVTable
    let column: Int
    let firstRow: Int

    /// Looks at a column from a row on.
    public init(table: CSVTable, column: Int, firstRow: Int) {
        (self.table, self.column, self.firstRow) = (table, column, firstRow)
    }

    /// What speaks for each reading.
    private struct Evidence {
        var (cells, percents) = (0, 0)
        /// Cells whose mark is a point for certain, and cells whose mark is between thousands for certain.
        var (commaPoints, stopPoints, commaGroups, stopGroups) = (0, 0, 0, 0)
        /// A cell such as `1,001` or `1.001`, and how many.
        var openRow: Int?
        var (openCommas, openStops) = (0, 0)
        /// Whole numbers of four digits and more: thousands are not parted.
        var longWholes = 0
    }

    /// The style in which every cell of the column is a number, or what stands in the way of one.
    public func outcome() -> Outcome {
        var evidence = Evidence()
        for row in firstRow..<max(firstRow, table.rowCount) {
            let range = table.trimmedRange(row, column)
            if CSVTable.isMissing(table.bytes.span, range) { continue }
            guard note(range, row, &evidence) else { return .unknown }
        }
        return Self.outcome(evidence)
    }

    /// Counts what one cell shows; false where it is no number in any style.
    private func note(_ range: Range<Int>, _ row: Int, _ evidence: inout Evidence) -> Bool {
        let bytes = table.bytes
        var range = range
        evidence.cells += 1
        if let last = range.last, bytes[last] == UInt8(ascii: "%") {
            evidence.percents += 1
            range = CSVTable.trimmed(bytes.span, range.dropLast())
        }
        guard let shape = NumberShape(bytes, range) else {
            // An exponent: a plain number with its own point.
            if DecimalText.number(bytes.span, range) != nil { return true }
            return DecimalText.number(bytes.span, range, point: NumberStyle.comma) != nil
        }
        if shape.isOpen {
            if evidence.openRow == nil { evidence.openRow = row }
            if shape.point == NumberStyle.comma { evidence.openCommas += 1 } else { evidence.openStops += 1 }
        } else if shape.point == NumberStyle.comma {
            evidence.commaPoints += 1
        } else if shape.point == NumberStyle.fullStop {
            evidence.stopPoints += 1
        }
        if shape.group == NumberStyle.comma { evidence.commaGroups += 1 }
        if shape.group == NumberStyle.fullStop { evidence.stopGroups += 1 }
        if shape.point == nil, shape.group == nil, shape.leading > 3 { evidence.longWholes += 1 }
        return true
    }

    private static func outcome(_ evidence: Evidence) -> Outcome {
        guard evidence.percents == 0 || evidence.percents == evidence.cells else { return .unknown }
        let open = (commas: evidence.openCommas > 0, stops: evidence.openStops > 0)
        // In the reading of one, the other's marks stand between thousands, which long whole numbers exclude.
        let canStop =
            evidence.commaPoints == 0 && evidence.stopGroups == 0 && !(open.commas && evidence.longWholes > 0)
        let canComma =
            evidence.stopPoints == 0 && evidence.commaGroups == 0 && !(open.stops && evidence.longWholes > 0)
        let isPercent = evidence.percents > 0
        let stop = NumberStyle(point: NumberStyle.fullStop, group: NumberStyle.comma, isPercent: isPercent)
        let comma = NumberStyle(point: NumberStyle.comma, group: NumberStyle.fullStop, isPercent: isPercent)
        switch (canStop, canComma) {
        case (true, false): return .style(stop)
        case (false, true): return .style(comma)
        case (false, false): return .unknown
        case (true, true):
            guard let row = evidence.openRow else { return .style(stop) }
            return .ambiguous(row: row)
        }
    }
}
