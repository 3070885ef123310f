import Formatting

/// How a spreadsheet shows the numbers of a unit; the numbers themselves are as exact as in every data file.
enum NumberFormat {
    /// A day.
    static let date = "yyyy-mm-dd"
    /// A moment within a day.
    static let time = "yyyy-mm-dd hh:mm:ss"
    /// Whole numbers.
    static let integer = "#,##0"

    /// Percent for fractions, thousands apart for all others.
    static func of(_ unit: ValueUnit, places: Int) -> String {
        let decimals = places > 0 ? "." + String(repeating: "0", count: min(places, 15)) : ""
        return switch unit {
        case .fraction, .fractionPerYear: "0" + decimals + "%"
        default: "#,##0" + decimals
        }
    }
}
