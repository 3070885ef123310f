import RunModel
import Series

/// What scenarios of a user's would cost what was held at the end.
///
/// A position moves by the shock of its symbol, else of its sector, else of its class, else by its exposures to the factors
/// shocked: the coefficients of its daily returns on all of the run's factors together. What none of them touches stays.
public struct ScenarioSection: Statistic {
    /// Which shock moved a position.
    public enum Source: String, Sendable {
        /// Its own.
        case asset
        /// Its sector's.
        case sector
        /// Its class's.
        case assetClass = "class"
        /// Exposures to factors.
        case factors
        /// None.
        case none
    }

    /// One position in one scenario.
    public struct Position: Equatable, Sendable {
        /// As the positions name it.
        public let symbol: String
        /// Over the account's value, negative where short.
        public let weight: Double
        /// The move of its price, a fraction.
        public let shock: Double
        /// Why it moved.
        public let source: Source
        /// Weight × shock: what the account loses or earns, a fraction.
        public var result: Double { weight * shock }
    }

    /// One scenario.
    public struct Outcome: Equatable, Sendable {
        /// As the file names it.
        public let name: String
        /// What was held, the largest size first.
        public let positions: [Position]
        /// Sum of the positions' results, a fraction of the account.
        public let total: Double
        /// How many positions are touched.
        public var touched: Int { positions.count { $0.source != .none } }
        /// The position that loses most; nil where none loses.
        public var worst: Position? {
            positions.filter { $0.result < 0 }.min { $0.result < $1.result }
        }
    }

    /// In the order of the file.
    public let outcomes: [Outcome]
    /// When it was held.
    public let moment: Timestamp
    /// The account's value then, money.
    public let equity: Double

    init(_ context: MetricContext) throws(Unavailable) {
        let run = context.run
        guard !run.scenarios.isEmpty else { throw .noScenarios }
        let held = try context(LastHoldings.self)
        let instruments = Dictionary(
            run.instruments.map { ($0.symbol, $0) }, uniquingKeysWith: { first, _ in first })
        let needsLoadings = run.scenarios.contains { !$0.factors.isEmpty }
        let loadings = needsLoadings ? (try? context(FactorLoadings.self)) : nil
        outcomes = run.scenarios.map { scenario in
            let positions = held.holdings.map { holding in
                Self.position(holding, scenario, instruments[holding.symbol], loadings)
            }
            return Outcome(
                name: scenario.name, positions: positions, total: StableSum.of(positions.map(\.result)))
        }
        (moment, equity) = (held.moment, held.equity)
    }

    private static func position(
        _ holding: LastHoldings.Holding, _ scenario: Scenario, _ instrument: Instrument?, _ loadings: FactorLoadings?
    ) -> Position {
        let (shock, source) = move(of: holding.symbol, scenario, instrument, loadings)
        return Position(symbol: holding.symbol, weight: holding.weight, shock: shock, source: source)
    }

    private static func move(
        of symbol: String, _ scenario: Scenario, _ instrument: Instrument?, _ loadings: FactorLoadings?
    ) -> (Double, Source) {
        func size(_ shocks: [Scenario.Shock], _ name: String?) -> Double? {
            shocks.first { $0.name == name }.map(\.size)
        }
        if let own = size(scenario.assets, symbol) { return (own, .asset) }
        if let sector = size(scenario.sectors, instrument?.sector) { return (sector, .sector) }
        if let ofClass = size(scenario.classes, instrument?.assetClass) { return (ofClass, .assetClass) }
        if let moved = loadings?.move(of: symbol, scenario.factors) { return (moved, .factors) }
        return (0, .none)
    }
}

/// Exposures of the symbols to the run's factors, by least squares of their daily returns on all factors together.
struct FactorLoadings: Statistic {
    private let names: [String]
    /// By symbol; a symbol with too few returns is not here.
    private let coefficients: [String: [Double]]

    init(_ context: MetricContext) throws(Unavailable) {
        guard let factors = context.run.factors, !factors.names.isEmpty else { throw .noFactors }
        let returns = try context(AssetReturns.self)
        let places = Dictionary(
            factors.timestamps.enumerated().map { ($1.date.day, $0) }, uniquingKeysWith: { _, last in last })
        names = factors.names
        var coefficients: [String: [Double]] = [:]
        for (symbol, column) in zip(returns.symbols, returns.columns) {
            let pairs = returns.days.indices.compactMap { index -> (value: Double, place: Int)? in
                guard !column[index].isNaN, let place = places[returns.days[index]] else { return nil }
                return (column[index], place)
            }
            guard pairs.count >= AssetRisk.fewest,
                let fit = LeastSquares(
                    pairs.map(\.value), on: factors.values.map { factor in pairs.map { factor[$0.place] } })
            else { continue }
            coefficients[symbol] = Array(fit.coefficients.dropFirst())
        }
        guard !coefficients.isEmpty else { throw .noFactorOverlap }
        self.coefficients = coefficients
    }

    /// Σ exposure × shock; nil where the symbol has no exposures or no factor is shocked.
    func move(of symbol: String, _ shocks: [Scenario.Shock]) -> Double? {
        guard let own = coefficients[symbol] else { return nil }
        let parts = shocks.compactMap { shock in names.firstIndex(of: shock.name).map { own[$0] * shock.size } }
        return parts.isEmpty ? nil : StableSum.of(parts)
    }
}

extension Analysis {
    /// What scenarios would cost; throws where there are none, or nothing was held.
    public var scenarios: ScenarioSection { get throws(Unavailable) { try context(ScenarioSection.self) } }
}

extension Unavailable {
    /// Nobody gives scenarios.
    public static let noScenarios = Unavailable("no_scenarios", "no scenarios given")
}
