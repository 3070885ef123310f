/// English month names of three letters, January first: the words of reports are English in every language of numbers, and
/// mail has them so.
public enum MonthNames {
    /// All twelve.
    public static let short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
