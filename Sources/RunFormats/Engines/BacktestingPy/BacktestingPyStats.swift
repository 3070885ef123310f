import Containers
import RunModel

/// The statistics of backtesting.py, as CSV (`stats.to_csv()`) or JSON: only what the other files do not tell.
///
/// A careless `stats.to_csv()` holds shortened prints of the curve and the trades as cells of many lines; they are not
/// read.
struct BacktestingPyStats {
    /// A strategy as it prints itself: `SmaCross(n1=10,n2=20)`.
    struct Strategy: Equatable {
        var name: String
        var parameters: [RunParameter]
    }

    private(set) var strategy: Strategy?
    private(set) var finalEquity: Double?

    static func isStats(_ beginning: [UInt8]) -> Bool {
        let text = String(decoding: beginning.prefix(1000), as: UTF8.self)
        guard text.contains("Equity Final [$]") else { return false }
        let isTable = text.hasPrefix(",0\nStart,") || text.hasPrefix(",0\r\nStart,")
        return isTable || (text.hasPrefix("{") && text.contains("\"Start\""))
    }

    init(_ bytes: [UInt8], name: String) {
        let values = Self.values(bytes)
        strategy = values("_strategy").map(Self.strategy)
        finalEquity = values("Equity Final [$]").flatMap { Double($0) }
    }

    /// Looks a statistic up, in either form of file.
    private static func values(_ bytes: [UInt8]) -> (String) -> String? {
        if bytes.first == UInt8(ascii: "{") {
            let value = try? JSONReader.parse(bytes)
            return { name in
                switch value?[name] {
                case .string(let text): text
                case .integer(let number): String(number)
                case .number(let number): "\(number)"
                default: nil
                }
            }
        }
        let table = StatisticsTable(bytes)
        return { name in table?[name] }
    }

    static func strategy(_ given: String) -> Strategy {
        // Before the text is taken apart: a comma in a secret would leave its second half without a name.
        let text = SecretText.masked(given)
        guard let open = text.firstIndex(of: "("), text.last == ")" else { return Strategy(name: text, parameters: []) }
        let inside = text[text.index(after: open)...].dropLast()
        let parameters = inside.split(separator: ",").compactMap { part -> RunParameter? in
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { return nil }
            return ParameterText.parameter(String(sides[0].drop { $0 == " " }), String(sides[1]))
        }
        return Strategy(name: String(text[..<open]), parameters: parameters)
    }
}
