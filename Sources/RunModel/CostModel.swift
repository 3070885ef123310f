/// What a run declares of its trading costs.
public struct CostModel: Equatable, Sendable {
    /// Commission as the run describes it: `0.1 % of value`.
    public var commission: String?
    /// Slippage as the run describes it.
    public var slippage: String?

    /// A cost model; both parts may be unknown.
    public init(commission: String? = nil, slippage: String? = nil) {
        self.commission = commission
        self.slippage = slippage
    }
}
