/// Levels over the first of them, each found when it is asked for: of ten million moments a column of its own takes 80 MB.
struct LevelColumn: RandomAccessCollection, Sendable {
    private let levels: [Double]
    private let start: Double

    /// Levels over a start, which is 1 for levels that are to stay as they are.
    init(_ levels: [Double], over start: Double = 1) { (self.levels, self.start) = (levels, start) }

    var startIndex: Int { 0 }
    var endIndex: Int { levels.count }
    subscript(index: Int) -> Double { start == 1 ? levels[index] : levels[index] / start }

    /// The levels as a column of its own, which is made anew where they are not 1 at the start.
    var array: [Double] { start == 1 ? levels : levels.map { $0 / start } }
}
