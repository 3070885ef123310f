import CommandLineArguments
import DocumentModel
import Graphics
import Reports
import SystemFiles

/// The options of everything that renders: files are read here, so that nothing below touches the file system.
enum RenderingOptions {
    static func options(_ arguments: ParsedArguments) throws -> ReportOptions {
        var options = ReportOptions(template: try template(arguments.value("template") ?? "full"))
        options.sections = try arguments.list("sections")
        options.without = try arguments.list("without") ?? []
        options.paper = PageStyle.Paper(rawValue: arguments.value("paper") ?? "a4") ?? .a4
        options.theme = Themes.theme(named: arguments.value("theme") ?? "light") ?? .light
        options.title = arguments.value("title")
        options.subtitle = arguments.value("subtitle")
        options.logo = try arguments.value("logo").map { try logo($0, arguments) }
        options.commentary = try arguments.value("commentary").map(text)
        options.variables = try arguments.pairs("set").map { (name: $0.key, value: $0.value) }
        return options
    }

    /// A shipped template's name, or else a path; what has neither a slash nor an ending was meant as a name.
    static func template(_ text: String) throws -> TemplateChoice {
        if TemplateLibrary.shippedNames.contains(text) { return .shipped(text) }
        let isPath = text.contains("/") || text.contains(".")
        guard isPath || FileSystem.kind(of: text) == .regular else { return .shipped(text) }
        return try ownTemplate(text)
    }

    /// A template of the user's with the files beside it, which it may include or extend by name.
    static func ownTemplate(_ path: String) throws -> TemplateChoice {
        let folder = FileSystem.parent(of: path)
        let ending = FileSystem.fileExtension(of: path)
        var beside: [String: String] = [:]
        for name in try FileSystem.listDirectory(folder)
        where name != FileSystem.name(of: path) && isTemplate(name, like: ending) {
            let neighbour = FileSystem.join(folder, name)
            guard FileSystem.kind(of: neighbour) == .regular else { continue }
            beside[name] = String(decoding: try FileSystem.readFile(neighbour, limit: largestTemplate), as: UTF8.self)
        }
        return .own(name: path, text: try text(path), beside: beside)
    }

    private static let largestTemplate = 1 << 20

    private static func isTemplate(_ name: String, like ending: String) -> Bool {
        let own = FileSystem.fileExtension(of: name)
        return own == ending || ["report", "html", "htm", "txt", "jinja", "j2", "xml", "md"].contains(own)
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try FileSystem.readFile(path), as: UTF8.self)
    }

    private static func logo(_ path: String, _ arguments: ParsedArguments) throws -> ImageData {
        guard let image = ImageData(png: try FileSystem.readFile(path)) else {
            throw arguments.error(.unsuitableValue(of: "--logo", value: path, expected: "a PNG file"))
        }
        return image
    }
}
