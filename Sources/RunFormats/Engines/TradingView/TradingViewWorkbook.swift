import Containers
import RunModel

/// The sheets of an exported strategy report: the list of trades, and what others say of the run.
struct TradingViewWorkbook {
    /// The sheet of trades as delimited text.
    let trades: [UInt8]
    /// Its name.
    let sheet: String
    /// Names and values of the sheet of properties, then those of the overview.
    let properties: [(name: String, value: String)]

    /// Nil where a file is no workbook, or none of its sheets is a list of trades.
    init?(_ bytes: [UInt8], limit: Int) throws(ContainerProblem) {
        guard ZipArchive.isZip(bytes) else { return nil }
        let archive = try ZipArchive(bytes)
        guard Workbook.isWorkbook(archive) else { return nil }
        let workbook = try Workbook(archive, limit: limit)
        guard let name = try Self.listName(workbook) else { return nil }
        trades = try TableText.text(of: try workbook.sheet(named: name), limit: limit)
        sheet = name
        var properties = [(name: String, value: String)]()
        // Properties stand on the last sheet, and say most; figures of the others keep the sheet's name.
        for other in workbook.sheetNames.reversed() where other != name {
            let rows = StatementRows(try workbook.sheet(named: other, maximumRows: 500), of: other).rows
            let isLast = other == workbook.sheetNames.last
            properties += rows.filter { !$0[0].isEmpty && !$0[1].isEmpty }.map { row in
                (isLast && row[2].isEmpty ? row[0] : "\(other): \(row[0])", row[1])
            }
        }
        self.properties = properties
    }

    private static func listName(_ workbook: Workbook) throws(ContainerProblem) -> String? {
        for name in workbook.sheetNames {
            let rows = StatementRows(try workbook.sheet(named: name, maximumRows: 3), of: name).rows.map(\.cells)
            guard let header = rows.first else { continue }
            if TradingViewColumns(header: header, rows: Array(rows.dropFirst())) != nil { return name }
        }
        return nil
    }

    // MARK: Values

    private static let capitalNames = [
        "initial capital", "начальный капитал", "初期資金", "初始資金", "初始资金", "capital inicial", "anfangskapital",
        "capital initial",
        "capitale iniziale", "초기 자본",
    ]

    /// The capital before the first trade.
    var capital: Double? {
        properties.lazy.filter { property in
            let name = property.name.lowercased()
            return Self.capitalNames.contains { name == $0 || name.hasSuffix(": " + $0) }
        }.compactMap { Self.amount($0.value) }.first { $0 > 0 }
    }

    /// `10 000 USDT` and `10000` are numbers.
    private static func amount(_ text: String) -> Double? {
        StatementNumber.value(text) ?? StatementNumber.value(String(text.prefix { !$0.isLetter }))
    }

    /// What a property of the strategy says.
    func property(_ names: [String]) -> String? {
        properties.first { names.contains($0.name.lowercased()) }?.value
    }

    /// Properties as parameters; figures of other sheets are none.
    var parameters: [RunParameter] {
        properties.filter { !$0.name.contains(": ") && $0.name.lowercased() != "name" }.map {
            ParameterText.parameter($0.name, $0.value)
        }
    }
}
