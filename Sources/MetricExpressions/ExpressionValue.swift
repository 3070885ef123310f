/// What an expression comes to.
public enum ExpressionValue: Equatable, Sendable {
    /// A finite number.
    case number(Double)
    /// Yes or no.
    case truth(Bool)
    /// A rating or the like.
    case word(String)
    /// Not available, and why: what it is part of is not available either, unless the rest decides alone.
    case absent(String)
}

/// What kind of value an expression has, whatever the numbers.
public enum ExpressionKind: String, Equatable, Sendable {
    /// A number.
    case number = "a number"
    /// Yes or no.
    case truth = "yes or no"
    /// A word.
    case word = "a word"
}
