import CMeasuredProcess
import SystemFiles

/// Whole processes: start, read, compute, draw, write, end.
enum ColdBenchmark {
    private static let tasks: [(name: String, words: [String])] = [
        ("metrics", ["metrics", "--format", "json", "--quiet"]),
        ("HTML", ["report", "--format", "html", "--quiet"]),
        ("PDF", ["report", "--format", "pdf", "--quiet"]),
        ("HTML + PDF", ["report", "--format", "html,pdf", "--quiet"]),
        ("HTML, summary", ["report", "--format", "html", "--template", "summary", "--quiet"]),
    ]

    static func rows(of input: BenchmarkInputs.Case, repeats: Int) -> [BenchmarkRow] {
        tasks.enumerated().map { index, task in
            let folder = "out/benchmark/files/\(input.name.utf8.count)-\(index)"
            let output = task.words[0] == "report" ? ["-o", folder] : []
            let words = [executable] + task.words + [input.run] + input.options + output
            let runs = (0..<repeats).map { _ in measure(words) }
            return BenchmarkRow(
                input: input.name, task: task.name, kind: "cold process", milliseconds: median(runs.map(\.wall_ms)),
                processorMilliseconds: median(runs.map(\.cpu_ms)),
                peakMegabytes: median(runs.map { Double($0.peak_kb) / 1024 }),
                outputKilobytes: output.isEmpty ? nil : sizeOfFiles(in: folder))
        }
    }

    /// The executable built beside this one.
    static let executable: String = {
        let own = (try? FileSystem.resolveSymlinks("/proc/self/exe")) ?? CommandLine.arguments[0]
        return FileSystem.join(FileSystem.parent(of: own), "tearsheet")
    }()

    /// Runs a command line to its end, on one core.
    static func measure(_ words: [String]) -> MeasuredProcess {
        unsafe CStringArray.with(words) { unsafe measured_process_run($0, 1) }
    }

    /// Sums the files of a task, which has its folder to itself.
    private static func sizeOfFiles(in folder: String) -> Double {
        let names = (try? FileSystem.listDirectory(folder)) ?? []
        let sizes = names.map { (try? FileSystem.readFile(FileSystem.join(folder, $0)).count) ?? 0 }
        return Double(sizes.reduce(0, +)) / 1024
    }
}
