import Containers
import DocumentModel
import Formatting
import Graphics

/// Reads `theme.toml`: a shipped theme with some of it changed. What is not known is an error with the nearest name.
public enum ThemeFile {
    /// The theme of a file.
    public static func theme(_ bytes: [UInt8]) throws(ThemeFileError) -> Theme {
        let value: JSONValue
        do throws(TOMLReader.Failure) { value = try TOMLReader.parse(bytes) } catch {
            switch error {
            case .syntax(let mistake):
                throw ThemeFileError(
                    "not TOML: \(mistake.fact)", line: mistake.line, column: mistake.column)
            case .nested: throw ThemeFileError("tables are nested too deeply")
            }
        }
        guard case .object(let members) = value else { throw ThemeFileError("not a table") }
        return try Reader(text: String(decoding: bytes, as: UTF8.self)).theme(members)
    }

    /// A shipped theme as such a file, for a start.
    public static func text(of theme: Theme) -> String {
        func colors(_ palette: Palette) -> String {
            ColorRole.allCases.map { "\($0.rawValue) = \"\(palette[$0].hexText)\"\n" }.joined()
        }
        let margins = theme.margins ?? PageStyle().margins
        return """
            base = "\(theme.name)"
            # brand = "#7a0019"   # one colour from which the others follow

            [colors]              # on paper and on light screens
            \(colors(theme.palette))
            [colors.dark]         # on dark screens
            \(colors(theme.darkPalette))
            [type]                # in points
            title = \(theme.type.title)
            headline = \(theme.type.headline)
            heading = \(theme.type.heading)
            body = \(theme.type.body)
            small = \(theme.type.small)
            figure-title = \(theme.chart.titleSize)
            figure-label = \(theme.chart.labelSize)

            [spacing]             # in points
            rhythm = \(theme.rhythm)
            gutter = \(theme.gutter)

            [page]                # margins in points
            top = \(margins.top)
            right = \(margins.right)
            bottom = \(margins.bottom)
            left = \(margins.left)

            [fonts]
            # family = "Source Sans 3"   # installed on the machine that makes the report

            """
    }
}

/// Why a theme file cannot be used, and where.
public struct ThemeFileError: Error, Equatable, Sendable {
    /// The fact and what to do.
    public let text: String
    /// 1-based, where known.
    public let line: Int?
    /// 1-based, where known.
    public let column: Int?

    init(_ text: String, line: Int? = nil, column: Int? = nil) {
        self.text = text
        self.line = line
        self.column = column
    }

    /// `FILE:LINE:COLUMN: fact`.
    public func message(file: String) -> String {
        ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") + ": "
            + text
    }
}

/// Applies the members of a theme file.
private struct Reader {
    let text: String

    func theme(_ members: [JSONMember]) throws(ThemeFileError) -> Theme {
        let known = ["base", "brand", "colors", "type", "spacing", "page", "fonts"]
        for member in members where !known.contains(member.name) { throw unknown(member.name, known) }
        var theme = try base(members)
        if let brand = members.first(where: { $0.name == "brand" }) {
            theme = BrandPalette.applied(try color(brand.value, "brand"), to: theme)
        }
        for member in members {
            switch member.name {
            case "colors": try colors(try table(member), &theme)
            case "type": try sizes(try table(member), &theme)
            case "spacing": try spacing(try table(member), &theme)
            case "page": try page(try table(member), &theme)
            case "fonts": try fonts(try table(member), &theme)
            default: break
            }
        }
        return theme
    }

    private func base(_ members: [JSONMember]) throws(ThemeFileError) -> Theme {
        guard let base = members.first(where: { $0.name == "base" }) else { return .light }
        guard case .string(let name) = base.value, let theme = Themes.theme(named: name) else {
            throw error("'base' must be one of \(Themes.names.joined(separator: ", "))", at: "base")
        }
        return theme
    }

    private func colors(_ members: [JSONMember], _ theme: inout Theme) throws(ThemeFileError) {
        for member in members {
            if member.name == "dark" {
                for dark in try table(member) { try set(dark, in: &theme.darkPalette) }
            } else {
                try set(member, in: &theme.palette)
            }
        }
    }

    private func set(_ member: JSONMember, in palette: inout Palette) throws(ThemeFileError) {
        guard let role = ColorRole(rawValue: member.name) else {
            throw unknown(member.name, ColorRole.allCases.map(\.rawValue))
        }
        palette[role] = try color(member.value, member.name)
    }

    private func sizes(_ members: [JSONMember], _ theme: inout Theme) throws(ThemeFileError) {
        for member in members {
            let size = try number(member, 3...72)
            switch member.name {
            case "title": theme.type.title = size
            case "headline": theme.type.headline = size
            case "heading": theme.type.heading = size
            case "body": theme.type.body = size
            case "small": theme.type.small = size
            case "figure-title": theme.chart.titleSize = size
            case "figure-label": theme.chart.labelSize = size
            default:
                throw unknown(
                    member.name,
                    ["title", "headline", "heading", "body", "small", "figure-title", "figure-label"])
            }
        }
    }

    private func spacing(_ members: [JSONMember], _ theme: inout Theme) throws(ThemeFileError) {
        for member in members {
            switch member.name {
            case "rhythm": theme.rhythm = try number(member, 1...20)
            case "gutter": theme.gutter = try number(member, 0...100)
            default: throw unknown(member.name, ["rhythm", "gutter"])
            }
        }
    }

    private func page(_ members: [JSONMember], _ theme: inout Theme) throws(ThemeFileError) {
        var margins = theme.margins ?? PageStyle().margins
        for member in members {
            let points = try number(member, 0...200)
            switch member.name {
            case "top": margins.top = points
            case "right": margins.right = points
            case "bottom": margins.bottom = max(points, PageStyle().footerHeight + 6)
            case "left": margins.left = points
            default: throw unknown(member.name, ["top", "right", "bottom", "left"])
            }
        }
        theme.margins = margins
    }

    private func fonts(_ members: [JSONMember], _ theme: inout Theme) throws(ThemeFileError) {
        for member in members {
            guard member.name == "family" else { throw unknown(member.name, ["family"]) }
            guard case .string(let family) = member.value, !family.isEmpty else {
                throw error("'family' must be the name of an installed family", at: "family")
            }
            theme.fontFamily = family
        }
    }

    // MARK: Values

    private func table(_ member: JSONMember) throws(ThemeFileError) -> [JSONMember] {
        guard case .object(let members) = member.value else {
            throw error("'\(member.name)' must be a table", at: member.name)
        }
        return members
    }

    private func color(_ value: JSONValue, _ name: String) throws(ThemeFileError) -> Color {
        guard case .string(let text) = value, let color = Color(text: text) else {
            throw error("'\(name)' must be a colour such as \"#7a0019\"", at: name)
        }
        return color
    }

    private func number(_ member: JSONMember, _ range: ClosedRange<Double>) throws(ThemeFileError)
        -> Double
    {
        let number: Double? =
            switch member.value {
            case .integer(let number): Double(number)
            case .number(let number): number
            default: nil
            }
        guard let number, range.contains(number) else {
            throw error(
                "'\(member.name)' must be a number of points from \(Int(range.lowerBound)) to \(Int(range.upperBound))",
                at: member.name)
        }
        return number
    }

    private func unknown(_ name: String, _ known: [String]) -> ThemeFileError {
        let nearest = NearestMatch.of(name, in: known)
        return error(
            "unknown key '\(name)'"
                + (nearest.map { "; did you mean '\($0)'?" }
                    ?? "; there are \(known.joined(separator: ", "))"),
            at: name)
    }

    /// The line on which a key stands: the first that begins with it, or names its table.
    private func error(_ message: String, at key: String) -> ThemeFileError {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let index = lines.firstIndex { line in
            let line = line.drop { $0 == " " || $0 == "\t" || $0 == "[" || $0 == "\"" }
            guard line.hasPrefix(key) else { return false }
            return line.dropFirst(key.count).first.map { " \t=]\".".contains($0) } ?? true
        }
        return ThemeFileError(message, line: index.map { $0 + 1 })
    }
}
