import CHarfBuzz
import Glibc
import Graphics

/// Shapes text of one face, reusing one HarfBuzz buffer.
///
/// Contextual alternates (`calt`) stay off: Inter's turn `->` into an arrow and `10x20` into a multiplication, and a
/// report must show the names that it was given.
@safe
final class Shaper {
    private let buffer: OpaquePointer
    /// HarfBuzz's own shaper alone; which ones it may use otherwise comes from the environment.
    private let shapers: UnsafeMutablePointer<UnsafePointer<CChar>?>
    private let proportional = [openTypeFeature("calt", on: false), openTypeFeature("lnum", on: true)]
    private let tabular = [
        openTypeFeature("calt", on: false), openTypeFeature("lnum", on: true), openTypeFeature("tnum", on: true),
    ]

    init() {
        unsafe buffer = hb_buffer_create()
        unsafe shapers = .allocate(capacity: 2)
        unsafe shapers.initialize(repeating: nil, count: 2)
        unsafe shapers[0] = UnsafePointer(strdup("ot"))
    }

    deinit {
        unsafe free(UnsafeMutablePointer(mutating: shapers[0]))
        unsafe shapers.deallocate()
        unsafe hb_buffer_destroy(buffer)
    }

    /// Appends the glyphs of the bytes in `range` of a text, per em, beginning at `pen`; returns the pen after them.
    ///
    /// The whole text is given as context, so that marks and joins at the range's ends are right.
    func shape(
        _ text: UnsafeBufferPointer<UInt8>, range: Range<Int>, face: Face, faceIndex: Int, isTabular: Bool,
        isBackward: Bool, pen: Double, into glyphs: inout [Glyph]
    ) -> Double {
        unsafe hb_buffer_clear_contents(buffer)
        unsafe text.withMemoryRebound(to: CChar.self) { bytes in
            unsafe hb_buffer_add_utf8(
                buffer, bytes.baseAddress, Int32(clamping: bytes.count), UInt32(clamping: range.lowerBound),
                Int32(clamping: range.count))
        }
        unsafe hb_buffer_guess_segment_properties(buffer)
        // What is guessed from the script of the first letter is wrong for a stretch that begins with marks.
        unsafe hb_buffer_set_direction(buffer, isBackward ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        // The language would otherwise come from the process's locale.
        unsafe hb_buffer_set_language(buffer, hb_language_from_string("en", 2))
        let features = isTabular ? tabular : proportional
        _ = unsafe hb_shape_full(face.font, buffer, features, UInt32(features.count), shapers)
        return append(face: face, faceIndex: faceIndex, pen: pen, into: &glyphs)
    }

    private func append(face: Face, faceIndex: Int, pen start: Double, into glyphs: inout [Glyph]) -> Double {
        var count: UInt32 = 0
        guard let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count),
            let positions = unsafe hb_buffer_get_glyph_positions(buffer, &count)
        else { return start }
        let scale = 1 / face.unitsPerEm
        var pen = start
        for index in 0..<Int(count) {
            let info = unsafe infos[index]
            let position = unsafe positions[index]
            glyphs.append(
                Glyph(
                    id: info.codepoint, face: faceIndex, x: pen + Double(position.x_offset) * scale,
                    y: -Double(position.y_offset) * scale, cluster: Int(info.cluster)))
            pen += Double(position.x_advance) * scale
        }
        return pen
    }
}
