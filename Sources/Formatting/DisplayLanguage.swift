/// How the readers of a language write numbers and dates. Words of reports stay English.
///
/// Signs, groups and the order of dates are those of the Unicode CLDR; see ``all`` for the table. What CLDR separates by
/// a space has a narrow no-break space, and minus is U+2212 everywhere, which has the width of a digit.
public struct DisplayLanguage: Equatable, Sendable {
    /// What `--locale` takes: `de`, `pt-BR`.
    public let tag: String
    /// The language and, where it matters, the country in English.
    public let title: String
    /// Before the decimals.
    public let decimal: String
    /// Between groups of digits.
    public let group: String
    /// Between a number and its percent sign; empty for none.
    public let percent: String
    /// A date by day (`d`, `dd`), month (`M`, `MM`, `MMM`) and year (`y`).
    public let date: String
    /// Digits of the groups before the last, which has three.
    public let groupSize: Int

    /// The characters that it may write beside digits and letters.
    public var signs: Set<Unicode.Scalar> { Set((decimal + group + percent + date).unicodeScalars) }

    private init(
        _ tag: String, _ title: String, _ decimal: String, _ group: String, _ percent: String, _ date: String,
        groupSize: Int = 3
    ) {
        self.tag = tag
        self.title = title
        self.decimal = decimal
        self.group = group
        self.percent = percent
        self.date = date
        self.groupSize = groupSize
    }

    /// As reports are without a choice, after ISO 80000: `−1 234.5`, `12.3 %`, `2 Jan 2015`.
    public static let standard = DisplayLanguage("standard", "ISO 80000, month in words", ".", space, space, "d MMM y")

    private static let space = DisplayNumber.thinSpace

    /// All languages; a further one is a row. The month stands in words only where the words of the report are the
    /// reader's.
    public static let all = [
        standard,
        DisplayLanguage("en", "English, United States", ".", ",", "", "MMM d, y"),
        DisplayLanguage("en-GB", "English, United Kingdom", ".", ",", "", "d MMM y"),
        DisplayLanguage("en-IN", "English, India", ".", ",", "", "d MMM y", groupSize: 2),
        DisplayLanguage("cs", "Czech", ",", space, space, "dd.MM.y"),
        DisplayLanguage("da", "Danish", ",", ".", space, "dd.MM.y"),
        DisplayLanguage("de", "German", ",", ".", space, "dd.MM.y"),
        DisplayLanguage("de-AT", "German, Austria", ",", ".", space, "dd.MM.y"),
        DisplayLanguage("de-CH", "German, Switzerland", ".", "'", "", "dd.MM.y"),
        DisplayLanguage("es", "Spanish", ",", ".", space, "d/M/y"),
        DisplayLanguage("es-MX", "Spanish, Mexico", ".", ",", "", "dd/MM/y"),
        DisplayLanguage("fi", "Finnish", ",", space, space, "d.M.y"),
        DisplayLanguage("fr", "French", ",", space, space, "dd/MM/y"),
        DisplayLanguage("fr-CH", "French, Switzerland", ",", "'", "", "dd.MM.y"),
        DisplayLanguage("it", "Italian", ",", ".", "", "dd/MM/y"),
        DisplayLanguage("ja", "Japanese", ".", ",", "", "y/MM/dd"),
        DisplayLanguage("ko", "Korean", ".", ",", "", "y. M. d."),
        DisplayLanguage("nb", "Norwegian", ",", space, space, "dd.MM.y"),
        DisplayLanguage("nl", "Dutch", ",", ".", "", "dd-MM-y"),
        DisplayLanguage("pl", "Polish", ",", space, "", "d.MM.y"),
        DisplayLanguage("pt-BR", "Portuguese, Brazil", ",", ".", "", "dd/MM/y"),
        DisplayLanguage("pt-PT", "Portuguese, Portugal", ",", space, "", "dd/MM/y"),
        DisplayLanguage("ru", "Russian", ",", space, space, "dd.MM.y"),
        DisplayLanguage("sv", "Swedish", ",", space, space, "y-MM-dd"),
        DisplayLanguage("uk", "Ukrainian", ",", space, "", "dd.MM.y"),
        DisplayLanguage("zh", "Chinese", ".", ",", "", "y/M/d"),
        DisplayLanguage("zh-TW", "Chinese, Taiwan", ".", ",", "", "y/M/d"),
    ]

    /// The language of a tag, however its letters are written and with `_` for `-`; nil for one that is not in the
    /// table. No other country's language stands in for one that is missing: its readers write numbers otherwise.
    public static func named(_ tag: String) -> DisplayLanguage? {
        let wanted = String(tag.lowercased().map { $0 == "_" ? "-" : $0 })
        let same = ["en-us": "en", "de-de": "de", "fr-fr": "fr", "es-es": "es", "it-it": "it", "ja-jp": "ja"]
        return all.first { $0.tag.lowercased() == same[wanted] ?? wanted }
    }
}
