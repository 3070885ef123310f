import RunModel

/// Scenarios of a user's file.
extension Finding {
    static func badScenarios(_ name: String, _ fact: String) -> Finding {
        Finding(
            .badScenarios, name, fact,
            "write a table for each: [\"Equity crash\"] with classes = { Equity = \"-30%\" }, and assets, sectors or factors"
        )
    }

    static func unknownShocks(_ name: String, _ scenario: String, _ unknown: [String]) -> Finding {
        Finding(
            .unknownShocks, name,
            "scenario \(Phrase.excerpt(scenario)) shocks \(Phrase.list(unknown)), which the run does not have",
            "use the names of positions, sectors, classes and factors as the run writes them")
    }
}
