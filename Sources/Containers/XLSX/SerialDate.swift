/// Dates as spreadsheets count them: days since the end of 1899, or since the beginning of 1904.
enum SerialDate {
    /// The cell of a number that a format shows as date or time; a plain number where no date is so far.
    static func cell(_ serial: Double, _ shown: NumberFormats.Shown, since1904: Bool) -> SpreadsheetCell {
        // Up to the year 9999.
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return .number(serial) }
        let milliseconds = Int64((serial * 86_400_000).rounded())
        // A whole date behind a format of hours is still a date.
        if !shown.date, serial < 1 {
            return .time(milliseconds: milliseconds % 86_400_000, hasDate: false, hasClock: true)
        }
        var days = milliseconds / 86_400_000
        if since1904 {
            days -= 24_107
        } else {
            // The year 1900 has a 29th of February here, which is day 60.
            days -= days < 60 ? 25_568 : 25_569
        }
        let clock = milliseconds % 86_400_000
        return .time(milliseconds: days * 86_400_000 + clock, hasDate: true, hasClock: shown.clock || clock != 0)
    }
}
