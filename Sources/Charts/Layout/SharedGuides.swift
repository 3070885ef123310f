/// What the panels of a grid have in common, so that they can be compared; nil leaves it to the panel.
struct SharedGuides {
    /// Widths left and right of a plotting area.
    struct Margins: Equatable {
        var left: Double
        var right: Double
    }

    /// Widths beside the plotting area.
    var margins: Margins?
    /// Rows of labels under it.
    var rows: Int?
    /// What stays free at its sides.
    var horizontalPadding: PanelPadding?
    /// What stays free at its top and bottom.
    var verticalPadding: PanelPadding?
    /// Whether room for a heading is kept where a panel has none.
    var keepsHeading = false
}
