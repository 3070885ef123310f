/// Where a value of a run came from; every field of a run says so, and `inspect` prints it.
public enum Sourced<Value: Sendable>: Sendable {
    /// The engine or the user wrote it.
    case given(Value)
    /// Computed from other fields; the text says how: `first equity point`.
    case derived(Value, String)
    /// Not there.
    case absent

    /// The value, however it was found.
    public var value: Value? {
        switch self {
        case .given(let value), .derived(let value, _): value
        case .absent: nil
        }
    }
}

extension Sourced: Equatable where Value: Equatable {}
