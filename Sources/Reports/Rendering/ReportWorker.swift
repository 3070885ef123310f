import Analytics
import DataOutput
import DocumentModel
import Figures
import Graphics
import HTMLOutput
import PDFOutput
import ShippedFiles
import TextShaping
import Typesetting

/// Makes reports, one after another, on one thread: owns the font faces for its life, so they are opened once.
public final class ReportWorker {
    let fonts: FontBook

    /// A worker that sets text in the shipped faces, or in an installed family before them.
    public init(fontFamily: String? = nil) throws(ReportError) {
        do {
            fonts = try FontBook(faces: Self.shippedFaces, family: fontFamily)
        } catch { throw .font(error.message) }
    }

    /// Does what must happen once in a process before workers start on several threads.
    public static func prepareProcess() { PDFWriter.prepareProcess() }

    /// A report's files in the order of `formats`. One document feeds HTML and PDF, one analysis feeds all.
    public func files(
        of analysis: Analysis, options: ReportOptions, formats: [OutputFormat]
    ) throws(ReportError) -> [ReportFile] {
        let needsDocument = formats.contains(.html) || formats.contains(.pdf)
        let document = needsDocument ? try ReportDocument.make(analysis, options: options) : nil
        var files: [ReportFile] = []
        for format in formats { files += try self.files(of: analysis, document, format) }
        return files
    }

    private func files(
        of analysis: Analysis, _ document: Document?, _ format: OutputFormat
    ) throws(ReportError) -> [ReportFile] {
        switch format {
        case .html:
            guard let document else { return [] }
            return [ReportFile(suffix: ".html", bytes: try html(document))]
        case .pdf:
            guard let document else { return [] }
            return [ReportFile(suffix: ".pdf", bytes: try pdf(document, analysis))]
        case .json: return [ReportFile(suffix: ".json") { MetricsJSON.report(analysis) }]
        case .csv: return csv(analysis)
        }
    }

    private func csv(_ analysis: Analysis) -> [ReportFile] {
        let metrics = ReportFile(suffix: ".metrics.csv", bytes: CSVWriter.metrics(analysis))
        return [metrics]
            + CSVWriter.files(of: analysis).map { ReportFile(suffix: ".\($0.name).csv", making: $0.make) }
    }
}
