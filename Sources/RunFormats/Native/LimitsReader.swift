import Containers
import Formatting
import RunModel

/// Reads a file of limits: `drawdown = 0.2`, `daily_loss = "3%"`, and sizes by name below `[classes]`, `[sectors]`, `[symbols]`.
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

    /// What is wrong with a limit: its key, and a fact that follows the name of the file.
    public typealias Mistake = (key: String, fact: String)

    /// The limits of some members, and what is wrong with others.
    public static func limits(
        _ members: [JSONMember], file: String
    ) -> (limits: Limits, mistakes: [Mistake]) {
        var limits = Limits(file: file)
        var mistakes: [Mistake] = []
        for member in members {
            if let part = Limits.Part(rawValue: member.name) {
                limits.exposures += exposures(part, member.value, &mistakes)
                continue
            }
            guard keys.contains(member.name) else {
                let near =
                    NearestMatch.of(member.name, in: keys + Limits.Part.allCases.map(\.rawValue)).map {
                        "; did you mean '\($0)'?"
                    } ?? ""
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

    /// `[classes]`, `[sectors]` and `[symbols]`: sizes by name.
    private static func exposures(
        _ part: Limits.Part, _ value: JSONValue, _ mistakes: inout [Mistake]
    ) -> [Limits.Exposure] {
        guard case .object(let members) = value else {
            mistakes.append((part.rawValue, "'\(part.rawValue)' is no table of names and sizes"))
            return []
        }
        var exposures: [Limits.Exposure] = []
        for member in members {
            if let size = size(member.value), size > 0 {
                exposures.append(Limits.Exposure(part, member.name, size))
            } else {
                let name = "\(part.rawValue).\(Phrase.excerpt(member.name))"
                mistakes.append((part.rawValue, "'\(name)' is no size above 0"))
            }
        }
        return exposures
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
