/// How many characters a whole number takes.
enum DecimalWidth {
    /// Its digits and its minus.
    static func of(_ value: Int) -> Int {
        var (width, rest) = (value < 0 ? 2 : 1, value.magnitude)
        while rest >= 10 {
            width += 1
            rest /= 10
        }
        return width
    }
}
