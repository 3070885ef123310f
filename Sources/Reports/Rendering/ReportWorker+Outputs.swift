import DocumentModel
import Graphics
import HTMLOutput
import PDFOutput
import Series
import TextShaping
import Typesetting

extension ReportWorker {
    /// The page with the shipped faces cut down to the characters that it holds, so that a reader without Inter sees
    /// the same report.
    ///
    /// - Parameter style: Rules behind those of every page.
    public func html(_ document: Document, style: String = "") throws(ReportError) -> [UInt8] {
        do throws(FontError) {
            return try HTMLWriter.write(document, measurer: fonts, options: HTMLOptions(extraStyle: style)) {
                (characters) throws(FontError) in
                var webFonts: [WebFont] = []
                for weight in Font.Weight.allCases {
                    let woff = try fonts.webFont(weight: weight, covering: characters[weight])
                    webFonts.append(WebFont(weight: weight, woff: woff))
                }
                return webFonts
            }
        } catch { throw .font(error.message) }
    }

    func pdf(
        _ document: Document, _ data: ReportData
    ) throws(ReportError) -> (bytes: [UInt8], remarks: [ReportRemark]) {
        let typeset = Typesetter(document: document, measurer: fonts, evensPages: true).pages()
        do {
            let bytes = try PDFWriter.write(
                pages: typeset.pages.map(\.scene), metadata: Self.metadata(document.info),
                palette: document.theme.palette, fonts: fonts,
                attachments: ReportManifest.attachments(data, document.info))
            let layout = typeset.warnings.map { ReportRemark(code: "layout", isWarning: true, text: "PDF \($0)") }
            return (bytes, layout)
        } catch { throw .pdf(error.message) }
    }

    static func metadata(_ info: DocumentInfo) -> PDFMetadata {
        PDFMetadata(
            title: info.title, author: info.author, subject: info.subject, keywords: info.keywords,
            creator: info.generator, created: instant(info.created), language: info.language)
    }

    /// `2025-01-06` or `2025-01-06 16:00`.
    private static func instant(_ text: String) -> PDFMetadata.Instant {
        let parts = (CalendarDate(iso: text.prefix(10)) ?? CalendarDate(day: 0)).components
        let clock = text.dropFirst(11).split(separator: ":").compactMap { Int($0) } + [0, 0, 0]
        return PDFMetadata.Instant(
            year: parts.year, month: parts.month, day: parts.day, hour: clock[0], minute: clock[1], second: clock[2])
    }
}
