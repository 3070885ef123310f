import Containers
import Formatting
import RunModel
import Series

/// Reads `run.json`, field by field; unknown fields are reported with the nearest known name.
struct RunDescriptionReader {
    /// The fields of `run.json`, for near matches.
    static let fields = [
        "id", "strategy", "version", "engine", "created", "currency", "initial_capital", "time_zone", "calendar",
        "periods_per_year", "benchmark", "risk_free", "parameters", "cost_model", "sectors", "asset_classes",
        "thresholds",
        "out_of_sample_start",
        "trials", "trial_sharpes", "trial_sharpe_variance",
    ]

    private let file: String
    private let log: ReadingLog
    private var result = RunDescription()

    /// The description in the bytes; fields of a wrong type are errors, logged one by one.
    static func read(_ bytes: [UInt8], file: String, log: ReadingLog) throws(RunError) -> RunDescription {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.parse(bytes)
        } catch {
            throw log.fail(.badJSON(file, error))
        }
        guard case .object(let members) = value else { throw log.fail(.notAnObject(file)) }
        var reader = RunDescriptionReader(file: file, log: log)
        for member in members { reader.read(member) }
        try log.checkpoint()
        return reader.result
    }

    private init(file: String, log: ReadingLog) {
        self.file = file
        self.log = log
    }

    private mutating func read(_ member: JSONMember) {
        // A field that is null is a field that is not there.
        if member.value == .null { return }
        switch member.name {
        case "id": result.id = text(member)
        case "strategy": result.strategy = given(member)
        case "version": result.version = given(member)
        case "engine": result.engine = text(member)
        case "created": result.created = given(member)
        case "currency": result.currency = text(member)
        case "initial_capital": result.initialCapital = positiveNumber(member)
        case "time_zone": result.timeZone = text(member)
        case "calendar": result.calendar = text(member)
        case "periods_per_year": result.periodsPerYear = positiveNumber(member)
        case "benchmark": result.benchmarkName = text(member)
        case "risk_free": result.riskFree = rate(member)
        case "parameters": result.parameters = parameters(member)
        case "cost_model": result.costs = costModel(member)
        case "sectors": readInstruments(member, \.sector)
        case "asset_classes": readInstruments(member, \.assetClass)
        case "thresholds": readThresholds(member)
        case "out_of_sample_start": result.outOfSampleStart = date(member)
        case "trials": result.trials = count(member)
        case "trial_sharpes": result.trialSharpes = numbers(member)
        case "trial_sharpe_variance": result.trialSharpeVariance = positiveNumber(member)
        default: log.add(.unknownField(file, member.name, NearestMatch.of(member.name, in: Self.fields)))
        }
    }

    private func given(_ member: JSONMember) -> Sourced<String> { text(member).map { .given($0) } ?? .absent }

    /// Text, or a number as it is written.
    private func text(_ member: JSONMember) -> String? {
        switch member.value {
        case .string(let text): return text
        case .integer(let value): return String(value)
        case .number(let value) where value.isFinite: return SignificantDigits.json(value)
        default:
            wrongType(member, "text")
            return nil
        }
    }

    private func number(_ member: JSONMember) -> Double? {
        switch member.value {
        case .integer(let value): return Double(value)
        case .number(let value) where value.isFinite: return value
        default:
            wrongType(member, "a number")
            return nil
        }
    }

    /// A fraction per year, or a text such as `2%`.
    private func rate(_ member: JSONMember) -> Double? {
        if case .string(let text) = member.value, let rate = RateSize.fraction(text), rate.isPercent {
            return rate.value
        }
        guard let value = number(member) else { return nil }
        if value < RateSize.implausible { return value }
        log.add(.rateInPercent(file, nil, nil, value))
        return nil
    }

    private func numbers(_ member: JSONMember) -> [Double]? {
        guard case .array(let items) = member.value, !items.isEmpty else {
            wrongType(member, "a list of numbers")
            return nil
        }
        return items.compactMap { number(JSONMember(member.name, $0)) }
    }

    private func positiveNumber(_ member: JSONMember) -> Double? {
        guard let value = number(member) else { return nil }
        if value > 0 { return value }
        log.add(.notPositive(file, member.name))
        return nil
    }

    private func count(_ member: JSONMember) -> Int? {
        if case .integer(let value) = member.value, value > 0 { return value }
        wrongType(member, "a whole number above 0")
        return nil
    }

    private func date(_ member: JSONMember) -> CalendarDate? {
        if case .string(let text) = member.value, let date = CalendarDate(iso: text) { return date }
        wrongType(member, "a date such as \"2024-01-31\"")
        return nil
    }

    private func wrongType(_ member: JSONMember, _ expected: String) {
        log.add(.wrongType(file, member.name, expected: expected, found: member.value.kindName))
    }

    // MARK: Objects

    private func members(_ member: JSONMember) -> [JSONMember] {
        if case .object(let members) = member.value { return members }
        wrongType(member, "an object")
        return []
    }

    private func parameters(_ member: JSONMember) -> [RunParameter] {
        if case .array(let values) = member.value, let pairs = ParameterText.pairs(values) { return pairs }
        return members(member).flatMap { ParameterText.flattened($0, prefix: "") }
    }

    /// What the run says of each symbol: its sector, its class.
    private mutating func readInstruments(_ member: JSONMember, _ part: WritableKeyPath<Instrument, String?>) {
        for entry in members(member) {
            guard let text = text(entry) else { continue }
            if let place = result.instruments.firstIndex(where: { $0.symbol == entry.name }) {
                result.instruments[place][keyPath: part] = text
            } else {
                var instrument = Instrument(symbol: entry.name)
                instrument[keyPath: part] = text
                result.instruments.append(instrument)
            }
        }
    }

    private mutating func readThresholds(_ member: JSONMember) {
        for entry in members(member) {
            guard ValidationThresholds.names.contains(entry.name) else {
                let near = NearestMatch.of(entry.name, in: ValidationThresholds.names)
                log.add(.unknownField(file, "thresholds." + entry.name, near.map { "thresholds." + $0 }))
                continue
            }
            if let value = positiveNumber(JSONMember("thresholds." + entry.name, entry.value)) {
                result.thresholds.append((entry.name, value))
            }
        }
    }

    private func costModel(_ member: JSONMember) -> CostModel {
        var model = CostModel()
        for part in members(member) where part.value != .null {
            switch part.name {
            case "commission": model.commission = text(part)
            case "slippage": model.slippage = text(part)
            default:
                let near = NearestMatch.of(part.name, in: ["commission", "slippage"])
                log.add(.unknownField(file, "cost_model." + part.name, near.map { "cost_model." + $0 }))
            }
        }
        return model
    }
}
