import CHarfBuzz

extension Face {
    /// Tables that say how to shape text, and names: a page has placed its glyphs.
    private static let droppedTables: [StaticString] = [
        "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "MATH", "cmap", "name", "OS/2", "post", "kern", "vhea", "vmtx", "VORG",
        "DSIG", "meta", "SVG ", "COLR", "CPAL", "CBDT", "CBLC", "sbix", "fvar", "gvar", "avar", "HVAR", "VVAR", "MVAR",
        "STAT", "cvar", "hdmx", "VDMX", "LTSH", "PCLT", "gasp",
    ]

    /// The bytes of a table, at most `limit` of them from a place on; none where the face has no such table.
    func table(_ tag: StaticString, from start: Int = 0, limit: Int) -> [UInt8] {
        unsafe Self.table(tag, of: face, from: start, limit: limit)
    }

    /// The outlines of these glyphs, numbered anew from 0, and the new number of each: the `CFF ` table, or a TrueType file
    /// of the tables that outlines need; nil where HarfBuzz cannot cut them.
    func cut(keeping glyphs: [UInt32], outlines: EmbeddableFace.Outlines) -> (program: [UInt8], places: [UInt32])? {
        guard let input = unsafe hb_subset_input_create_or_fail() else { return nil }
        defer { unsafe hb_subset_input_destroy(input) }
        let wanted = unsafe hb_subset_input_glyph_set(input)
        for glyph in glyphs { unsafe hb_set_add(wanted, glyph) }
        let dropped = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
        for tag in Self.droppedTables { unsafe hb_set_add(dropped, openTypeTag(tag)) }
        // Outlines written out deflate better than those that share subroutines.
        let flags = HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue
        unsafe hb_subset_input_set_flags(input, flags)
        guard let plan = unsafe hb_subset_plan_create_or_fail(face, input) else { return nil }
        defer { unsafe hb_subset_plan_destroy(plan) }
        let map = unsafe hb_subset_plan_old_to_new_glyph_mapping(plan)
        let places = glyphs.map { unsafe hb_map_get(map, $0) }
        guard let cut = unsafe hb_subset_plan_execute_or_fail(plan) else { return nil }
        defer { unsafe hb_face_destroy(cut) }
        if case .compact = outlines { return unsafe (Self.table("CFF ", of: cut, from: 0, limit: .max), places) }
        guard let blob = unsafe hb_face_reference_blob(cut) else { return nil }
        defer { unsafe hb_blob_destroy(blob) }
        return unsafe (Self.bytes(of: blob, from: 0, limit: .max), places)
    }

    private static func table(_ tag: StaticString, of face: OpaquePointer, from start: Int, limit: Int) -> [UInt8] {
        guard let blob = unsafe hb_face_reference_table(face, openTypeTag(tag)) else { return [] }
        defer { unsafe hb_blob_destroy(blob) }
        return unsafe bytes(of: blob, from: start, limit: limit)
    }

    private static func bytes(of blob: OpaquePointer, from start: Int, limit: Int) -> [UInt8] {
        var count: UInt32 = 0
        guard let bytes = unsafe hb_blob_get_data(blob, &count), start >= 0, start < Int(count) else { return [] }
        let length = min(limit, Int(count) - start)
        return unsafe [UInt8](UnsafeRawBufferPointer(start: bytes + start, count: length))
    }
}
