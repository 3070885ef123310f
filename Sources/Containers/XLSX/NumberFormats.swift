/// Which formats of numbers show a date or a time of day.
struct NumberFormats {
    /// What a format shows of a number.
    struct Shown: Equatable {
        var date = false
        var clock = false
    }

    /// For each style of a cell what it shows.
    private var styles = [Shown]()
    private var own: [Int: Shown] = [:]

    /// What a cell of a style shows.
    func shown(_ style: Int) -> Shown { style >= 0 && style < styles.count ? styles[style] : Shown() }

    /// A format of the workbook's own.
    mutating func define(_ id: Int, code: String) { own[id] = Self.shown(code: code) }

    /// The next style of cells.
    mutating func addStyle(format: Int) { styles.append(own[format] ?? Self.shown(builtIn: format)) }

    /// ECMA-376, 18.8.30: the formats that have numbers and no code, those of East Asian programs too.
    private static func shown(builtIn id: Int) -> Shown {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: Shown(date: true)
        case 18...21, 32...35, 45, 47, 55, 56: Shown(clock: true)
        case 22: Shown(date: true, clock: true)
        default: Shown()
        }
    }

    /// Looks for the letters of dates and times in the first section of a code, outside quotes, brackets and escapes.
    ///
    /// A month and a minute share a letter: it is a minute where hours or seconds are shown and no day and no year.
    static func shown(code: String) -> Shown {
        var (letters, isQuoted, isBracketed, isEscaped) = (Set<Character>(), false, false, false)
        var bracket = ""
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if isBracketed {
                isBracketed = character != "]"
                // Hours, minutes or seconds in brackets are a length of time, which stays a number.
                if !isBracketed, ["h", "hh", "m", "mm", "s", "ss"].contains(bracket) { return Shown() }
                bracket.append(character)
            } else {
                switch character {
                case "\"": isQuoted = true
                case "[": (isBracketed, bracket) = (true, "")
                case "\\", "_", "*": isEscaped = true
                case ";": return shown(letters)
                default: letters.insert(character)
                }
            }
        }
        return shown(letters)
    }

    private static func shown(_ letters: Set<Character>) -> Shown {
        // "General" has letters of dates and is none; a digit's place belongs to a number.
        if letters.contains("n") || letters.contains("#") || letters.contains("?") { return Shown() }
        let clock = letters.contains("h") || letters.contains("s")
        let date = letters.contains("y") || letters.contains("d") || letters.contains("m") && !clock
        return Shown(date: date, clock: clock)
    }
}
