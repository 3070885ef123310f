/// A picture of dots in the cells of a terminal: 2 × 4 to a cell in Braille, 1 × 2 in ASCII.
public struct DotCanvas {
    /// Cells across.
    public let columns: Int
    /// Cells down.
    public let rows: Int
    private let isPlain: Bool
    private var dots: [UInt8]
    private var tones: [TerminalTone]

    /// An empty canvas of cells.
    public init(columns: Int, rows: Int, isPlain: Bool) {
        self.columns = max(1, columns)
        self.rows = max(1, rows)
        self.isPlain = isPlain
        dots = Array(repeating: 0, count: self.columns * self.rows)
        tones = Array(repeating: .plain, count: self.columns * self.rows)
    }

    /// Dots across.
    public var width: Int { columns * (isPlain ? 1 : 2) }
    /// Dots down.
    public var height: Int { rows * (isPlain ? 2 : 4) }

    /// Sets one dot, counted from the upper left; what is outside is left out. The last tone of a cell holds.
    public mutating func set(_ x: Int, _ y: Int, _ tone: TerminalTone) {
        guard (0..<width).contains(x), (0..<height).contains(y) else { return }
        let (across, down) = isPlain ? (1, 2) : (2, 4)
        let cell = y / down * columns + x / across
        dots[cell] |= isPlain ? 1 << UInt8(y % 2) : Self.braille[y % 4][x % 2]
        tones[cell] = tone
    }

    /// Sets the dots of one column from one place to another.
    public mutating func fill(_ x: Int, _ ends: ClosedRange<Int>, _ tone: TerminalTone) {
        for y in ends.clamped(to: 0...(height - 1)) { set(x, y, tone) }
    }

    /// The numbers that Unicode gives the dots of a cell, by row and column.
    private static let braille: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

    /// One row of cells, neighbours of a tone together.
    public func line(_ row: Int) -> TerminalLine {
        var pieces: [TerminalPiece] = []
        var (text, tone) = ("", TerminalTone.plain)
        for column in 0..<columns {
            let cell = row * columns + column
            if tones[cell] != tone, !text.isEmpty {
                pieces.append(TerminalPiece(text, tone))
                text = ""
            }
            tone = tones[cell]
            text.append(character(dots[cell]))
        }
        return TerminalLine(pieces + [TerminalPiece(text, tone)])
    }

    private func character(_ dots: UInt8) -> Character {
        guard dots != 0 else { return " " }
        guard !isPlain else { return dots == 1 ? "'" : dots == 2 ? "." : ":" }
        return Unicode.Scalar(0x2800 + UInt32(dots)).map { Character($0) } ?? " "
    }
}
