import CommandLineArguments
import DocumentModel
import Graphics
import Reports
import SystemFiles

/// `--theme` and `--brand`.
enum ThemeOptions {
    /// The theme of the command line: a shipped one or a file's, in the brand's colour.
    static func theme(_ arguments: ParsedArguments) throws -> Theme {
        let name = arguments.value("theme") ?? "light"
        let isPath = name.contains("/") || name.contains(".") || FileSystem.kind(of: name) == .regular
        guard Themes.names.contains(name) || isPath else {
            throw arguments.error(
                .unsuitableValue(
                    of: "--theme", value: name,
                    expected: "\(Themes.names.joined(separator: ", ")), or a theme file"))
        }
        let theme = try named(name, option: "--theme")
        guard let brand = arguments[Options.brand] else { return theme }
        guard name != "grayscale" else {
            throw arguments.error(
                .unsuitableValue(of: "--theme", value: name, expected: "a theme with colours beside --brand"))
        }
        return BrandPalette.applied(brand, to: theme)
    }

    /// A shipped theme by its name, or the one of a file.
    static func named(_ text: String, option: String) throws -> Theme {
        if let theme = Themes.theme(named: text) { return theme }
        let bytes = try OptionFile.read(text, option: option, limit: OptionFile.largestText)
        do throws(ThemeFileError) { return try ThemeFile.theme(bytes) } catch {
            throw ThemeError(message: error.message(file: text))
        }
    }
}

/// A theme file that cannot be used.
struct ThemeError: Error {
    /// Place, fact, remedy.
    let message: String
}
