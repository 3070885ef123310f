/// Columns that are put into order to find their median, and dropped then.
enum Scratch {
    /// The values that are not zero, in room that is taken once: a column that grows is there twice.
    static func moving(_ values: [Double]) -> [Double] {
        var moving = [Double]()
        moving.reserveCapacity(values.count)
        for value in values where value != 0 { moving.append(value) }
        return moving
    }
}
