import Containers

extension Workbook {
    /// All sheets as `Tests/Fixtures/Containers/spreadsheets.py` writes them: a line for each sheet, then one for each cell.
    func listing() throws -> String {
        var lines = [String]()
        for name in sheetNames {
            lines.append("sheet \(name)")
            for row in try sheet(named: name).rows {
                for (index, cell) in row.cells.enumerated() where cell != .empty {
                    lines.append("\(row.number) \(index + 1) \(cell.word)")
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension SpreadsheetCell {
    fileprivate var word: String {
        switch self {
        case .number(let number): "number " + hexadecimal(number.bitPattern)
        case .text(let text): "text " + text
        case .boolean(let flag): "boolean \(flag)"
        case .failure(let text): "failure " + text
        case .time(let milliseconds, _, _): "time \(milliseconds)"
        case .empty: ""
        }
    }

    private func hexadecimal(_ bits: UInt64) -> String {
        let digits = String(bits, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
