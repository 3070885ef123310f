import CHarfBuzz

extension Face {
    /// What layout and web pages use; the rest would only make files larger.
    private static let keptFeatures: [StaticString] = [
        "ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "rlig", "tnum",
    ]
    /// Family, style, full and PostScript names, copyright, version, trademark, licence and its address.
    private static let keptNames: [UInt32] = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17]

    /// The face as an OpenType file with the glyphs of these characters only; nil when HarfBuzz cannot cut it.
    func subset(keeping characters: Set<Unicode.Scalar>) -> [UInt8]? {
        guard let input = unsafe hb_subset_input_create_or_fail() else { return nil }
        defer { unsafe hb_subset_input_destroy(input) }
        let wanted = unsafe hb_subset_input_unicode_set(input)
        for character in characters { unsafe hb_set_add(wanted, character.value) }
        let features = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG)
        unsafe hb_set_clear(features)
        for feature in Self.keptFeatures { unsafe hb_set_add(features, openTypeTag(feature)) }
        let names = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID)
        unsafe hb_set_clear(names)
        for name in Self.keptNames { unsafe hb_set_add(names, name) }
        // Outlines written out deflate better than those that share subroutines.
        let flags = HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue
        unsafe hb_subset_input_set_flags(input, flags)
        guard let cut = unsafe hb_subset_or_fail(face, input) else { return nil }
        defer { unsafe hb_face_destroy(cut) }
        guard let blob = unsafe hb_face_reference_blob(cut) else { return nil }
        defer { unsafe hb_blob_destroy(blob) }
        var count: UInt32 = 0
        guard let start = unsafe hb_blob_get_data(blob, &count), count > 0 else { return nil }
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: Int(count)))
    }

    /// Whether the maker allows a part of the font to be embedded (`fsType` of the OS/2 table, OpenType 1.9).
    var allowsSubsets: Bool {
        guard let table = unsafe hb_face_reference_table(face, openTypeTag("OS/2")) else { return false }
        defer { unsafe hb_blob_destroy(table) }
        var count: UInt32 = 0
        guard let start = unsafe hb_blob_get_data(table, &count), count >= 10 else { return false }
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: Int(count))
        let type = unsafe UInt16(bytes[8]) << 8 | UInt16(bytes[9])
        let restricted: UInt16 = 0x0002
        let noSubsetting: UInt16 = 0x0100
        let bitmapsOnly: UInt16 = 0x0200
        return type & (restricted | noSubsetting | bitmapsOnly) == 0
    }
}
