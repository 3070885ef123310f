import Synchronization

/// Statistics by their type, each computed when first asked for.
///
/// The lock is held for looking up and for keeping, never while something is computed: a statistic may ask for others. Two
/// threads may then compute the same statistic at once; both get the same numbers, and one of the two copies is kept.
final class StatisticCache: Sendable {
    private let results = Mutex<[ObjectIdentifier: any CachedResult]>([:])

    /// The statistic of a type for a context.
    func value<Value: Statistic>(_ type: Value.Type, in context: MetricContext) throws(Value.Failure) -> Value {
        let key = ObjectIdentifier(type)
        if let known = results.withLock({ $0[key] }) as? Computed<Value> { return try known.result.get() }
        let made = Computed(Result { () throws(Value.Failure) in try Value(context) })
        results.withLock { $0[key] = made }
        return try made.result.get()
    }

    /// What has been asked for so far, by the names of the types, in alphabetical order.
    var names: [String] { results.withLock { $0.values.map(\.name) }.sorted() }
}

/// A result of any statistic.
private protocol CachedResult: AnyObject, Sendable {
    var name: String { get }
}

/// A class, because finding a class behind a protocol takes a comparison and finding a value takes a conversion.
private final class Computed<Value: Statistic>: CachedResult {
    let result: Result<Value, Value.Failure>

    init(_ result: Result<Value, Value.Failure>) { self.result = result }

    var name: String { String(describing: Value.self) }
}
