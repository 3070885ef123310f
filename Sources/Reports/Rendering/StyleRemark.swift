/// What a template's own style sheet asks for in vain.
enum StyleRemark {
    /// Rules that a page's policy keeps from loading anything, named once each.
    static func all(of style: String) -> [ReportRemark] {
        let lower = style.lowercased()
        let wanted = ["@import", "@font-face", "url("].filter { lower.contains($0) }
        guard !wanted.isEmpty else { return [] }
        return [
            ReportRemark(
                code: "style_loads_nothing", isWarning: true,
                text:
                    "\(NeighbouringFiles.styleSheet): \(wanted.joined(separator: ", ")) loads nothing: a page asks for no "
                    + "file; fonts are chosen with --font, pictures placed with <img>")
        ]
    }
}
