/// Why a number, a section, a table or a figure cannot be given: the one type for "n/a" from metric to output.
///
/// Computations throw it instead of returning NaN or zero. One cause has one code and one wording, wherever it appears.
public struct Unavailable: Error, Hashable, Sendable {
    /// Stable name of the cause for programs: `no_losing_trade`.
    public let code: String
    /// The cause for people, in lower case and without a full stop: `no losing trade`.
    public let reason: String

    /// A cause; those that more than one place needs are static members of this type.
    public init(code: String, reason: String) {
        self.code = code
        self.reason = reason
    }

    init(_ code: String, _ reason: String) { self.init(code: code, reason: reason) }
}

extension Unavailable {
    /// Too few observations: `fewer than 20 returns`. The code names what is too few, not how many are
    /// needed: `too_few_returns`.
    public static func fewerThan(_ count: Int, _ noun: String) -> Unavailable {
        let words = [2: "two", 3: "three", 4: "four"]
        let name = String(noun.map { $0 == " " ? "_" : $0 })
        return Unavailable("too_few_\(name)", "fewer than \(words[count] ?? String(count)) \(noun)")
    }
}
