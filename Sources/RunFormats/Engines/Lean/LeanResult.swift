import Containers
import Formatting
import RunModel
import Series

/// A result of LEAN, or what the cloud's API answers, `{"backtest": {…}}`: the same members.
struct LeanResult {
    let file: String
    let document: LeanObject
    let charts: LeanCharts
    let state: LeanState
    let log: ReadingLog

    /// Statistics of each month, which may be two thirds of a file.
    private static let unread = ["rollingWindow", "RollingWindow"]

    /// Throws where the bytes are no JSON, with the byte at which they stop being it.
    init(_ bytes: [UInt8], file: String, log: ReadingLog) throws(RunError) {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.parse(bytes, leavingOut: Self.unread)
        } catch { throw log.fail(.badJSON(file, error)) }
        guard let whole = LeanObject(value) else { throw log.fail(.unknownFormat(file)) }
        document = whole.object("backtest") ?? whole
        charts = LeanCharts(document)
        state = LeanState(document)
        (self.file, self.log) = (file, log)
    }

    /// What the run was set up with; absent before 2023 and in answers of the API.
    var configuration: LeanObject? { document.object("algorithmConfiguration") }

    /// The account's currency.
    var currency: String? { configuration?.text("accountCurrency") }

    /// How many days LEAN counts in a year: 365 for brokers of crypto currencies, else 252.
    var tradingDaysPerYear: Double? { configuration?.number("tradingDaysPerYear") }
}

extension LeanResult {
    /// How the file is written, for `inspect`: `names in camelCase, points [x, y], returns named Return`.
    var dialect: String {
        let isPascal = document.members.contains { $0.name.first?.isUppercase == true }
        let returns = charts.names(of: "Strategy Equity").filter { $0 != "Equity" }
        let parts = [
            "names in " + (isPascal ? "PascalCase" : "camelCase"), charts.pointStyle.map { "points of equity " + $0 },
            returns.first.map { "returns named '\(PrintableText.excerpt($0, limit: 40))'" },
        ]
        return parts.compactMap(\.self).joined(separator: ", ")
    }
}

extension LeanResult {
    /// What the result says of itself.
    func description(_ symbols: LeanSymbols) -> RunDescription {
        var description = RunDescription()
        // `local` is what the engine calls whatever was not started from the cloud.
        let names = [configuration?.text("name"), document.text("name"), document.object("state")?.text("name")]
        if let name = names.compactMap(\.self).first(where: { $0 != "local" }) { description.strategy = .given(name) }
        if let created { description.created = .given(created) }
        description.currency = currency
        description.parameters = parameters
        description.instruments = symbols.all.map { Instrument(symbol: $0, sector: symbols.classes[$0]) }
        return description
    }

    private var created: String? {
        let moment = document.object("state")?.moment("endTime") ?? document.moment("created")
        return moment.map { Timestamp(milliseconds: $0.wall).description + " UTC" }
    }

    /// The algorithm's parameters, then what the engine was told.
    private var parameters: [RunParameter] {
        var parameters = [RunParameter]()
        switch configuration?["parameters"] ?? document["parameterSet"] {
        case .object(let members): parameters = members.flatMap { ParameterText.flattened($0, prefix: "") }
        case .array(let values): parameters = ParameterText.pairs(values) ?? []
        default: break
        }
        func add(_ name: String, _ value: String?) {
            if let value { parameters.append(ParameterText.parameter(name, value)) }
        }
        add("brokerage", LeanNames.brokerage(configuration?["brokerage"]))
        add("account_type", LeanNames.accountType(configuration?["accountType"]))
        add("trading_days_per_year", tradingDaysPerYear.map(Phrase.number))
        let tags = configuration?.list("tags").compactMap(\.leanText) ?? []
        add("tags", tags.isEmpty ? nil : tags.joined(separator: ", "))
        return parameters
    }
}
