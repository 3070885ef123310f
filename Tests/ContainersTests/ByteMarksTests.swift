import NativeCodecs
import TestSupport
import Testing

struct ByteMarksTests {
    @Test func `the next of three bytes is found from every position of texts of every length`() {
        var random = SeededNumbers(seed: 13)
        for length in Array(0...200) + [16_383, 16_384, 16_500, 40_000] {
            // Marks are frequent in some texts and rare in others.
            let bound = [4, 40, 256][length % 3]
            let bytes = (0..<length).map { _ in UInt8(random.below(bound)) }
            var marks = ByteMarks(1, 2, 255)
            let positions = length <= 200 ? Array(0...length) : (0..<200).map { _ in random.below(length + 1) }
            for position in positions {
                let expected = bytes[position...].firstIndex { $0 == 1 || $0 == 2 || $0 == 255 } ?? length
                let found = marks.next(in: bytes.span, from: position)
                #expect(found == expected, "from \(position) of \(length)")
            }
        }
    }

    @Test func `other bytes are looked at after the first are forgotten`() {
        let (first, second) = ([UInt8](repeating: 0, count: 300), [UInt8](repeating: 1, count: 300))
        var marks = ByteMarks(1, 2, 3)
        #expect(marks.next(in: first.span, from: 0) == 300)
        marks.forget()
        #expect(marks.next(in: second.span, from: 7) == 7)
    }
}
