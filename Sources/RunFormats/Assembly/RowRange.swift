import Series

/// Which rows of a series are used when only a part of it is looked at.
///
/// A whole series in order is used whole: its calendar and its start value come from all of it. Otherwise rows outside the
/// dates stay only as far as they are in order and above the bound, so that nothing outside stops the run.
struct RowRange {
    let timestamps: TimeAxis
    let values: [Double]
    /// Values at it or below cannot be a level or a return.
    let bound: Double
    let rules: ReadingRules

    func usableRows() -> [Int] {
        let all = Array(timestamps.indices)
        guard rules.hasRange, !isClean else { return all }
        let inside = all.filter { isInside($0) }
        return before(inside.first) + inside + after(inside.last)
    }

    private var isClean: Bool {
        timestamps.indices.allSatisfy { index in
            (index == 0 || timestamps[index] > timestamps[index - 1]) && (values[index] > bound || isInside(index))
        }
    }

    private func isInside(_ index: Int) -> Bool {
        let date = timestamps[index].date
        return (rules.from.map { date >= $0 } ?? true) && (rules.to.map { date <= $0 } ?? true)
    }

    private func isBefore(_ index: Int) -> Bool { rules.from.map { timestamps[index].date < $0 } ?? false }

    /// Rows before the first one inside, as far back as they are in order without a gap.
    private func before(_ first: Int?) -> [Int] {
        guard let first else { return [] }
        var rows = [Int]()
        var next = first
        while next > 0, isBefore(next - 1), timestamps[next - 1] < timestamps[next], values[next - 1] > bound {
            next -= 1
            rows.append(next)
        }
        return rows.reversed()
    }

    /// Rows behind the last one inside, as long as they are in order without a gap.
    private func after(_ last: Int?) -> [Int] {
        guard let last else { return [] }
        var rows = [Int]()
        var next = last
        while next + 1 < timestamps.count, !isInside(next + 1), timestamps[next] < timestamps[next + 1],
            values[next + 1] > bound
        {
            next += 1
            rows.append(next)
        }
        return rows
    }
}
