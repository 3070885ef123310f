import Containers
import Formatting
import RunModel

/// Reads a file of limits: `drawdown = 0.2`, `daily_loss = "3%"`.
public enum LimitsReader {
    /// What may be limited.
    static let keys = ["drawdown", "var_95", "leverage", "daily_loss", "weekly_loss"]

    /// The limits in the bytes of a TOML file; throws for what is none of them.
    static func read(_ bytes: [UInt8], file: String, log: ReadingLog) throws(RunError) -> Limits {
        let value: JSONValue
        do throws(TOMLReader.Failure) {
            value = try TOMLReader.parse(bytes)
        } catch {
            throw log.fail(.badLimits(file, "is not TOML"))
        }
        guard case .object(let members) = value, !members.isEmpty else {
            throw log.fail(.badLimits(file, "has no limit"))
        }
        let (limits, mistakes) = Self.limits(members, file: file)
        for mistake in mistakes { log.add(.badLimits(file, mistake.fact)) }
        try log.checkpoint()
        return limits
    }

    /// The limits of some members, and what is wrong with others: the key, and a fact that follows the name of the file.
    public static func limits(
        _ members: [JSONMember], file: String
    ) -> (limits: Limits, mistakes: [(key: String, fact: String)]) {
        var limits = Limits(file: file)
        var mistakes: [(key: String, fact: String)] = []
        for member in members {
            guard keys.contains(member.name) else {
                let near = NearestMatch.of(member.name, in: keys).map { "; did you mean '\($0)'?" } ?? ""
                mistakes.append((member.name, "has no limit called \(Phrase.excerpt(member.name))\(near)"))
                continue
            }
            guard let size = size(member.value), size > 0 else {
                mistakes.append((member.name, "'\(member.name)' is no size above 0"))
                continue
            }
            switch member.name {
            case "drawdown": limits.drawdown = size
            case "var_95": limits.valueAtRisk = size
            case "leverage": limits.leverage = size
            case "daily_loss": limits.dailyLoss = size
            default: limits.weeklyLoss = size
            }
        }
        return (limits, mistakes)
    }

    /// A number, or a text such as `20%`; either sign, since losses are written with and without.
    private static func size(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let number): Double(number).magnitude
        case .number(let number) where number.isFinite: number.magnitude
        case .string(let text): RateSize.fraction(text)?.value.magnitude
        default: nil
        }
    }
}
