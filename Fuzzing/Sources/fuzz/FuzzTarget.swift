import Containers
import DataOutput
import PictureFiles
import Reports
import RunFormats
import TemplateEngine

/// One way into the program for bytes from outside.
enum FuzzTarget: String, CaseIterable {
    /// The reader of JSON.
    case json
    /// The reader of TOML.
    case toml
    /// What Python prints of lists and dictionaries.
    case python
    /// The reader of Parquet.
    case parquet
    /// The reader of Arrow and Feather.
    case arrow
    /// The reader of zip archives, and of workbooks in them.
    case zip
    /// The XML of a workbook without the archive around it.
    case sheet
    /// The tables of an HTML document.
    case html
    /// A bare table, or a report of a terminal or broker: reading, analysis, JSON, CSV.
    case csv
    /// A run folder of several files, in the form of ``FolderInput``; one in eight to HTML and PDF as well.
    case folder
    /// The template engine, with few steps.
    case template
    /// Report markup to HTML and PDF.
    case markup
    /// A title, a subtitle and a commentary to HTML and PDF.
    case words
    /// A logo: PNG's head, JPEG's segments, and SVG's shapes.
    case picture

    func run(_ bytes: [UInt8]) {
        switch self {
        case .json: Self.read(json: bytes)
        case .toml: _ = try? TOMLReader.parse(bytes)
        case .python: Self.read(python: bytes)
        case .parquet: ContainerReading.parquet(bytes)
        case .arrow: ContainerReading.arrow(bytes)
        case .zip: ContainerReading.archive(bytes)
        case .sheet: ContainerReading.sheet(bytes)
        case .html: ContainerReading.html(bytes)
        case .csv: ReportMaking.table(bytes)
        case .folder: ReportMaking.folder(bytes)
        case .template: Self.render(String(decoding: bytes, as: UTF8.self))
        case .markup: ReportMaking.markup(String(decoding: bytes, as: UTF8.self))
        case .words: ReportMaking.words(String(decoding: bytes, as: UTF8.self))
        case .picture: _ = try? PictureFile.picture(bytes)
        }
    }

    /// The names that an outline finds are those of the value, wherever there is one.
    private static func read(json bytes: [UInt8]) {
        let names = JSONOutline.names(at: [], in: bytes)
        guard case .object(let members)? = try? JSONReader.parse(bytes) else { return }
        if let names, names != members.map(\.name) { fatalError("the outline has other names") }
    }

    /// Reads a value and looks at it as the readers of cells do.
    private static func read(python bytes: [UInt8]) {
        guard let value = try? PythonLiteralReader.parse(bytes[...]) else { return }
        _ = (value.finiteNumber, value.text, value["a"]?.finiteNumber, value.elements?.first?["sid"]?.text)
    }

    private static func render(_ text: String) {
        let loader = DictionaryLoader(["t.html": text, "part.html": "{{ a }}{% macro m(x) %}{{ x }}{% endmacro %}"])
        let limits = TemplateLimits(outputBytes: 1 << 20, steps: 20_000)
        let context = TemplateValue.dictionary([
            ("a", .int(3)), ("b", .list([.double(1.5), .string("<x>")])), ("c", .dictionary([("d", .string("é"))])),
        ])
        _ = try? TemplateEnvironment(loader: loader, limits: limits).template(named: "t.html").render(context)
    }
}
