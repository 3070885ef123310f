import Foundation
import TestSupport
import Testing

@testable import Containers

/// Columnar files of many writers against what the writers' own libraries read from them.
struct ColumnFileTests {
    private static let endings = [".parquet", ".arrow", ".feather"]
    private static let files =
        Fixtures.paths(in: Fixtures.folder, endings) + Fixtures.paths(in: Fixtures.generated, endings)

    static func table(_ path: String, rows: Int? = nil) throws -> ColumnTable {
        let bytes = try Fixtures.bytes(path)
        return ParquetReader.isParquet(bytes)
            ? try ParquetReader.read(bytes, limit: 1 << 30, maximumRows: rows)
            : try ArrowReader.read(bytes, limit: 1 << 30, maximumRows: rows)
    }

    @Test(arguments: files) func `every type, encoding and codec gives what pyarrow gives`(path: String) throws {
        // One comparison of the whole, since a file has up to 200,000 lines.
        let (read, expected) = (try Self.table(path).listing, try Fixtures.text(path + ".expected"))
        #expect(read == expected, "\(path): first difference: \(Self.difference(read, expected))")
    }

    private static func difference(_ one: String, _ other: String) -> String {
        let pairs = zip(one.split(separator: "\n"), other.split(separator: "\n"))
        return pairs.first { $0 != $1 }.map { "\($0), expected \($1)" } ?? "the number of lines"
    }

    @Test func `the first rows are the same whether or not the others are read`() throws {
        for path in Fixtures.paths(in: Fixtures.folder, Self.endings) {
            let (whole, first) = (try Self.table(path), try Self.table(path, rows: 3))
            #expect(first.rowCount == min(3, whole.rowCount))
            for (one, other) in zip(first.columns, whole.columns) {
                #expect(one.values.words(3) == other.values.words(3), "\(path) \(one.name)")
                #expect((0..<first.rowCount).allSatisfy { one.validity[$0] == other.validity[$0] })
            }
        }
    }

    private static let realFiles = Fixtures.paths(in: Fixtures.realRuns + "/parquet-variants", endings)

    @Test(
        .enabled(if: !realFiles.isEmpty, "no folder of real runs; set TEARSHEET_REAL_RUNS"), arguments: realFiles)
    func `one table in twenty dialects equals its reference`(path: String) throws {
        let name = path.contains("/trades") ? "trades" : "equity"
        let folder = Fixtures.realRuns + "/parquet-variants/"
        let lines = try Fixtures.text(folder + name + ".reference.csv").split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let table = try Self.table(path)
        #expect(table.rowCount == lines.count - 1)
        var compared = 0
        for (index, name) in lines[0].enumerated() {
            guard let column = table[name] else { continue }
            compared += 1
            for row in 0..<table.rowCount where column.validity[row] {
                #expect(column.values.means(lines[row + 1][index], row: row), "\(name) row \(row)")
            }
        }
        #expect(compared >= 2)
    }

    @Test func `pandas names the index`() throws {
        guard let path = Self.realFiles.first(where: { $0.hasSuffix("equity.snappy.parquet") }) else { return }
        #expect(try Self.table(path).indexNames == ["date"])
    }
}

extension ColumnValues {
    /// The first values as text, whatever their kind; for comparison.
    fileprivate func words(_ count: Int) -> [String] {
        (0..<Swift.min(count, self.count)).map { row in
            switch self {
            case .doubles(let values): "\(values[row].bitPattern)"
            case .integers(let values): "\(values[row])"
            case .texts(let values): values[row]
            case .booleans(let values): "\(values[row])"
            case .decimals(let values): values.text(row)
            case .times(let values): "\(values.counts[row]) \(values.unit) \(values.meaning)"
            }
        }
    }

    /// Whether a cell of CSV says the same.
    fileprivate func means(_ cell: String, row: Int) -> Bool {
        switch self {
        case .doubles(let values):
            guard let number = Double(cell) else { return cell.isEmpty && values[row].isNaN }
            return number == values[row] || Double(Float(number)) == values[row]
        case .integers(let values): return Int64(cell) == values[row]
        case .texts(let values): return cell == values[row]
        case .times(let values): return Self.days(cell) * values.unit.perDay == values.counts[row]
        case .booleans, .decimals: return false
        }
    }

    /// Days since 1970 of `2004-08-19`.
    private static func days(_ date: String) -> Int64 {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withFullDate]
        return Int64((formatter.date(from: date)?.timeIntervalSince1970 ?? -1) / 86_400)
    }
}
