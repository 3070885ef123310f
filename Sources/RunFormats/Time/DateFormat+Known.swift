/// The ways of writing dates that are recognised without an option, beside ISO 8601.
extension DateFormat {
    /// Days, behind which a time may stand.
    static let days: [DateFormat] = {
        var texts = ["%Y%m%d", "%d%m%Y", "%m%d%Y", "%Y %m %d"]
        for mark in ["-", "/", "."] {
            for parts in [
                ["%Y", "%m", "%d"], ["%d", "%m", "%Y"], ["%m", "%d", "%Y"], ["%d", "%m", "%y"], ["%m", "%d", "%y"],
                ["%y", "%m", "%d"],
            ] {
                texts.append(parts.joined(separator: mark))
            }
            for year in ["%Y", "%y"] { texts.append(["%d", "%b", year].joined(separator: mark)) }
            texts += ["%Y\(mark)%b\(mark)%d", "%b\(mark)%d\(mark)%Y"]
        }
        texts += ["%d%b%Y", "%d%b%y", "%b %d, %Y", "%b %d %Y", "%b. %d, %Y", "%Y %b %d"]
        for year in ["%Y", "%y"] { texts += ["%d %b \(year)", "%d. %b \(year)", "%d %b, \(year)"] }
        texts += texts.filter { $0.contains("b") || $0.hasPrefix("%Y-") }.flatMap { ["%a \($0)", "%a, \($0)"] }
        return texts.compactMap { DateFormat($0, allowsTime: true) }
            + [DateFormat("%a %b %d %H:%M:%S %Y")].compactMap { $0 }
    }()

    /// Whole months, quarters and years.
    static let labels: [DateFormat] =
        [
            "%Y-%m", "%Y/%m", "%Y.%m", "%Y%m", "%Y %m", "%YM%m", "%Y-M%m", "%m/%Y", "%m-%Y", "%m.%Y", "%b-%Y", "%b %Y",
            "%b/%Y", "%b.%Y", "%b%Y", "%b, %Y", "%Y-%b", "%Y/%b", "%Y %b", "%Y%b", "%b-%y", "%b %y", "%b/%y", "%b%y",
            "%YQ%q", "%Y-Q%q", "%Y/Q%q", "%Y.Q%q", "%Y Q%q", "%Y-%qQ", "%Y%qQ", "Q%q-%Y", "Q%q/%Y", "Q%q %Y", "Q%q%Y",
            "%qQ%Y",
            "%qQ %Y", "%qQ%y", "Q%q %y", "Q%q-%y", "%Y",
        ].compactMap { DateFormat($0) }

    /// Whether a text is a day in some known form, whichever reading is right.
    static func isDay(_ text: String) -> Bool {
        TimestampText.timestamp(text) != nil || days.contains { $0.timestamp(text) != nil }
    }

    /// Whether a text is a day, month, quarter or year in some known form.
    static func isTimestamp(_ text: String) -> Bool { isDay(text) || labels.contains { $0.timestamp(text) != nil } }
}
