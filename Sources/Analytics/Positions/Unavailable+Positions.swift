/// Causes that lie in positions and the account's value.
extension Unavailable {
    /// A run that records no positions.
    public static let noPositions = Unavailable("no_positions", "no positions recorded")
    /// Recorded positions that are all zero.
    public static let nothingHeld = Unavailable("nothing_held", "nothing was ever held")

    /// Positions of classes of assets, where those of symbols are needed.
    public static let positionsOfClasses = Unavailable(
        "positions_of_classes", "positions are recorded by class of asset, not by symbol")

    static let noMoney = Unavailable("no_account_value", "the account's value in money is not known")
}
