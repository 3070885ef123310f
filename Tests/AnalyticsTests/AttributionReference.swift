import Foundation
import RunBuilders
import RunModel
import TestSupport

/// Values of other implementations, recorded by `Reference/generate_attribution.py`.
struct AttributionReference: Decodable {
    /// The regression on three factors.
    struct Factors: Decodable {
        let columns: [String: [Double]]
        let lag: Int
        let rSquared: Double
        let adjusted: Double
        let coefficients: [Double]
        let errors: [Double]
        let p: [Double]
        let neweyWestErrors: [Double]
        let neweyWestP: [Double]
        let lastWindow: [Double]
    }

    /// The distribution of returns of one length.
    struct Length: Decodable {
        let count: Int
        let mean: Double
        let deviation: Double
        let skewness: Double
        let kurtosis: Double
        let geometricMean: Double
        let standardError: Double
        let sharpe: Double
        let quantiles: [Double]
    }

    /// Results in order, and the p-value of the runs test.
    struct Runs: Decodable {
        let values: [Double]
        let probability: Double

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            (values, probability) = (try list.decode([Double].self), try list.decode(Double.self))
        }
    }

    let factors: Factors
    let runs: [Runs]
    /// Wins, trades, bound, share.
    let winRates: [[Double]]
    let lengths: [String: Length]

    /// The recorded values.
    static func read() throws -> AttributionReference {
        let url = repositoryRoot.appendingPathComponent("Tests/AnalyticsTests/Reference/attribution.json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(AttributionReference.self, from: Data(contentsOf: url))
    }

    /// The committed series with the factors, at 2 % without risk.
    func run() throws -> RunModel.Run {
        var run = try Reference.run(riskFree: 0.02)
        let names = ["Market", "Size", "Value"]
        run.factors = FactorReturns(
            file: "factors.csv", names: names, timestamps: Array(run.returns.timestamps),
            values: names.map { factors.columns[$0] ?? [] })
        return run
    }
}
