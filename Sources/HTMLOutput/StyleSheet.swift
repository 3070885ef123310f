import DocumentModel
import Graphics
import ShippedFiles

/// The page's style: what the theme says as variables, what the page uses as generated classes, and rules that never change.
enum StyleSheet {
    /// The style element's content.
    static func bytes(
        for document: Document, fonts: [WebFont], extraStyle: String, classes: GeneratedClasses
    ) -> [UInt8] {
        var css = MarkupBuffer()
        css.reserve(12_000 + fonts.reduce(0) { $0 + $1.woff.count * 4 / 3 })
        css.markup("\n")
        for font in fonts { font.writeFace(to: &css) }
        writeVariables(document, to: &css)
        css.markup(shipped("screen"))
        writeRoleClasses(to: &css)
        for (name, rule) in classes.rules { write(rule, name, to: &css) }
        MixRules(classes).write(to: &css)
        ReadableRules(classes, theme: document.theme).write(to: &css)
        css.markup(shipped("narrow"))
        writePaper(document, to: &css)
        css.markup(shipped("print"))
        writeExtra(extraStyle, to: &css)
        return css.bytes
    }

    /// The rules of a file in `Page/`, which never change: sizes are the theme's variables, the page is set on a grid as
    /// wide as the paper's text.
    private static func shipped(_ name: String) -> String {
        PageSource.compact(ShippedFiles.text(of: "Page/\(name).css") ?? "", comment: "/*")
    }

    /// Characters that the rules write beyond ASCII: arrows.
    static let characters = PageSource.characters(of: Array((shipped("screen") + shipped("narrow")).utf8))

    /// Colours and sizes. Sizes are in the theme's points; `--u` says how large a point is on this medium.
    private static func writeVariables(_ document: Document, to css: inout MarkupBuffer) {
        let theme = document.theme
        css.markup(":root{--u:.11rem;--font:\(WebFont.families);")
        let type = theme.type
        let sizes: [(String, Double)] = [
            ("title", type.title), ("headline", type.headline), ("heading", type.heading),
            ("subheading", (type.heading + theme.chart.titleSize) / 2), ("body", type.body),
            ("small", type.small), ("rhythm", theme.rhythm), ("gutter", theme.gutter),
            ("column", document.page.textArea.width), ("chart-title", theme.chart.titleSize),
        ]
        for (name, size) in sizes { declare(name, size, to: &css) }
        css.markup("--fig:")
        css.integer(FixedPoint.tenths.round(theme.chart.labelSize))
        css.markup("px}\n:root{color-scheme:\(theme.palette[.page].luminance > 0.5 ? "light" : "dark");")
        writeColors(theme.palette, to: &css)
        css.markup("}\n@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;")
        writeColors(theme.darkPalette, to: &css)
        css.markup("}}\n@media screen{:root[data-theme=dark]{color-scheme:dark;")
        writeColors(theme.darkPalette, to: &css)
        css.markup("}}\n")
    }

    private static func declare(_ name: String, _ size: Double, to css: inout MarkupBuffer) {
        css.markup("--\(name):calc(")
        css.number(size)
        css.markup("*var(--u));")
    }

    private static func writeColors(_ palette: Palette, to css: inout MarkupBuffer) {
        for role in ColorRole.allCases {
            css.markup("--")
            css.markup(role.cssName)
            css.markup(":")
            css.markup(palette[role].hexText)
            css.markup(";")
        }
    }

    private static func writeRoleClasses(to css: inout MarkupBuffer) {
        for role in ColorRole.allCases {
            let name = role.cssName
            css.markup(".f-\(name){fill:var(--\(name))}.s-\(name){stroke:var(--\(name))}\n")
        }
    }

    /// A template's own rules, with no way out of the style element.
    private static func writeExtra(_ style: String, to css: inout MarkupBuffer) {
        var previous: UInt8 = 0
        for byte in style.utf8 {
            if previous == UInt8(ascii: "<"), byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") {
                css.markup("\\")
            }
            css.byte(byte)
            previous = byte
        }
        if !style.isEmpty { css.markup("\n") }
    }
}

/// Generated classes.
extension StyleSheet {
    private static func write(_ rule: GeneratedClasses.Rule, _ name: String, to css: inout MarkupBuffer) {
        if case .readable = rule { return }
        if case .tableColumns(let alignment, let stretch, let muted) = rule {
            write(muted: muted, name, to: &css)
            return write(alignment: alignment, stretch: stretch, name, to: &css)
        }
        css.markup(".\(name){")
        switch rule {
        case .mix(_, _, let percent, _):
            css.markup("--m:")
            css.integer(percent)
            css.markup("%")
        case .color(let hex, let isStroke): css.markup((isStroke ? "stroke:" : "fill:") + hex)
        case .strokeWidth(let width):
            css.markup("stroke-width:")
            css.integer(width)
        case .dashes(let lengths):
            css.markup("stroke-dasharray:" + lengths.map(String.init).joined(separator: " "))
        case .fontSize(let size):
            css.markup("font-size:")
            css.integer(size)
            css.markup("px")
        case .columns(let shares): write(columns: shares, to: &css)
        case .width(let percent):
            css.markup("width:")
            css.integer(percent)
            css.markup("%;height:auto")
        case .space(let steps):
            css.markup("margin-top:calc(")
            css.number(steps)
            css.markup("*var(--rhythm))")
        case .tableColumns, .readable: break
        }
        css.markup("}\n")
    }

    private static func write(columns shares: [Double], to css: inout MarkupBuffer) {
        css.markup("grid-template-columns:")
        if shares.allSatisfy({ $0 == shares[0] }) {
            return css.markup("repeat(\(shares.count),minmax(0,1fr))")
        }
        for (index, share) in shares.enumerated() {
            css.markup(index > 0 ? " minmax(0," : "minmax(0,")
            css.number(share)
            css.markup("fr)")
        }
    }

    /// The cells of columns, counted from 1: those in a row are one selector.
    private static func selectors(of columns: [Int], _ name: String, last: Int = .max) -> String {
        var ranges: [ClosedRange<Int>] = []
        for column in columns {
            if let range = ranges.last, range.upperBound + 1 == column {
                ranges[ranges.count - 1] = range.lowerBound...column
            } else {
                ranges.append(column...column)
            }
        }
        return ranges.map { range in
            if range.count == 1 { return ".\(name) tr>:nth-child(\(range.lowerBound))" }
            let end = range.upperBound == last ? "" : ":nth-child(-n+\(range.upperBound))"
            return ".\(name) tr>:nth-child(n+\(range.lowerBound))" + end
        }.joined(separator: ",")
    }

    private static func write(muted columns: [Int], _ name: String, to css: inout MarkupBuffer) {
        guard !columns.isEmpty else { return }
        css.markup(selectors(of: columns, name) + "{color:var(--muted)}\n")
    }

    private static func write(
        alignment: String, stretch: [Double], _ name: String, to css: inout MarkupBuffer
    ) {
        for (letter, side) in [("r", "right"), ("c", "center")] {
            let columns = alignment.enumerated().filter { String($0.element) == letter }.map { $0.offset + 1 }
            guard !columns.isEmpty else { continue }
            css.markup(selectors(of: columns, name, last: alignment.count) + "{text-align:\(side)}\n")
        }
        let total = stretch.reduce(0, +)
        let letters = Array(alignment)
        func isLeft(_ index: Int) -> Bool { index < letters.count && letters[index] == "l" }
        for (index, share) in stretch.enumerated() where share > 0 {
            css.markup(".\(name) tr>:nth-child(\(index + 1)){width:")
            css.number(100 * share / total)
            css.markup(isLeft(index) ? "%;white-space:normal}\n" : "%}\n")
        }
        // A later column that takes the spare width would squeeze the names before it to a word a line.
        if stretch.first == 0, total > 0 { css.markup(".\(name) tr>:first-child{white-space:nowrap}\n") }
    }
}

/// Paper.
extension StyleSheet {
    /// The sheet, its margins, and the running footer of the PDF.
    private static func writePaper(_ document: Document, to css: inout MarkupBuffer) {
        let (page, theme) = (document.page, document.theme)
        css.markup("@page{size:")
        for length in [page.paper.size.width, page.paper.size.height] { write(points: length, to: &css) }
        css.markup(";margin:")
        let margins = page.margins
        for length in [margins.top, margins.right, margins.bottom, margins.left] { write(points: length, to: &css) }
        for (side, text) in [("left", document.info.footer), ("right", document.info.generator)] {
            css.markup(";@bottom-\(side){content:")
            writeString(text, to: &css)
            if side == "right" {
                css.markup("\(text.isEmpty ? "" : "\" · \"")\"page \"counter(page)\" of \"counter(pages)")
            }
            css.markup(";font:400 ")
            write(points: theme.type.small, to: &css)
            css.markup(WebFont.families)
            css.markup(";color:\(theme.palette[.muted].hexText);text-align:\(side);white-space:nowrap}")
        }
        css.markup("}\n")
    }

    private static func write(points: Double, to css: inout MarkupBuffer) {
        css.number(points)
        css.markup("pt ")
    }

    /// A text as a CSS string: what could end the string or the style element is written by its
    /// number, controls are dropped.
    static func writeString(_ text: String, to css: inout MarkupBuffer) {
        css.markup("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": continue
            case "\"", "\\", "<", ">", "&": css.markup("\\" + String(scalar.value, radix: 16) + " ")
            default: css.markup(String(scalar))
            }
        }
        css.markup("\"")
    }
}
