/// Which of the units that are held a closing fill sells.
public enum RoundTripMethod: String, CaseIterable, Sendable {
    /// First in, first out: those bought first.
    case fifo
    /// Last in, first out: those bought last.
    case lifo
    /// No units are told apart: one round trip from the first fill until nothing is held, at average prices.
    case flatToFlat = "flat"

    /// The method in words, for notes: `first in, first out`.
    public var words: String {
        switch self {
        case .fifo: "first in, first out"
        case .lifo: "last in, first out"
        case .flatToFlat: "from flat to flat"
        }
    }
}
