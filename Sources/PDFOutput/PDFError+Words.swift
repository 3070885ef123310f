extension PDFError: CustomStringConvertible {
    /// One line without a full stop: place, fact, remedy.
    public var message: String {
        switch self {
        case .noCairo: "libcairo.so.2 is not installed, and pictures need it; install libcairo2"
        case .noPages: "there is no page to draw"
        case .pageSize(let page, let width, let height):
            "page \(page): \(width) × \(height) points is no size for a page; both must lie between 1 and 14400"
        case .coordinate(let page): "page \(page): a coordinate is not a finite number"
        case .image(let page): "page \(page): a picture cannot be drawn; use an undamaged PNG, JPEG or SVG file"
        case .font(let error): error.message
        case .cairo(.create, _, let reason): "cannot begin drawing: \(reason)"
        case .cairo(.draw, _, let reason): "cannot draw: \(reason)"
        }
    }

    /// The message.
    public var description: String { message }
}
