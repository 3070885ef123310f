import TestSupport
import Testing

@testable import Containers

/// What a file is, whole or in blocks, in a form that both can be compared by.
private enum Cut: Equatable {
    case rows([[String]], lines: [UInt32])
    case failure(CSVScanner.Failure)
}

struct CSVBlocksTests {
    private func whole(_ bytes: [UInt8]) -> Cut {
        do throws(CSVScanner.Failure) {
            let table = try CSVScanner.scan(bytes, delimiter: UInt8(ascii: ","))
            return .rows((0..<table.rowCount).map(table.texts), lines: table.lines)
        } catch {
            return .failure(error)
        }
    }

    /// Feeds blocks of some size, each behind what the one before left.
    private func inBlocks(_ bytes: [UInt8], size: Int) -> Cut {
        var blocks = CSVBlocks(beginning: Array(bytes.prefix(size)))
        var (rows, lines) = ([[String]](), [UInt32]())
        var (rest, place) = ([UInt8](), 0)
        do throws(CSVScanner.Failure) {
            while true {
                let next = bytes[place..<min(place + size, bytes.count)]
                place = next.endIndex
                let (table, end) = try blocks.rows(in: rest + next, isLast: next.isEmpty)
                rows += (0..<table.rowCount).map(table.texts)
                lines += table.lines
                if next.isEmpty { break }
                rest = Array(table.bytes[end...])
            }
        } catch {
            return .failure(error)
        }
        return rows.isEmpty ? .failure(.empty) : .rows(rows, lines: lines)
    }

    @Test func `a file cut block by block has the rows, lines and failures of the whole file`() {
        var random = SeededNumbers(seed: 7)
        let alphabet = Array("ab,,\n\n\r\"\" 1".utf8)
        var failures = 0
        for _ in 0..<20_000 {
            let count = random.below(40)
            let bytes = (0..<count).map { _ in alphabet[random.below(alphabet.count)] }
            let expected = whole(bytes)
            if case .failure = expected { failures += 1 }
            let size = 1 + random.below(12)
            #expect(inBlocks(bytes, size: size) == expected, "\(String(decoding: bytes, as: UTF8.self)) by \(size)")
        }
        #expect(failures > 2_000 && failures < 18_000)
    }

    @Test func `a declared delimiter and a byte-order mark stand before the first row of the first block alone`() throws
    {
        let bytes = Array("\u{FEFF}sep=;\na;b\n1;2\n3;4".utf8)
        var blocks = CSVBlocks(beginning: Array(bytes[..<18]))
        let (first, end) = try blocks.rows(in: Array(bytes[..<18]), isLast: false)
        #expect((0..<first.rowCount).map(first.texts) == [["a", "b"], ["1", "2"]] && first.lines == [2, 3])
        let (last, _) = try blocks.rows(in: Array(bytes[end...]), isLast: true)
        #expect(last.texts(ofRow: 0) == ["3", "4"] && last.lines == [4] && blocks.line == 4)
    }
}
