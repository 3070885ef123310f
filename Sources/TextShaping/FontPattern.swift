import CFontconfig

/// A fontconfig pattern: a question about fonts, or one font of the answer.
@safe
final class FontPattern {
    private let pattern: OpaquePointer

    init() {
        Fontconfig.start()
        unsafe pattern = FcPatternCreate()
    }

    private init(owning pattern: OpaquePointer) { unsafe self.pattern = unsafe pattern }

    deinit { unsafe FcPatternDestroy(pattern) }

    func set(_ object: String, _ value: String) {
        var bytes = Array(value.utf8) + [0]
        unsafe _ = FcPatternAddString(pattern, object, &bytes)
    }

    func set(_ object: String, _ value: Bool) { unsafe _ = FcPatternAddBool(pattern, object, value ? 1 : 0) }

    func set(_ object: String, _ value: Double) { unsafe _ = FcPatternAddDouble(pattern, object, value) }

    /// Prefers fonts that have all the characters.
    func require(_ scalars: [Unicode.Scalar]) {
        let set = unsafe FcCharSetCreate()
        for scalar in scalars { unsafe _ = FcCharSetAddChar(set, scalar.value) }
        unsafe _ = FcPatternAddCharSet(pattern, FC_CHARSET, set)
        unsafe FcCharSetDestroy(set)
    }

    func string(_ object: String) -> String? {
        var value: UnsafeMutablePointer<FcChar8>?
        guard unsafe FcPatternGetString(pattern, object, 0, &value) == FcResultMatch, let value = unsafe value else {
            return nil
        }
        return unsafe String(cString: value)
    }

    func integer(_ object: String) -> Int? {
        var value: Int32 = 0
        return unsafe FcPatternGetInteger(pattern, object, 0, &value) == FcResultMatch ? Int(value) : nil
    }

    func double(_ object: String) -> Double? {
        var value = 0.0
        return unsafe FcPatternGetDouble(pattern, object, 0, &value) == FcResultMatch ? value : nil
    }

    func boolean(_ object: String) -> Bool? {
        var value: FcBool = 0
        return unsafe FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch ? value != 0 : nil
    }

    /// Every installed font that fits, with these properties.
    func list(_ objects: [String]) -> [FontPattern] {
        let wanted = unsafe FcObjectSetCreate()
        defer { unsafe FcObjectSetDestroy(wanted) }
        for object in objects { unsafe _ = FcObjectSetAdd(wanted, object) }
        guard let found = unsafe FcFontList(nil, pattern, wanted) else { return [] }
        defer { unsafe FcFontSetDestroy(found) }
        return (0..<Int(unsafe found.pointee.nfont)).compactMap { index in
            guard let font = unsafe found.pointee.fonts[index] else { return nil }
            unsafe FcPatternReference(font)
            return unsafe FontPattern(owning: font)
        }
    }

    /// The best of the installed fonts by the machine's preferences.
    func match() -> FontPattern? {
        unsafe _ = FcConfigSubstitute(nil, pattern, FcMatchPattern)
        unsafe FcDefaultSubstitute(pattern)
        var result = FcResultMatch
        guard let font = unsafe FcFontMatch(nil, pattern, &result) else { return nil }
        return unsafe FontPattern(owning: font)
    }
}
