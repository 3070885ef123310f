import Containers
import Formatting
import RunModel

/// Reads a file of scenarios: a table of shocks by asset, sector, class or factor for each.
///
/// ```toml
/// ["Equity crash"]
/// classes = { Equity = "-30%", Bond = 0.05 }
/// assets = { GOLD = 0.1 }
/// ```
enum ScenariosReader {
    private static let kinds: [(name: String, path: any WritableKeyPath<Scenario, [Scenario.Shock]> & Sendable)] = [
        ("assets", \.assets), ("sectors", \.sectors), ("classes", \.classes), ("factors", \.factors),
    ]

    /// Larger moves are percents that lack their sign.
    private static let largest = 10.0

    /// The scenarios in the bytes of a TOML file, in alphabetical order; throws for what is none.
    static func read(_ bytes: [UInt8], file: String, log: ReadingLog) throws(RunError) -> [Scenario] {
        let value: JSONValue
        do throws(TOMLReader.Failure) {
            value = try TOMLReader.parse(bytes)
        } catch {
            switch error {
            case .syntax(let mistake):
                throw log.fail(.badScenarios(file, "is not TOML: line \(mistake.line): \(mistake.fact)"))
            case .nested: throw log.fail(.badScenarios(file, "has tables that are nested too deeply"))
            }
        }
        guard case .object(let members) = value, !members.isEmpty else {
            throw log.fail(.badScenarios(file, "has no scenario"))
        }
        let scenarios = members.compactMap { scenario($0, file, log) }
        try log.checkpoint()
        return scenarios
    }

    private static func scenario(_ member: JSONMember, _ file: String, _ log: ReadingLog) -> Scenario? {
        func fail(_ fact: String) { log.add(.badScenarios(file, "scenario \(Phrase.excerpt(member.name)) \(fact)")) }
        guard case .object(let parts) = member.value else {
            fail("is no table of shocks")
            return nil
        }
        var scenario = Scenario(name: member.name)
        for part in parts {
            guard let kind = kinds.first(where: { $0.name == part.name }) else {
                let near = NearestMatch.of(part.name, in: kinds.map(\.name)).map { "; did you mean '\($0)'?" }
                fail("has \(Phrase.excerpt(part.name))" + (near ?? ", which is no kind of shock"))
                continue
            }
            guard case .object(let shocks) = part.value else {
                fail("has no table in '\(part.name)'")
                continue
            }
            for shock in shocks {
                guard let size = size(shock.value), size.magnitude <= largest else {
                    fail("has no size such as -0.2 or \"-20%\" for \(Phrase.excerpt(shock.name))")
                    continue
                }
                scenario[keyPath: kind.path].append(Scenario.Shock(shock.name, size))
            }
        }
        if kinds.allSatisfy({ scenario[keyPath: $0.path].isEmpty }) { fail("has no shocks") }
        return scenario
    }

    private static func size(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number) where number.isFinite: number
        case .string(let text): RateSize.fraction(text)?.value
        default: nil
        }
    }
}
