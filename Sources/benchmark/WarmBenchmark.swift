import Analytics
import CMeasuredProcess
import Reports
import RunFormats

/// The parts of a report in a process that has already made one.
enum WarmBenchmark {
    static func rows(of input: BenchmarkInputs.Case, repeats: Int) throws -> [BenchmarkRow] {
        let worker = try ReportWorker()
        let run = try RunReader.read(input.run, options: RunOptions())
        let analysis = Analyzer.analyze(run, conventions: .standard)
        let options = ReportOptions()
        let tasks: [(name: String, work: () throws -> Int)] = [
            ("read", { try RunReader.read(input.run, options: RunOptions()).returns.count }),
            ("metrics", { everything(of: Analyzer.analyze(run, conventions: .standard)) }),
            ("document", { try ReportDocument.make(analysis, options: options).blocks.count }),
            ("HTML", { try worker.files(of: analysis, options: options, formats: [.html]).files[0].bytes.count }),
            ("PDF", { try worker.files(of: analysis, options: options, formats: [.pdf]).files[0].bytes.count }),
            ("HTML + PDF", { try worker.files(of: analysis, options: options, formats: [.html, .pdf]).files.count }),
            ("JSON", { try worker.files(of: analysis, options: options, formats: [.json]).files[0].bytes.count }),
        ]
        return try medians(of: tasks, input.name, repeats: repeats)
    }

    /// Computes every metric and section: what a full report and its data files read.
    private static func everything(of analysis: Analysis) -> Int {
        let metrics = analysis.metrics.metrics.count + (analysis.benchmarkMetrics?.metrics.count ?? 0)
        let always = [
            analysis.growth.strategy.count, analysis.drawdowns.episodes.count, analysis.periods.months.count,
            analysis.distribution.best.count, analysis.rolling.count, analysis.cautions.count,
            analysis.score.parts.count, analysis.daily.timestamps.count,
        ]
        let mayLack = [
            analysis.benchmarkDaily?.timestamps.count, (try? analysis.trades)?.closed.count,
            (try? analysis.samples)?.rows.count, (try? analysis.positions)?.top.count,
        ]
        return metrics + always.reduce(0, +) + mayLack.reduce(0) { $0 + ($1 ?? 0) }
    }

    private static func medians(
        of tasks: [(name: String, work: () throws -> Int)], _ input: String, repeats: Int
    ) throws -> [BenchmarkRow] {
        try tasks.map { task in
            _ = try task.work()
            var times: [Double] = []
            for _ in 0..<repeats {
                let start = measured_process_now_ms()
                _ = try task.work()
                times.append(measured_process_now_ms() - start)
            }
            return BenchmarkRow(
                input: input, task: task.name, kind: "warm", milliseconds: median(times),
                processorMilliseconds: nil,
                peakMegabytes: nil,
                outputKilobytes: nil)
        }
    }
}
