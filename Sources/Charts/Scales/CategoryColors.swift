import Graphics

/// Colours of things that have no order: runs, symbols, sectors.
public enum CategoryColors {
    /// How many can be told apart; what comes after them shares the colour of the others.
    public static let count = roles.count

    /// The colour of the category with an index, counted from 0: beyond ``count`` that of `other`.
    public static func role(at index: Int) -> ColorRole { roles.indices.contains(index) ? roles[index] : .other }

    private static let roles: [ColorRole] = [.category1, .category2, .category3, .category4, .category5, .category6]
}
