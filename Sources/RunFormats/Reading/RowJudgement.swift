/// Which rows of a table lie between `--from` and `--to`: only their cells can be wrong.
struct RowJudgement {
    let timestamps: TimestampColumn
    let rules: ReadingRules

    /// Whether a row is judged; 0 is the first row below the header.
    func judges(_ index: Int) -> Bool {
        guard rules.hasRange, timestamps.walls.indices.contains(index) else { return true }
        return rules.judge(timestamps.walls[index], hasOffset: timestamps.offsets != .none && !timestamps.areDates)
    }
}
