/// The elements of report markup with their attributes and what may stand in them: data that checks and documentation
/// share.
enum MarkupVocabulary {
    /// What may stand in an element.
    enum Content: Equatable {
        /// Nothing.
        case none
        /// Text only.
        case text
        /// Text and inline elements.
        case inline
        /// Blocks.
        case blocks
        /// Text and inline elements, or paragraphs.
        case remark
        /// Text and inline elements, and lists.
        case item
        /// These elements.
        case elements([String])
    }

    /// One attribute.
    struct Attribute {
        var name: String
        var isRequired = false
        /// Whether the bare name is a value.
        var isFlag = false
    }

    /// One element.
    struct Element {
        var name: String
        var attributes: [Attribute] = []
        var content: Content
    }

    /// Elements that may stand where blocks may.
    static let blocks: [Element] = [
        Element(
            name: "section", attributes: [optional("title"), optional("detail"), optional("anchor"), optional("keep")],
            content: .blocks),
        Element(
            name: "heading", attributes: [required("level"), optional("detail"), optional("anchor")], content: .text),
        Element(name: "p", attributes: [flag("small")], content: .inline),
        Element(name: "ul", content: .elements(["li"])),
        Element(name: "ol", attributes: [optional("start")], content: .elements(["li"])),
        Element(name: "pre", content: .text),
        Element(name: "title-band", content: .none),
        Element(name: "tiles", attributes: [optional("metrics")], content: .elements(["tile"])),
        Element(
            name: "figure",
            attributes: [
                optional("name"), optional("type"), optional("data"), optional("x"), optional("y"), optional("value"),
                optional("title"), optional("subtitle"), optional("alt"), optional("unit"), optional("scale"),
                optional("caption"), optional("height"), optional("least"), optional("most"), flag("optional"),
            ], content: .none),
        Element(
            name: "img",
            attributes: [required("src"), required("alt"), optional("width"), optional("caption")], content: .none),
        Element(
            name: "table",
            attributes: [
                optional("name"), optional("rows"), optional("metrics"), optional("title"), optional("subtitle"),
                optional("footnote"), flag("sortable"), flag("small"), flag("run-in"),
            ], content: .elements(["thead", "tbody"])),
        Element(name: "grid", attributes: [required("columns"), flag("balance")], content: .blocks),
        Element(name: "group", attributes: [required("keep")], content: .blocks),
        Element(name: "note", attributes: [optional("title")], content: .remark),
        Element(name: "caution", attributes: [optional("title")], content: .remark),
        Element(name: "rule", content: .none),
        Element(name: "space", attributes: [required("size")], content: .none),
        Element(name: "page-break", content: .none),
    ]

    /// Elements that may stand within text.
    static let inlines: [Element] = [
        Element(name: "b", content: .text),
        Element(name: "em", content: .text),
        Element(name: "code", content: .text),
        Element(name: "a", attributes: [required("href")], content: .text),
        Element(name: "small", content: .text),
        Element(name: "muted", content: .text),
        Element(name: "br", content: .none),
    ]

    /// Elements that stand in one other element only.
    static let parts: [Element] = [
        Element(
            name: "tile",
            attributes: [optional("metric"), optional("label"), optional("value"), optional("detail")],
            content: .none),
        Element(name: "li", content: .item),
        Element(name: "cell", content: .blocks),
        Element(name: "thead", content: .elements(["tr"])),
        Element(name: "tbody", content: .elements(["tr"])),
        Element(name: "tr", attributes: [optional("role")], content: .elements(["th", "td"])),
        Element(name: "th", attributes: [optional("align"), optional("stretch")], content: .text),
        Element(name: "td", attributes: [optional("tone"), optional("sort"), optional("help")], content: .text),
    ]

    /// Every element.
    static let all = blocks + inlines + parts

    /// The element of a name.
    static func element(_ name: String) -> Element? { all.first { $0.name == name } }

    /// Names of the elements that may stand directly in another; the nameless one is the document.
    static func allowed(in parent: String, _ content: Content) -> [String] {
        switch content {
        case .none, .text: []
        case .inline: inlines.map(\.name)
        case .remark: ["p"] + inlines.map(\.name)
        case .item: ["ul", "ol"] + inlines.map(\.name)
        case .blocks: (parent == "grid" ? ["cell"] : []) + blocks.map(\.name)
        case .elements(let names): names
        }
    }

    private static func required(_ name: String) -> Attribute { Attribute(name: name, isRequired: true) }
    private static func optional(_ name: String) -> Attribute { Attribute(name: name) }
    private static func flag(_ name: String) -> Attribute { Attribute(name: name, isFlag: true) }
}
