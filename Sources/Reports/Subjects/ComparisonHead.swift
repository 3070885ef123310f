import Analytics
import Comparison
import DocumentModel
import Formatting
import RunModel
import Series

/// The head of a comparison: its title band, and what describes the document as a whole.
struct ComparisonHead {
    let comparison: Comparison

    func titleBand(_ options: ReportOptions) -> TitleBand {
        TitleBand(
            title: title(options), lead: options.subtitle ?? "", subtitle: subtitle, details: details,
            logo: options.logo)
    }

    func documentInfo(_ options: ReportOptions) -> DocumentInfo {
        let title = title(options)
        return DocumentInfo(
            title: title, tabTitle: "\(title) · Tearsheet",
            subject: "Comparison of \(names.joined(separator: ", ")), \(span)",
            keywords: ["backtest", "comparison", "tearsheet"], created: comparison.span.end.description,
            footer: "\(title) · inputs sha256 \(comparison.inputsDigest.prefix(12))…",
            generator: "Tearsheet \(ToolVersion.current)")
    }

    private var names: [String] { comparison.members.map(\.name) }

    private var span: String { "\(comparison.span.start.date.display) – \(comparison.span.end.date.display)" }

    /// The names where a line holds them, else their number.
    private func title(_ options: ReportOptions) -> String {
        if let title = options.title { return title }
        let joined = names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
        return names.count <= 3 && joined.count <= 60 ? joined : "Comparison of \(names.count) runs"
    }

    private var subtitle: String {
        let count = DisplayNumber.number(Double(comparison.span.count), places: 0)
        return ["\(names.count) runs", "common span \(span)", "\(count) common returns"].joined(separator: " · ")
    }

    private var details: [String] {
        let benchmarks = Set(comparison.members.compactMap { $0.common.run.benchmark?.name })
        let benchmark = benchmarks.count == 1 ? "Benchmark \(benchmarks.first ?? "")" : ""
        let periods = DisplayNumber.number(comparison.span.periodsPerYear, places: 0)
        return [benchmark, "\(periods) common returns a year · profile \(comparison.conventions.profile)"]
            .filter { !$0.isEmpty }
    }
}
