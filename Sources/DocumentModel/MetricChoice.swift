/// Which metrics a table of metrics shows.
public enum MetricChoice: Equatable, Sendable {
    /// Those of these keys, in this order.
    case named([String])
    /// Those that stand further up in the document already.
    case seen
    /// Those that do not: no number stands twice.
    case unseen
}
