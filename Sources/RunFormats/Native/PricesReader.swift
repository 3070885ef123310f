import RunModel
import Series

/// Reads a long table of bars: `time,symbol,open,high,low,close,volume`.
struct PricesReader {
    /// Where the parts of a bar stand.
    private struct Columns {
        var symbol: Int?
        var open: Int?
        var high: Int?
        var low: Int?
        var close: Int?
        var volume: Int?

        init(_ header: [String]) {
            let names = header.map(ColumnNames.normalised)
            func place(_ known: String...) -> Int? { known.compactMap { names.firstIndex(of: $0) }.first }
            symbol = place("symbol", "ticker", "instrument", "asset", "pair", "market")
            open = place("open", "o")
            high = place("high", "h")
            low = place("low", "l")
            close = place("close", "c", "price", "last")
            volume = place("volume", "vol", "v")
        }
    }

    private let file: TableFile
    private let columns: Columns
    private var prices: RawPrices
    private var places: [String: Int] = [:]

    /// The bars in the file; throws where it has no closes. What is wrong with single bars is told, and they are left out.
    static func read(_ file: TableFile) throws(RunError) -> RawPrices {
        let columns = Columns(file.header)
        guard columns.close != nil else { throw file.log.fail(.missingPriceColumns(file.name, file.header)) }
        let time = try file.timestampColumn()
        var reader = PricesReader(file, columns)
        reader.readRows(TradeTable(file: file, exit: time), time)
        return reader.prices
    }

    private init(_ file: TableFile, _ columns: Columns) {
        (self.file, self.columns) = (file, columns)
        let ranges = [columns.open, columns.high, columns.low]
        prices = RawPrices(
            file: file.name, symbols: [], rows: [], hasRanges: ranges.allSatisfy { $0 != nil },
            hasVolumes: columns.volume != nil)
    }

    private mutating func readRows(_ table: TradeTable, _ time: Int) {
        let moments = table.timestamps(time)
        let numbers = [columns.open, columns.high, columns.low, columns.close, columns.volume].map { table.numbers($0) }
        var (bad, negative) = ([Int](), [Int]())
        for index in 0..<max(0, file.count) {
            guard let moment = moments[index], let close = TradeTable.number(numbers[3], index) else { continue }
            func value(_ part: Int) -> Double? { TradeTable.number(numbers[part], index) }
            var row = RawPrices.Row(
                time: moment, open: close, high: close, low: close, close: close, volume: value(4) ?? .nan,
                line: file.line(ofRow: index + 1))
            if prices.hasRanges {
                guard let open = value(0), let high = value(1), let low = value(2) else { continue }
                (row.open, row.high, row.low) = (open, high, low)
            }
            guard Self.isSound(row) else {
                bad.append(row.line)
                continue
            }
            if row.volume < 0 {
                negative.append(row.line)
                row.volume = .nan
            }
            add(row, of: table.text(index + 1, columns.symbol) ?? "")
        }
        if let line = bad.first { file.log.add(.badBars(file.name, line, bad.count)) }
        if let line = negative.first, let column = columns.volume {
            file.log.add(.negativeVolume(file.name, line, file.header[column], negative.count))
        }
    }

    /// The high is the highest and the low the lowest of the four, but for the last digit.
    private static func isSound(_ row: RawPrices.Row) -> Bool {
        let room = 1e-9 * max(row.high.magnitude, row.low.magnitude)
        return row.high >= row.low - room && row.high >= max(row.open, row.close) - room
            && row.low <= min(row.open, row.close) + room
    }

    private mutating func add(_ row: RawPrices.Row, of symbol: String) {
        if let place = places[symbol] {
            prices.rows[place].append(row)
        } else {
            places[symbol] = prices.symbols.count
            prices.symbols.append(symbol)
            prices.rows.append([row])
        }
    }
}
