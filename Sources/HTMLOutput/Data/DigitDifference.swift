import Formatting

/// By how much a guess misses a value, in units of the twelfth digit.
enum DigitDifference {
    /// Nil where the two are too far apart to be told in these units, or the guess is no number.
    static func between(_ value: Double, _ guess: Double) -> Int? {
        let (wanted, guessed) = (SignificantDigits.round(value), SignificantDigits.round(guess))
        if wanted == guessed { return 0 }
        guard wanted.isFinite, guessed.isFinite, guessed != 0 else { return nil }
        // As a page reads the guess: `1.23456789012e-3`.
        let places = 11 - exponent(of: guessed)
        guard (0...22).contains(places) else { return nil }
        let unit = PowersOfTen[places]
        let (whole, base) = ((wanted * unit).rounded(), (guessed * unit).rounded())
        guard whole.magnitude < 4e15, whole / unit == wanted else { return nil }
        return Int(whole - base)
    }

    private static func exponent(of value: Double) -> Int {
        var exponent = 0
        while exponent < 22, value.magnitude >= PowersOfTen[exponent + 1] { exponent += 1 }
        while exponent > -22, value.magnitude * PowersOfTen[-exponent] < 1 { exponent -= 1 }
        return exponent
    }
}
