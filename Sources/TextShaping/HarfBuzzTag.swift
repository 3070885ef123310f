import CHarfBuzz

/// A four-letter OpenType tag as a number (HarfBuzz's `HB_TAG` is a macro, which Swift does not import).
func openTypeTag(_ letters: StaticString) -> UInt32 {
    letters.withUTF8Buffer { bytes in
        unsafe bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// A feature switched on or off over the whole text.
func openTypeFeature(_ letters: StaticString, on: Bool) -> hb_feature_t {
    hb_feature_t(tag: openTypeTag(letters), value: on ? 1 : 0, start: 0, end: .max)
}
