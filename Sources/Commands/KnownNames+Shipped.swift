extension KnownNames {
    /// The names of what this build ships.
    public static let shipped = KnownNames(
        profiles: ["standard"], calendars: ["xnys", "24x7", "fx"], metrics: [], figures: [],
        templates: ["full", "summary"], sections: [], themes: ["light"])
}
