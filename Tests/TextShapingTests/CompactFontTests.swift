import Foundation
import Graphics
import TestSupport
import Testing

@testable import TextShaping

/// How `CFF ` tables number their glyphs.
@Suite struct CompactFontTests {
    /// An index of objects with offsets of one byte.
    private func index(_ objects: [[UInt8]]) -> [UInt8] {
        var offsets: [UInt8] = [1]
        for object in objects { offsets.append(offsets[offsets.count - 1] + UInt8(object.count)) }
        return [0, UInt8(objects.count), 1] + offsets + objects.flatMap { $0 }
    }

    /// A table whose top dictionary has these entries and behind which the numbers of glyphs stand, at byte 60.
    private func table(_ entries: [UInt8], charset: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = [1, 0, 4, 1] + index([Array("Test".utf8)]) + index([entries])
        bytes += [UInt8](repeating: 0, count: 60 - bytes.count)
        return bytes + charset
    }

    private func codes(_ table: [UInt8], glyphs: Int) -> [UInt16] {
        let characters = CompactFontCharacters(head: table, glyphCount: glyphs) { start, limit in
            start < table.count ? Array(table[start..<min(table.count, start + limit)]) : []
        }
        return (0..<UInt32(glyphs)).map { characters.code(of: $0) ?? UInt16($0) }
    }

    /// Registry, ordering and supplement: the font is one of a collection.
    private let collection: [UInt8] = [139, 140, 139, 12, 30]
    /// The numbers of glyphs stand at 60.
    private let charsetAt60: [UInt8] = [139 + 60, 15]

    @Test func `a font outside of collections numbers its glyphs by place`() {
        #expect(codes(table(charsetAt60, charset: [0, 0, 9, 0, 7]), glyphs: 3) == [0, 1, 2])
        #expect(codes([], glyphs: 3) == [0, 1, 2])
    }

    @Test func `a collection's numbers are read in all three forms`() {
        let entries = collection + charsetAt60
        #expect(codes(table(entries, charset: [0, 0, 9, 1, 7]), glyphs: 3) == [0, 9, 263])
        #expect(codes(table(entries, charset: [1, 0, 5, 2, 0, 30, 0]), glyphs: 5) == [0, 5, 6, 7, 30])
        #expect(codes(table(entries, charset: [2, 0, 5, 0, 3]), glyphs: 5) == [0, 5, 6, 7, 8])
        // A larger place takes an operand of three or five bytes.
        #expect(codes(table(collection + [28, 0, 60, 15], charset: [0, 0, 9]), glyphs: 2) == [0, 9])
        #expect(codes(table(collection + [29, 0, 0, 0, 60, 15], charset: [0, 0, 9]), glyphs: 2) == [0, 9])
    }

    @Test func `numbers that end too early are taken as places`() {
        #expect(codes(table(collection + charsetAt60, charset: [0, 0]), glyphs: 3) == [0, 1, 2])
        #expect(codes(table(collection + charsetAt60, charset: [7, 0, 0, 0, 0]), glyphs: 3) == [0, 1, 2])
    }

    @Test func `a collection's entry is moved before the others, and nothing else moves`() {
        let entries: [UInt8] = [28, 1, 2, 16, 139, 140, 139, 12, 30, 139 + 60, 15]
        let before = table(entries, charset: [0, 0, 9])
        let after = CompactFontReader.withCollectionFirst(before)
        // Behind the header, the names and the head of the index.
        let start = 4 + 9 + 5
        #expect(Array(after[start..<(start + 11)]) == [139, 140, 139, 12, 30, 28, 1, 2, 16, 139 + 60, 15])
        #expect(after.count == before.count && after.prefix(start) == before.prefix(start))
        #expect(after.dropFirst(start + 11) == before.dropFirst(start + 11))
        #expect(codes(after, glyphs: 2) == [0, 9])
        let plain = table(charsetAt60, charset: [0, 0, 9])
        #expect(CompactFontReader.withCollectionFirst(plain) == plain)
    }

    @Test func `no damage does harm`() {
        let whole = table(collection + charsetAt60, charset: [1, 0, 5, 2, 0, 30, 0])
        for length in 0...whole.count { _ = codes(Array(whole.prefix(length)), glyphs: 5) }
        var state: UInt64 = 7
        for _ in 0..<20_000 {
            var damaged = whole
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                damaged[Int(state >> 33) % damaged.count] = UInt8(truncatingIfNeeded: state >> 25)
            }
            _ = codes(damaged, glyphs: 5)
            _ = CompactFontReader.withCollectionFirst(damaged)
        }
    }
}
