import NativeShims

/// The exact decimal digits of doubles, rounded half to even where they are cut: by C++'s `std::to_chars`, which has no
/// locale.
public enum ExactDigits {
    /// A finite number without its sign, with so many digits behind the point: `1234.50`.
    public static func fixed(_ magnitude: Double, places: Int) -> String {
        text(magnitude, places: places, isScientific: false)
    }

    /// One digit and so many others of a finite number without its sign, and the power of ten of the first: `12345` and 3.
    public static func scientific(_ magnitude: Double, places: Int) -> (digits: String, exponent: Int) {
        let text = text(magnitude, places: places, isScientific: true)
        let parts = text.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return (text, 0) }
        return (parts[0].filter { $0 != "." }, exponent)
    }

    private static func text(_ magnitude: Double, places: Int, isScientific: Bool) -> String {
        // The largest double has 309 digits before the point; a sign, the point and an exponent take the rest.
        let capacity = 320 + max(places, 0)
        return unsafe String(unsafeUninitializedCapacity: capacity) { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { text in
                unsafe Int(
                    tearsheet_write_decimal(
                        magnitude.magnitude, Int32(clamping: max(places, 0)), isScientific, text.baseAddress, capacity))
            }
        }
    }
}
