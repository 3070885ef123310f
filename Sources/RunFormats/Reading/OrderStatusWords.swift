import RunModel

/// What engines call the status of an order.
enum OrderStatusWords {
    private static let words: [String: Order.Status] = [
        "filled": .filled, "executed": .filled, "completed": .filled, "complete": .filled, "closed": .filled,
        "partly_filled": .partlyFilled, "partially_filled": .partlyFilled, "partial": .partlyFilled,
        "cancelled": .cancelled, "canceled": .cancelled, "pending_cancel": .cancelled, "cancelpending": .cancelled,
        "expired": .expired, "timed_out": .expired,
        "rejected": .rejected, "denied": .rejected, "invalid": .rejected, "margin": .rejected,
        "open": .open, "new": .open, "submitted": .open, "accepted": .open, "created": .open, "initialized": .open,
        "pending": .open, "pending_update": .open, "triggered": .open, "emulated": .open, "released": .open,
        "partiallyfilled": .partlyFilled, "updatesubmitted": .open, "none": .open,
    ]

    /// The status that a word means, in any case and with blanks or hyphens between its parts; nil for none that is known.
    static func status(_ text: String) -> Order.Status? { words[ColumnNames.normalised(text)] }

    /// The status of an order of which so many units were filled.
    static func status(filled: Double, of quantity: Double, hasEnded: Bool) -> Order.Status {
        if filled >= quantity.magnitude * (1 - 1e-9) { return .filled }
        if filled > 0 { return .partlyFilled }
        return hasEnded ? .cancelled : .open
    }
}
