/// The elements that become blocks, by their names in markup: one that is missing where blocks are made does not compile.
enum BlockName: String, CaseIterable {
    case section, heading, tiles, figure, table, grid, group, note, caution, rule, space
    case paragraph = "p"
    case list = "ul"
    case numberedList = "ol"
    case code = "pre"
    case titleBand = "title-band"
    case picture = "img"
    case pageBreak = "page-break"
}
