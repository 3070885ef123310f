/// All filters by name. To add one, write it into one of the groups and describe it in
/// `Documentation/Templates-Language.md`.
enum FilterTable {
    private static let groups = [
        TextFilters.all, LayoutFilters.all, MarkupFilters.all, NumberFilters.all, SequenceFilters.all,
        SelectionFilters.all, DisplayFilters.all,
    ]
    private static let table = Dictionary(uniqueKeysWithValues: groups.joined().map { ($0.name, $0) })

    /// The names of all filters, sorted.
    static let names = table.keys.sorted()

    /// The filter of a name.
    static func definition(_ name: String) -> FilterDefinition? { table[name] }
}
