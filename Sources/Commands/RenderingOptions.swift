import CommandLineArguments
import DocumentModel
import Formatting
import Graphics
import PictureFiles
import Reports
import SystemFiles

/// The options of everything that renders: files are read here, so that nothing below touches the file system.
enum RenderingOptions {
    static func options(_ arguments: ParsedArguments) throws -> ReportOptions {
        var options = ReportOptions(template: try template(arguments.value("template") ?? "full"))
        options.sections = arguments[Options.sections([])]
        options.without = arguments[Options.without([])] ?? []
        options.paper = arguments[Options.paper]
        options.theme = try ThemeOptions.theme(arguments)
        options.language = arguments[Options.locale()] ?? .standard
        options.title = arguments.value("title")
        options.subtitle = arguments.value("subtitle")
        options.logo = try arguments.value("logo").map { try logo($0, arguments) }
        options.commentary = try arguments.value("commentary").map { try OptionFile.text($0, option: "--commentary") }
        options.files = files(beside: arguments.value("template"))
        options.variables = arguments[Options.variables].map { (name: $0.key, value: $0.value) }
        return options
    }

    /// A shipped template's name, or else a path; what has neither a slash nor an ending was meant as a name.
    static func template(_ text: String) throws -> TemplateChoice {
        if TemplateLibrary.shippedNames.contains(text) { return .shipped(text) }
        let isPath = text.contains("/") || text.contains(".")
        guard isPath || FileSystem.kind(of: text) == .regular else { return .shipped(text) }
        return try ownTemplate(text, option: "--template")
    }

    /// A template of the user's with the files beside it, which it may include or extend by name.
    static func ownTemplate(_ path: String, option: String) throws -> TemplateChoice {
        let text = try OptionFile.text(path, option: option)
        let beside = NeighbouringTemplates(list: { neighbours(of: path) }, read: { neighbour($0, of: path) })
        return .own(name: path, text: text, beside: beside)
    }

    /// Data, pictures and the style sheet in the folder of a template of the user's own.
    static func files(beside template: String?) -> NeighbouringFiles {
        guard let template, !TemplateLibrary.shippedNames.contains(template),
            FileSystem.kind(of: template) == .regular
        else { return NeighbouringFiles() }
        let folder = FileSystem.parent(of: template)
        return NeighbouringFiles {
            fileNames(in: folder)
        } read: { name in
            let file = FileSystem.join(folder, name)
            guard FileSystem.kind(of: file) == .regular else { return nil }
            return try? FileSystem.readFile(file, limit: OptionFile.largestPicture)
        }
    }

    /// The names of data, pictures and the style sheet in a folder, sorted.
    static func fileNames(in folder: String) -> [String] {
        ((try? FileSystem.listDirectory(folder)) ?? []).filter {
            (["csv"] + Logo.endings).contains(FileSystem.fileExtension(of: $0)) || $0 == NeighbouringFiles.styleSheet
        }.sorted()
    }

    private static func neighbours(of path: String) -> [String] {
        let names = (try? FileSystem.listDirectory(FileSystem.parent(of: path))) ?? []
        return names.filter {
            $0 != FileSystem.name(of: path) && isTemplate($0, like: FileSystem.fileExtension(of: path))
        }
    }

    /// A plain file of the template's own folder; a name that leads elsewhere is none.
    private static func neighbour(_ name: String, of path: String) -> NeighbouringTemplates.Reading {
        let file = FileSystem.join(FileSystem.parent(of: path), name)
        guard !name.contains("/"), name != FileSystem.name(of: path),
            isTemplate(name, like: FileSystem.fileExtension(of: path)), FileSystem.kind(of: file) == .regular
        else { return .absent }
        do throws(FileError) {
            let bytes = try FileSystem.readFile(file, limit: OptionFile.largestText + 1)
            guard bytes.count <= OptionFile.largestText else { return .unreadable("it is larger than 1 MB") }
            return .text(String(decoding: bytes, as: UTF8.self))
        } catch { return .unreadable(error.reason) }
    }

    private static func isTemplate(_ name: String, like ending: String) -> Bool {
        let own = FileSystem.fileExtension(of: name)
        return own == ending || ["report", "html", "htm", "txt", "jinja", "j2", "xml", "md"].contains(own)
    }

    /// The picture, decoded once to see that it can be: no report of a batch is begun with one that cannot.
    private static func logo(_ path: String, _ arguments: ParsedArguments) throws -> ImageData {
        let bytes = try OptionFile.read(path, option: "--logo", limit: OptionFile.largestPicture)
        do throws(PictureFault) { return try Logo.read(bytes) } catch {
            throw OptionFileError(option: "--logo", path: path, fact: .unusable(error.message))
        }
    }
}
