import CFreeType

/// A face opened by FreeType, for Cairo to draw with.
///
/// Each face has a library object of its own: Cairo may let go of a face on whichever thread empties its cache of
/// scaled fonts, and FreeType's calls on one library must not run at the same time. So the last reference may be
/// dropped on any thread, while everything else happens on the thread of the book.
@safe
package final class FreeTypeFace {
    /// The `FT_Face`.
    package let face: FT_Face
    private let library: FT_Library
    private let bytes: FontBytes

    /// Nil when FreeType does not take the bytes or they hold no outlines.
    init?(bytes: FontBytes, index: Int) {
        var library: FT_Library?
        guard unsafe FT_Init_FreeType(&library) == 0, let library = unsafe library else { return nil }
        let contents = unsafe bytes.contents
        var face: FT_Face?
        let status = unsafe FT_New_Memory_Face(
            library, contents.baseAddress?.assumingMemoryBound(to: UInt8.self), contents.count, index, &face)
        guard status == 0, let face = unsafe face, unsafe face.pointee.face_flags & Int(FT_FACE_FLAG_SCALABLE) != 0
        else {
            unsafe FT_Done_FreeType(library)
            return nil
        }
        unsafe self.face = unsafe face
        unsafe self.library = unsafe library
        self.bytes = bytes
    }

    deinit {
        unsafe FT_Done_Face(face)
        unsafe FT_Done_FreeType(library)
    }
}
