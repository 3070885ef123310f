import RunModel
import Series

/// A long table of positions: one row per moment and symbol, with its value, or quantity and price, or all three.
struct LongPositionsReader {
    private let file: TableFile
    private let columns: Columns
    private var log: ReadingLog { file.log }

    private var timestamps = TimestampCollector()
    private var lines = [UInt32]()
    private var symbols = [String]()
    private var places = [String: Int]()
    private var values = [[Double]]()
    private var quantities = [[Double]]()
    private var cash = [Double]()
    private var hasCash = false
    private var contradictions = [PositionContradiction]()
    private var compared = 0
    private var lastTimestamp: WrittenTimestamp?
    private let digits: [Int: WrittenDigits]
    private let moments: [WrittenTimestamp?]
    private let numbers: [Int: [Double]]

    /// Where the parts of a row stand.
    private struct Columns {
        var symbol: Int?
        var value: Int?
        var quantity: Int?
        var price: Int?
        var multiplier: Int?

        init(_ header: [String]) {
            let names = header.map(ColumnNames.normalised)
            func place(_ known: [String]) -> Int? { known.compactMap { names.firstIndex(of: $0) }.first }
            symbol = place(["symbol", "ticker", "instrument", "asset"])
            value = place(["value", "market_value", "position_value"])
            quantity = place(["quantity", "qty", "shares", "size", "units", "contracts", "amount"])
            price = place(["price", "last_price", "close", "market_price"])
            multiplier = place(["multiplier", "contract_multiplier", "point_value"])
        }
    }

    /// Whether a header is that of a long table: a symbol, and a value or what makes one.
    static func isLong(_ header: [String]) -> Bool {
        let columns = Columns(header)
        return columns.symbol != nil && (columns.value != nil || columns.quantity != nil && columns.price != nil)
    }

    /// The positions of a long table, one column per symbol in the order of their first rows.
    static func read(_ file: TableFile) throws(RunError) -> RawPositions {
        let timestampColumn = try file.timestampColumn()
        var reader = LongPositionsReader(file, timestampColumn)
        for row in stride(from: 1, through: file.count, by: 1) { reader.read(row) }
        try file.log.checkpoint()
        return reader.positions(timestampColumn)
    }

    private init(_ file: TableFile, _ timestampColumn: Int) {
        self.file = file
        columns = Columns(file.header)
        let table = TradeTable(file: file, exit: timestampColumn)
        moments = table.timestamps(timestampColumn)
        numbers = Dictionary(
            [columns.value, columns.quantity, columns.price, columns.multiplier].compactMap { $0 }
                .map { ($0, table.numbers($0)) }, uniquingKeysWith: { first, _ in first })
        let written = [columns.value, columns.quantity, columns.price].compactMap { $0 }
        digits = Dictionary(
            written.map { ($0, file.table.digits(column: $0, from: 1)) }, uniquingKeysWith: { first, _ in first })
    }

    private mutating func read(_ row: Int) {
        // A timestamp or number that cannot be read has been told by now.
        guard let timestamp = moments[row - 1] else { return }
        begin(timestamp, row)
        let quantity = number(row, columns.quantity)
        let product = product(row, quantity)
        guard let value = number(row, columns.value) ?? product else { return }
        let symbol = columns.symbol.map { file.table.trimmedText(row, $0) } ?? ""
        if ColumnNames.normalised(symbol) == "cash" {
            hasCash = true
            cash[cash.count - 1] += value
            return
        }
        add(symbol, value, quantity, row)
        compare(value, product, symbol, row)
    }

    /// A moment begins where the timestamp is another one than that of the row before.
    private mutating func begin(_ timestamp: WrittenTimestamp, _ row: Int) {
        if let last = lastTimestamp, last == timestamp { return }
        lastTimestamp = timestamp
        timestamps.add(timestamp, row: row)
        lines.append(UInt32(truncatingIfNeeded: file.line(ofRow: row)))
        cash.append(0)
        for index in values.indices {
            values[index].append(0)
            quantities[index].append(0)
        }
    }

    private mutating func add(_ symbol: String, _ value: Double, _ quantity: Double?, _ row: Int) {
        let place = places[symbol] ?? newSymbol(symbol)
        let moment = lines.count - 1
        if values[place][moment] != 0 {
            log.add(.repeatedPosition(file.name, file.line(ofRow: row), symbol))
        }
        values[place][moment] += value
        quantities[place][moment] += quantity ?? 0
    }

    private mutating func newSymbol(_ symbol: String) -> Int {
        places[symbol] = symbols.count
        symbols.append(symbol)
        values.append(Array(repeating: 0, count: lines.count))
        quantities.append(Array(repeating: 0, count: lines.count))
        return symbols.count - 1
    }

    private func product(_ row: Int, _ quantity: Double?) -> Double? {
        guard let quantity, let price = number(row, columns.price) else { return nil }
        return quantity * price * (number(row, columns.multiplier) ?? 1)
    }

    /// Value and product were each rounded when they were written.
    private mutating func compare(_ value: Double, _ product: Double?, _ symbol: String, _ row: Int) {
        guard columns.value != nil, let product else { return }
        compared += 1
        let (quantity, multiplier) = (number(row, columns.quantity) ?? 0, number(row, columns.multiplier) ?? 1)
        let price = number(row, columns.price) ?? 0
        let tolerance =
            half(columns.value, value) + half(columns.price, price) * (quantity * multiplier).magnitude
            + RunEvidence.half(ofUnits: columns.quantity.flatMap { digits[$0] }, quantity)
            * (price * multiplier).magnitude + 1e-10 * product.magnitude
        guard (value - product).magnitude > tolerance else { return }
        contradictions.append(
            PositionContradiction(
                line: file.line(ofRow: row), moment: lines.count - 1, symbol: symbol, value: value, product: product,
                tolerance: tolerance))
    }

    private func half(_ column: Int?, _ value: Double) -> Double {
        column.flatMap { digits[$0] }.map { $0.spacing(near: value) / 2 } ?? 0
    }

    private func number(_ row: Int, _ column: Int?) -> Double? {
        guard let column, let value = numbers[column]?[row - 1], !value.isNaN else { return nil }
        return value
    }

    private mutating func positions(_ timestampColumn: Int) -> RawPositions {
        let reading = timestamps.finish()
        if let row = reading.mixedRow {
            log.add(.mixedOffsets(file.name, file.line(ofRow: row), file.header[timestampColumn]))
        }
        let valueDigits = columns.value.flatMap { digits[$0] }
        return RawPositions(
            file: file.name, timestampColumn: file.header[timestampColumn], timestamps: reading.column,
            symbols: symbols,
            values: values, cash: hasCash ? cash : nil, lines: lines,
            details: columns.quantity == nil
                ? nil
                : RawPositionDetails(quantities: quantities, contradictions: contradictions, compared: compared),
            digits: symbols.map { _ in valueDigits }, cashDigits: valueDigits)
    }
}
