import Containers
import Formatting
import RunModel

/// Reads a file of limits: `drawdown = 0.2`, `daily_loss = "3%"`.
enum LimitsReader {
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
        var limits = Limits(file: file)
        for member in members {
            guard keys.contains(member.name) else {
                let near = NearestMatch.of(member.name, in: keys).map { "; did you mean '\($0)'?" } ?? ""
                log.add(.badLimits(file, "has no limit called \(Phrase.excerpt(member.name))\(near)"))
                continue
            }
            guard let size = size(member.value), size > 0 else {
                log.add(.badLimits(file, "'\(member.name)' is no size above 0"))
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
        try log.checkpoint()
        return limits
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
