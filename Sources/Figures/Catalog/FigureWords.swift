import Charts
import Formatting

/// Numbers as figures and their descriptions write them.
enum FigureWords {
    /// `−14.4 %`.
    static func percent(_ value: Double, places: Int = 1) -> String { DisplayNumber.percent(value, places: places) }

    /// `5.94×`.
    static func multiple(_ value: Double) -> String { DisplayNumber.multiple(value, places: value < 1000 ? 2 : 0) }

    /// `1.43`.
    static func ratio(_ value: Double) -> String { DisplayNumber.number(value, places: 2) }

    /// `1 235`; amounts below 100 keep their cents.
    static func money(_ value: Double) -> String {
        DisplayNumber.amount(value, places: value.magnitude < 100 ? 2 : 0)
    }

    /// `1 235 USD`.
    static func money(_ value: Double, _ currency: String?) -> String {
        DisplayNumber.money(value, currency: currency, places: value.magnitude < 100 ? 2 : 0)
    }

    /// `, USD`, or nothing where the currency is unknown.
    static func unit(_ currency: String?) -> String { currency.map { ", " + $0 } ?? "" }

    /// `1 trade`, `2 000 trades`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        DisplayNumber.number(Double(number), places: 0) + " " + (number == 1 ? one : many)
    }
}
