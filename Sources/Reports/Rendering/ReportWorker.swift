import DocumentModel
import Graphics
import HTMLOutput
import PDFOutput
import TextShaping
import Typesetting

/// Makes reports, one after another, on one thread: owns the font faces for its life, so they are opened once.
public final class ReportWorker {
    let fonts: FontBook

    /// A worker that sets text in the shipped faces, or in an installed family before them.
    public init(fontFamily: String? = nil) throws(ReportError) {
        do {
            fonts = try FontBook(faces: FontFaceData.shipped, family: fontFamily)
        } catch { throw .font(error.message) }
    }

    /// A report's files in the order of `formats`. One document feeds HTML and PDF, one subject feeds all.
    ///
    /// Throws where no format can be made: the template, its markup, or the choice of sections does not hold. A format
    /// that fails alone is among the failures, and the others are there.
    public func files<Subject: Reportable>(
        of subject: Subject, options: ReportOptions, formats: [OutputFormat]
    ) throws(ReportError) -> ReportFiles {
        var result = ReportFiles()
        let needsDocument = formats.contains(.html) || formats.contains(.pdf)
        let made = needsDocument ? try ReportDocument.makeWithRemarks(subject, options: options) : nil
        result.remarks = made?.remarks ?? []
        // One value for all formats: PDF and JSON hold the same tables.
        let data = subject.dataFiles
        for format in formats {
            do throws(ReportError) {
                try add(format, of: subject, data, made?.document, options, to: &result)
            } catch { result.failures.append(.format(format, reason: error.message)) }
        }
        if let complaints = fonts.systemFontComplaints { result.remarks.append(.systemFonts(complaints)) }
        return result
    }

    private func add<Subject: Reportable>(
        _ format: OutputFormat, of subject: Subject, _ data: ReportData, _ document: Document?,
        _ options: ReportOptions, to result: inout ReportFiles
    ) throws(ReportError) {
        switch format {
        case .html:
            guard let document else { return }
            let style = options.files.style
            result.files.append(ReportFile(suffix: ".html", bytes: try html(document, style: style)))
            result.remarks += StyleRemark.all(of: style)
        case .pdf:
            guard let document else { return }
            let (bytes, remarks) = try pdf(document, data)
            result.files.append(ReportFile(suffix: ".pdf", bytes: bytes))
            result.remarks += remarks
        case .json: result.files.append(data.json)
        case .csv: result.files += data.csv()
        case .markdown: result.files.append(ReportFile(suffix: ".md", bytes: Array(subject.markdown(options).utf8)))
        case .text: result.files.append(ReportText.file(of: subject, options))
        case .api: result.files += try Self.resources(of: data)
        case .xlsx: result.files.append(try Self.xlsx(of: subject, options))
        }
    }

    private static func resources(of data: ReportData) throws(ReportError) -> [ReportFile] {
        guard let resources = data.resources else { throw .noResources }
        return resources()
    }
}
