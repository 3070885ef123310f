/// Which rows of a table lie between `--from` and `--to`: only their cells can be wrong.
struct RowJudgement {
    let stamps: StampColumn
    let rules: ReadingRules

    /// Whether a row is judged; 0 is the first row below the header.
    func judges(_ index: Int) -> Bool {
        guard rules.hasRange, stamps.walls.indices.contains(index) else { return true }
        return rules.judge(stamps.walls[index], hasOffset: stamps.offsets != .none && !stamps.areDates)
    }
}
