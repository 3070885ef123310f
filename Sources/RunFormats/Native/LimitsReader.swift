import Containers
import Formatting
import RunModel

/// Reads a file of limits: `drawdown = 0.2`, `daily_loss = "3%"`, and sizes by name below `[classes]`, `[sectors]`, `[symbols]`.
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
            if let part = Limits.Part(rawValue: member.name) {
                limits.exposures += exposures(part, member.value, file, log)
                continue
            }
            guard keys.contains(member.name) else {
                let near =
                    NearestMatch.of(member.name, in: keys + Limits.Part.allCases.map(\.rawValue)).map {
                        "; did you mean '\($0)'?"
                    } ?? ""
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

    /// `[classes]`, `[sectors]` and `[symbols]`: sizes by name.
    private static func exposures(
        _ part: Limits.Part, _ value: JSONValue, _ file: String, _ log: ReadingLog
    ) -> [Limits.Exposure] {
        guard case .object(let members) = value else {
            log.add(.badLimits(file, "'\(part.rawValue)' is no table of names and sizes"))
            return []
        }
        return members.compactMap { member in
            guard let size = size(member.value), size > 0 else {
                log.add(.badLimits(file, "'\(part.rawValue).\(Phrase.excerpt(member.name))' is no size above 0"))
                return nil
            }
            return Limits.Exposure(part, member.name, size)
        }
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
