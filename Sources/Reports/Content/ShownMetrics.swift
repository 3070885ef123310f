/// The metrics that a document has shown so far, while it is made from top to bottom.
final class ShownMetrics {
    /// Their keys.
    var keys: Set<String> = []
}
