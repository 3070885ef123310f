/// A series' own digits as whole numbers, and the values that a page reads back from them.
struct LevelCoding {
    /// What the whole numbers are.
    enum Kind: String {
        /// Returns in units of a power of ten: each level is the one before it times 1 + return, the first is 1.
        case returns
        /// Differences between neighbours in units of a power of ten, of levels that are divided by ``start``.
        case levels
    }

    /// What the whole numbers are.
    let kind: Kind
    /// Decimals of the unit.
    let places: Int
    /// By what levels are divided.
    var start = 1.0
    /// The whole numbers.
    let numbers: [Int]
    /// The values as a page reads them back.
    let values: [Double]

    /// Doubles hold whole numbers below this exactly.
    private static let largest = 9e15

    /// A growth: by the returns that it was compounded from where these have few decimals, which gives every level to the
    /// last bits; by levels otherwise.
    ///
    /// - Parameter start: The level at which it begins, as it was written: of an account of 999 518.03 the amounts are three
    ///   digits where their quotients are fifteen.
    static func growth(_ values: [Double], from start: Double? = nil) -> LevelCoding? {
        if let exact = returns(values) { return exact }
        // Levels carry two digits more than data files, so that what is derived from them is right in all of theirs.
        let quotients = levels(values, digits: 14) ?? levels(values, digits: 12)
        guard let start, let written = amounts(values, from: start), let quotients else { return quotients }
        return written.size < quotients.size ? written : quotients
    }

    /// Levels as they were written, to be divided by the first: nil where no eight decimals hold them.
    private static func amounts(_ values: [Double], from start: Double) -> LevelCoding? {
        guard start.isFinite, start > 0, start != 1 else { return nil }
        for places in 0...8 {
            let unit = PowersOfTen[places]
            let whole = values.map { ($0 * start * unit).rounded() }
            // A benchmark's levels were compounded from its returns, so their last bits are not those that were written.
            let isWritten = zip(whole, values).allSatisfy { ($0 / unit / start - $1).magnitude <= $1.magnitude * 1e-12 }
            guard isWritten else { continue }
            guard let numbers = differences(whole) else { return nil }
            return LevelCoding(
                kind: .levels, places: places, start: start, numbers: numbers, values: whole.map { $0 / unit / start })
        }
        return nil
    }

    /// Bits of the numbers, which tell which of two is the shorter text.
    private var size: Int { numbers.reduce(0) { $0 + Int.bitWidth - $1.magnitude.leadingZeroBitCount } }

    /// Values to a number of significant digits; nil where whole numbers cannot hold them.
    static func levels(_ values: [Double], digits: Int) -> LevelCoding? {
        let tolerance = 0.5 / PowersOfTen[digits]
        var places = 0
        var index = 0
        while index < values.count {
            let scaled = (values[index] * PowersOfTen[places]).rounded()
            guard scaled.magnitude < largest else { return nil }
            if (scaled / PowersOfTen[places] - values[index]).magnitude <= values[index].magnitude * tolerance {
                index += 1
            } else {
                places += 1
                guard places <= 22 else { return nil }
            }
        }
        let whole = values.map { ($0 * PowersOfTen[places]).rounded() }
        guard let numbers = differences(whole) else { return nil }
        return LevelCoding(
            kind: .levels, places: places, numbers: numbers, values: whole.map { $0 / PowersOfTen[places] })
    }

    private static func differences(_ whole: [Double]) -> [Int]? {
        var previous = 0.0
        var numbers: [Int] = []
        numbers.reserveCapacity(whole.count)
        for value in whole {
            guard value.magnitude < largest, let difference = Int(exactly: value - previous) else { return nil }
            numbers.append(difference)
            previous = value
        }
        return numbers
    }

    /// Nil unless the same few decimals give every level back, to two digits more than data files have.
    private static func returns(_ values: [Double]) -> LevelCoding? {
        guard values.first == 1, values.count > 1 else { return nil }
        for places in stride(from: 4, through: 12, by: 2) {
            if let numbers = returns(values, places: places) {
                return LevelCoding(
                    kind: .returns, places: places, numbers: numbers, values: compounded(numbers, places: places))
            }
        }
        return nil
    }

    private static func returns(_ values: [Double], places: Int) -> [Int]? {
        let unit = PowersOfTen[places]
        var level = 1.0
        var numbers: [Int] = []
        numbers.reserveCapacity(values.count - 1)
        for index in 1..<values.count {
            let whole = ((values[index] / values[index - 1] - 1) * unit).rounded()
            level *= 1 + whole / unit
            guard whole.magnitude < 4e15, (level - values[index]).magnitude <= values[index].magnitude * 5e-14
            else { return nil }
            numbers.append(Int(whole))
        }
        return numbers
    }

    private static func compounded(_ numbers: [Int], places: Int) -> [Double] {
        var level = 1.0
        return [1]
            + numbers.map { number in
                level *= 1 + Double(number) / PowersOfTen[places]
                return level
            }
    }
}
