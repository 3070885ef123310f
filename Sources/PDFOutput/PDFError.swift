import TextShaping

/// Why pages could not be drawn. The words are in `PDFError+Words.swift`.
public enum PDFError: Error, Equatable, Sendable {
    /// What was being done when Cairo gave up.
    public enum Operation: Equatable, Sendable {
        /// Making the surface and its context.
        case create
        /// Drawing on it.
        case draw
    }

    /// The library that draws is not installed.
    case noCairo
    /// A document without pages.
    case noPages
    /// A page without extent, or larger than PDF allows (14,400 points); pages count from 1.
    case pageSize(page: Int, width: Double, height: Double)
    /// A coordinate that is not a number or infinite; pages count from 1.
    case coordinate(page: Int)
    /// A picture that cannot be drawn: damaged, or JPEG where pixels are asked for; pages count from 1.
    case image(page: Int)
    /// A face that cannot be drawn with.
    case font(FontError)
    /// Cairo's sticky status, with Cairo's own words for it.
    case cairo(Operation, status: Int, reason: String)
}
