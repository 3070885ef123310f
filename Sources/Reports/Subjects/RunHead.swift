import Analytics
import DocumentModel
import Formatting
import RunModel
import Series

/// The head of a run's report: its title band, and what describes the document as a whole.
struct RunHead {
    let analysis: Analysis

    func titleBand(_ options: ReportOptions) -> TitleBand {
        let run = analysis.run
        return TitleBand(
            title: options.title ?? run.identity.strategy.value ?? run.identity.id, lead: options.subtitle ?? "",
            subtitle: subtitle(run), details: details(run), logo: options.logo)
    }

    private func subtitle(_ run: Run) -> String {
        var parts = [run.identity.version.value.map { "version \($0)" }, "run \(run.identity.id)", run.identity.engine]
        if let first = run.equity.timestamps.first, let last = run.equity.timestamps.last {
            let start = run.baselineIsAdded ? run.returns.timestamps.first ?? first : first
            parts.append("\(start.date.display) – \(last.date.display)")
        }
        let count = DisplayNumber.number(Double(run.returns.count), places: 0)
        parts += ["\(count) \(observations(run.calendar.cadence))", run.currency.value]
        return parts.compactMap { $0 }.joined(separator: " · ")
    }

    /// A benchmark that nothing names is called `Benchmark`; its name would only repeat the word.
    private func benchmark(_ run: Run) -> String {
        guard let name = run.benchmark?.name else { return "no benchmark" }
        return name == "Benchmark" ? "with a benchmark" : "Benchmark \(name)"
    }

    private func observations(_ cadence: Cadence) -> String {
        switch cadence {
        case .minute, .hourly: "bars"
        case .daily: "sessions"
        case .weekly: "weeks"
        case .monthly: "months"
        case .quarterly: "quarters"
        case .yearly: "years"
        case .irregular: "observations"
        }
    }

    private func details(_ run: Run) -> [String] {
        let periods = DisplayNumber.number(run.calendar.periodsPerYear, places: 0)
        return [
            benchmark(run),
            "risk-free \(run.riskFree.words) · \(periods) periods a year",
        ]
    }

    func documentInfo(_ options: ReportOptions) -> DocumentInfo {
        let run = analysis.run
        let title = options.title ?? run.identity.strategy.value ?? run.identity.id
        let inputs = run.provenance.files.isEmpty ? "" : " · inputs sha256 \(run.provenance.digest.prefix(12))…"
        let period = [run.returns.timestamps.first, run.returns.timestamps.last].compactMap { $0?.date.display }
        let words = title == run.identity.id ? [title, "Tearsheet"] : [title, run.identity.id, "Tearsheet"]
        return DocumentInfo(
            title: title, tabTitle: words.joined(separator: " · "),
            subject: "Backtest tearsheet of \(title), \(period.joined(separator: " to "))",
            keywords: ["backtest", "tearsheet", run.identity.engine], created: created,
            footer: "\(title) · run \(run.identity.id)\(inputs)", generator: "Tearsheet \(ToolVersion.current)")
    }

    /// The run's own date of creation where it reads as one, else its last moment: never the clock.
    private var created: String {
        let given = analysis.run.identity.created.value.map { String($0.prefix(10)) }
        if let given, CalendarDate(iso: given) != nil { return given }
        return analysis.run.equity.timestamps.last?.description ?? "1970-01-01"
    }
}
