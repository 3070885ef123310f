import CommandLineArguments
import Formatting
import Graphics

/// Options of what is rendered, with the types of their values.
extension Options {
    private static let rendering = "Rendering"

    /// The sections of a report and their order.
    static func sections(_ known: [String]) -> Option<[String]?> {
        Option.optional(
            "sections", value: "LIST", kind: .list(known), .list, group: rendering,
            help: "these sections alone, in this order; one that a run has nothing for is skipped")
    }
    /// The sections that a report leaves out.
    static func without(_ known: [String]) -> Option<[String]?> {
        Option.optional(
            "without", value: "LIST", kind: .list(known), .list, group: rendering, help: "all sections but these")
    }
    /// Variables of the template.
    static let variables = Option.repeated(
        "set", value: "KEY=VALUE", .pair, group: rendering, help: "variable of the template")
    /// The house's colour, for reports.
    static let brand = Option.optional(
        "brand", value: "COLOUR", .colour, group: rendering,
        help: "colour of your house, such as '#7a0019', from which others follow")
    /// The house's colour, for single pictures.
    static let brandOfPicture = Option.optional(
        "brand", value: "COLOUR", .colour, help: "colour of your house, such as '#7a0019'")
    /// How numbers and dates of pages, pictures and tables for people read.
    static func locale(group: String = OptionSpecification.defaultGroup) -> Option<DisplayLanguage?> {
        Option.optional(
            "locale", value: "TAG", kind: .name(DisplayLanguage.all.map(\.tag)), .language, group: group,
            help: "how numbers and dates read, such as de or en-GB; words stay English, data files as they are")
    }
    /// Width and height of a figure.
    static let size = Option.required(
        "size", value: "WxH", .size, default: "900x420", help: "width and height in points")
}
