import CCairo
import Graphics
import TextShaping

/// A face as Cairo draws with it.
///
/// Cairo keeps scaled fonts after their face was let go, and touches the FreeType face when it frees them. So Cairo's
/// face holds the FreeType face itself, as user data, and lets go of it last.
@safe
final class DrawingFace {
    let face: OpaquePointer

    // Only its address matters: it names the slot of the user data.
    private nonisolated(unsafe) static let key: UnsafeMutablePointer<cairo_user_data_key_t> = {
        let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
        unsafe key.initialize(to: cairo_user_data_key_t())
        return unsafe key
    }()

    /// Nil when Cairo has no memory left.
    init?(_ freeType: FreeTypeFace) {
        // FT_LOAD_NO_HINTING is a macro of a cast, which Swift does not import.
        let noHinting: Int32 = 1 << 1
        guard let face = unsafe cairo_ft_font_face_create_for_ft_face(freeType.face, noHinting) else { return nil }
        let held = unsafe Unmanaged.passRetained(freeType).toOpaque()
        let status = unsafe cairo_font_face_set_user_data(face, Self.key, held) { held in
            guard let held = unsafe held else { return }
            unsafe Unmanaged<FreeTypeFace>.fromOpaque(held).release()
        }
        guard status == CAIRO_STATUS_SUCCESS else {
            unsafe Unmanaged<FreeTypeFace>.fromOpaque(held).release()
            unsafe cairo_font_face_destroy(face)
            return nil
        }
        unsafe self.face = unsafe face
    }

    deinit { unsafe cairo_font_face_destroy(face) }
}

/// The faces of a font book that were drawn with.
///
/// They live as long as the book: were they made anew for each document, another thread that empties Cairo's cache of
/// scaled fonts could let go of a face in the moment in which this thread takes it up again.
final class DrawingFaces {
    private struct Key: Hashable {
        var index: Int
        var weight: Font.Weight
    }

    private var faces: [Key: DrawingFace] = [:]

    /// The faces kept with a book.
    static func of(_ fonts: FontBook) -> DrawingFaces {
        if let kept = fonts.drawingFaces as? DrawingFaces { return kept }
        let made = DrawingFaces()
        fonts.drawingFaces = made
        return made
    }

    /// The face of a book's glyph index and weight.
    func face(_ index: Int, weight: Font.Weight, of fonts: FontBook) throws(PDFError) -> DrawingFace {
        let key = Key(index: index, weight: weight)
        if let known = faces[key] { return known }
        let freeType: FreeTypeFace
        do { freeType = try fonts.freeTypeFace(index, weight: weight) } catch { throw .font(error) }
        guard let face = DrawingFace(freeType) else { throw .font(.notAFont(face: "\(weight)")) }
        faces[key] = face
        return face
    }
}
