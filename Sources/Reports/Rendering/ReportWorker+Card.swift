import Analytics
import DocumentModel
import Figures
import Graphics
import PDFOutput
import Typesetting

extension ReportWorker {
    /// The keys of the numbers that a card shows.
    static let cardKeys = ["total_return", "cagr", "sharpe", "max_drawdown", "annual_volatility"]

    /// A picture of 1200 × 630 pixels for a chat or a wiki, as PNG.
    public func card(of analysis: Analysis, options: ReportOptions) throws(ReportError) -> [UInt8] {
        let options = options.spelled(for: analysis)
        let scene = card(analysis, options).scene(theme: options.theme, measurer: fonts)
        do throws(PDFError) {
            return try PNGWriter.write(
                scene: scene, palette: options.theme.palette, fonts: fonts, scale: Card.scale, background: .role(.page))
        } catch { throw .pdf(error.message) }
    }

    private func card(_ analysis: Analysis, _ options: ReportOptions) -> Card {
        let (band, info) = (analysis.titleBand(options), analysis.documentInfo(options))
        let made = FigureCatalog.ofRun.figure(named: "equity")?.make(analysis)
        var (chart, absence) = (try? made?.get(), "")
        if case .failure(let cause) = made { absence = "n/a: " + cause.reason }
        // The depth stands among the numbers, and the curve is seen small.
        chart?.panels.removeLast()
        chart?.bands = []
        let inputs =
            analysis.run.provenance.files.isEmpty
            ? "" : " · inputs sha256 \(analysis.run.provenance.digest.prefix(12))…"
        return Card(
            title: band.title, subtitle: options.subtitle ?? options.spelling.text(band.subtitle),
            tiles: Self.cardKeys.compactMap { analysis.tile($0).map(options.spelling.spelled) }, chart: chart,
            absence: absence,
            footer: "Growth of 1, log scale · \(info.generator)\(inputs)")
    }
}
