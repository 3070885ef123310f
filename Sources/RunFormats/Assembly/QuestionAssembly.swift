import RunModel
import SystemFiles

/// What a user asks beside the run: named periods, regimes and limits, of options and of the run's own files.
struct QuestionAssembly {
    private let parts: RunParts
    private var log: ReadingLog { parts.log }

    init(_ parts: RunParts) { self.parts = parts }

    /// The user's periods, then those that ship.
    func stressPeriods() throws(RunError) -> [StressPeriod] {
        guard let path = parts.options.events else { return EventsReader.shipped }
        return try EventsReader.read(parts.table(path, role: "events")) + EventsReader.shipped
    }

    /// The option's regimes, else the run's own; nil where nobody gives any.
    func regimes() throws(RunError) -> Regimes? {
        var raw = parts.raw.regimes
        switch parts.options.regimes {
        case "volatility": return .volatility
        case let path?:
            raw = try RegimesReader.read(parts.table(path, role: "regimes"))
            try log.checkpoint()
        case nil: break
        }
        return raw.map { .labels($0.labels(parts.timeline.clock)) }
    }

    /// The option's scenarios, else the run's own; names that the run does not have are told.
    func scenarios(_ run: Run) throws(RunError) -> [Scenario] {
        guard let (file, scenarios) = try written() else { return [] }
        for scenario in scenarios {
            let unknown = Self.unknown(scenario, run)
            if !unknown.isEmpty { log.add(.unknownShocks(file, scenario.name, unknown)) }
        }
        return scenarios
    }

    private func written() throws(RunError) -> (file: String, all: [Scenario])? {
        guard let path = parts.options.scenarios else { return parts.raw.scenarios }
        let bytes = try parts.source.outsideBytes(path, role: "scenarios")
        let file = FileSystem.name(of: path)
        return (file, try ScenariosReader.read(bytes, file: file, log: log))
    }

    private static func unknown(_ scenario: Scenario, _ run: Run) -> [String] {
        func outside(_ shocks: [Scenario.Shock], _ known: [String]) -> [String] {
            shocks.map(\.name).filter { !known.contains($0) }
        }
        return outside(scenario.assets, run.positions?.symbols ?? [])
            + outside(scenario.sectors, run.instruments.compactMap(\.sector))
            + outside(scenario.classes, run.instruments.compactMap(\.assetClass))
            + outside(scenario.factors, run.factors?.names ?? [])
    }

    /// The option's limits; nil where nobody gives any.
    func limits() throws(RunError) -> Limits? {
        guard let path = parts.options.limits else { return nil }
        let bytes = try parts.source.outsideBytes(path, role: "limits")
        return try LimitsReader.read(bytes, file: FileSystem.name(of: path), log: log)
    }
}
