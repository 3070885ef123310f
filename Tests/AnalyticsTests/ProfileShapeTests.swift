import Analytics
import Foundation
import RunBuilders
import RunModel
import Series
import TestSupport
import Testing

/// What quantstats and empyrical-reloaded say of seeded series of many shapes, recorded by `Reference/generate_shapes.py`.
struct ProfileShapeTests {
    /// One series with what is said of it.
    struct Shape: Sendable, CustomStringConvertible {
        let description: String
        let cadence: Cadence
        let periods: Double
        let timestamps: [Timestamp]
        let returns: [Double]
        let benchmark: [Double]?
        /// Conventions, rate, key, value; no value where the package has none.
        let values: [(conventions: String, riskFree: Double, key: String, value: Double?)]

        func run(riskFree: Double) -> RunModel.Run {
            RunBuilder.run(
                returns, timestamps: timestamps, benchmark: benchmark, riskFree: riskFree,
                calendar: RunBuilder.calendar(cadence, perYear: periods))
        }
    }

    static let shapes: [Shape] = {
        let folder = repositoryRoot.appendingPathComponent("Tests/AnalyticsTests/Reference")
        guard let data = try? Data(contentsOf: folder.appendingPathComponent("reference-shapes.json")),
            let document = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let said = document["shapes"] as? [String: [String: Any]],
            let table = try? String(contentsOf: folder.appendingPathComponent("shapes.csv"), encoding: .utf8)
        else { return [] }
        let lines = Dictionary(grouping: table.split(separator: "\n").dropFirst()) { $0.prefix { $0 != "," } }
        return said.keys.sorted().compactMap { name in
            said[name].flatMap { Shape(name, $0, lines[Substring(name)] ?? []) }
        }
    }()

    /// Whether one of our rules, which hold under every profile, leaves a number of a package out: too few data, a beta that
    /// Treynor's ratio means nothing for, a series that does not move.
    private static func isLeftOut(_ key: String, of shape: Shape, _ reason: String) -> Bool {
        if reason.hasPrefix("fewer than") { return shape.returns.count < 100 }
        if reason == "shorter than 90 days" { return shape.returns.count <= 63 }
        return key == "treynor" ? reason == "beta is not above zero" : shape.description == "flat"
    }

    /// What we have and a package has not: quantstats lists no decline that lasts from the first return to the last, and no
    /// normal distribution without a spread.
    private static let ours: [String: Set<String>] = [
        "all_negative": ["average_drawdown", "average_drawdown_days", "longest_drawdown_days"],
        "first_day_loss": ["average_drawdown", "average_drawdown_days", "longest_drawdown_days"],
        "flat": ["var_gaussian_95", "cvar_gaussian_95"],
    ]

    @Test func `the shapes are those that break numbers, each with its values`() {
        #expect(Self.shapes.count == 17)
        #expect(Self.shapes.allSatisfy { $0.values.count > 50 && $0.returns.count > 1 })
    }

    @Test(arguments: shapes)
    func `profiles give their packages' numbers, and n/a where those have none`(_ shape: Shape) {
        var (equal, leftOut) = (0, 0)
        for row in shape.values {
            let conventions = Conventions.named(row.conventions) ?? .standard
            let metrics = Analyzer.analyze(shape.run(riskFree: row.riskFree), conventions: conventions).metrics
            let ours = metrics[named: row.key]?.value
            let place = "\(row.conventions), rf \(row.riskFree): \(row.key)"
            guard let theirs = row.value else {
                let isOurs = Self.ours[shape.description]?.contains(row.key) == true
                #expect((ours?.number != nil) == isOurs, "\(place) is \(ours?.number ?? 0), theirs none")
                continue
            }
            if let reason = ours?.reason, Self.isLeftOut(row.key, of: shape, reason) {
                leftOut += 1
                continue
            }
            equal += 1
            #expect(
                agree(ours?.number, theirs),
                "\(place) is \(theirs), ours \(ours?.number.map { "\($0)" } ?? ours?.reason ?? "")")
        }
        #expect(equal > 25 && leftOut <= (shape.returns.count < 100 ? 20 : 1), "\(equal) equal, \(leftOut) left out")
    }
}

extension ProfileShapeTests.Shape {
    fileprivate init?(_ name: String, _ said: [String: Any], _ lines: [Substring]) {
        guard let cadence = (said["cadence"] as? String).flatMap(Cadence.init(rawValue:)),
            let periods = said["periods"] as? Double, let rows = said["values"] as? [[Any]]
        else { return nil }
        let cells = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        (description, self.cadence, self.periods) = (name, cadence, periods)
        timestamps = cells.compactMap { CalendarDate(iso: $0[1]).map { Timestamp($0) } }
        returns = cells.compactMap { Double($0[2]) }
        let market = cells.compactMap { Double($0[3]) }
        benchmark = market.isEmpty ? nil : market
        values = rows.compactMap { row in
            guard row.count == 4, let conventions = row[0] as? String, let rate = row[1] as? Double,
                let key = row[2] as? String
            else { return nil }
            return (conventions, rate, key, row[3] as? Double)
        }
    }
}
