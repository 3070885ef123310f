import Charts
import Graphics

/// A figure that a template declares over data: `<figure type="line" data="growth" title="Growth"/>`.
public struct OwnFigure: Equatable, Sendable {
    /// What is drawn.
    public enum Kind: String, CaseIterable, Sendable {
        /// A line for each column of y.
        case line
        /// The same filled down to zero, one column.
        case area
        /// A bar for each row.
        case bar
        /// How often values of y fall into equal ranges.
        case histogram
        /// A cell for each pair of x and y, coloured by a value.
        case heatmap
        /// A dot for each row.
        case scatter
    }

    /// How numbers of the vertical axis read.
    public enum Unit: String, CaseIterable, Sendable {
        /// Plain.
        case number
        /// Fractions as percent.
        case percent
        /// Amounts in short form.
        case money
        /// With `×` behind.
        case multiple
        /// Whole.
        case count
    }

    /// What is drawn.
    public var kind: Kind
    /// A series, a table, or a file `NAME.csv` beside the template.
    public var data: String
    /// The column across; empty for the first one, or the row's number for a histogram.
    public var x: String
    /// The columns up; empty for the second one.
    public var y: [String]
    /// The column that colours a heatmap.
    public var value: String
    /// Above the figure.
    public var title: String
    /// Behind the title.
    public var subtitle: String
    /// For readers who cannot see it; empty for a sentence made of the data.
    public var altText: String
    /// How numbers read.
    public var unit: Unit
    /// Whether the vertical axis is one of ratios.
    public var isLogarithmic: Bool
}

/// Why a figure of one's own cannot be drawn.
public enum OwnFigureProblem: Error, Equatable, Sendable {
    /// There is no such series, table or file.
    case unknownData(allowed: [String])
    /// The data have no such column.
    case unknownColumn(String, allowed: [String])
    /// The data do not suit the type; why.
    case unsuitable(String)
    /// The run has no such data; why. No mistake of the template: other runs have them.
    case unavailable(String)
}

/// Reads the attributes of a figure of one's own.
enum MarkupOwnFigure {
    /// Attributes that only such a figure has.
    static let attributes = ["x", "y", "value", "title", "subtitle", "alt", "unit", "scale"]
}

extension MarkupBuilder {
    func ownFigure(_ element: MarkupElement) throws(MarkupFault) -> Block? {
        for name in ["type", "data"] where element.words(name).isEmpty {
            throw MarkupFault(
                .missingAttribute(name, element: "figure"), element.attribute(name)?.mark ?? element.mark)
        }
        let own = try declaration(element)
        let chart: Chart
        switch content.chart(of: own) {
        case .success(let made): chart = made
        case .failure(let problem): throw fault(problem, of: own, element)
        }
        let name =
            element.attribute("name") == nil
            ? "own-\(own.data.prefix { $0 != "." })" : element.words("name")
        var figure = Figure(name: name, chart: chart, caption: element.words("caption"))
        figure.height = try height(element, of: figure)
        return try element.flag("optional") && chart.panels.isEmpty ? nil : .figure(figure)
    }

    private func declaration(_ element: MarkupElement) throws(MarkupFault) -> OwnFigure {
        let kind = try element.choice("type", OwnFigure.Kind.allCases.map(\.rawValue))
        let unit = try element.choice("unit", OwnFigure.Unit.allCases.map(\.rawValue))
        let scale = try element.choice("scale", ["linear", "log"])
        return OwnFigure(
            kind: kind.flatMap(OwnFigure.Kind.init) ?? .line, data: element.words("data"),
            x: element.words("x"),
            y: element.names("y").map(\.name), value: element.words("value"),
            title: element.words("title"),
            subtitle: element.words("subtitle"), altText: element.words("alt"),
            unit: unit.flatMap(OwnFigure.Unit.init) ?? .number, isLogarithmic: scale == "log")
    }

    private func fault(
        _ problem: OwnFigureProblem, of own: OwnFigure, _ element: MarkupElement
    ) -> MarkupFault {
        switch problem {
        case .unknownData(let allowed):
            return unknown(
                own.data, .data, among: allowed, element.attribute("data")?.mark ?? element.mark)
        case .unknownColumn(let name, let allowed):
            let marks = ["x", "y", "value"].lazy.flatMap { element.names($0) }.filter { $0.name == name }
                .map(\.mark)
            return unknown(name, .column, among: allowed, marks.first ?? element.mark)
        case .unsuitable(let reason), .unavailable(let reason):
            return MarkupFault(.unsuitableData(reason), element.mark)
        }
    }

    func picture(_ element: MarkupElement) throws(MarkupFault) -> Block {
        let source = element.words("src")
        let mark = element.attribute("src")?.mark ?? element.mark
        let image: ImageData
        switch content.picture(source) {
        case .success(let drawn): image = drawn
        case .failure(let problem): throw MarkupFault(.unusablePicture(source, reason: problem.reason), mark)
        case nil: throw unknown(source, .picture, among: content.pictureNames, mark)
        }
        let width = try element.number("width", in: 8...2000, "a width in points from 8 to 2000")
        return .picture(
            PictureBlock(
                image: image, altText: element.words("alt"), width: width, caption: element.words("caption")
            ))
    }
}

extension MarkupError.Reference {
    /// As a list of such names is called.
    var plural: String {
        switch self {
        case .data: "series, tables and files"
        case .picture: "pictures beside the template"
        case .metric, .figure, .table, .column: rawValue + "s"
        }
    }
}
