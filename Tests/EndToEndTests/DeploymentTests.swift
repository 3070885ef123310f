import Foundation
import TestSupport
import Testing

/// The examples of `Deployment/`, run by what they are for, or by a stand-in where that is a cluster.
///
/// What a machine does not have is said, and passes.
@Suite struct DeploymentTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for index in 0..<12 { _ = try folder.write(returnsTable(shift: index), to: "srv/results/r\(index).csv") }
        _ = try folder.write("sources = [\"srv/results\"]\noutput = \"out\"\nformat = \"json\"\n", to: "n.toml")
        try FileManager.default.copyItem(
            at: repositoryRoot.appendingPathComponent("Deployment"), to: folder.url("Deployment"))
    }

    private func run(_ script: String) throws -> Tearsheet.Result { try Tearsheet.script(script, in: folder.url) }

    /// Whether a program is here; says where it is not.
    private func has(_ program: String, _ probe: String? = nil) throws -> Bool {
        if try run(probe ?? "command -v \(program)").code == 0 { return true }
        print("DeploymentTests: \(program) is not here; its example is not tried")
        return false
    }

    private func keys(_ name: String) throws -> [String] {
        try JSON(text: folder.text(name))["runs"]?.array?.compactMap { $0["key"]?.string } ?? []
    }

    // MARK: The job file

    @Test func `the job file has no mistakes`() throws {
        let result = try run(
            """
            mkdir srv/tearsheet; mv srv/results srv/tearsheet/
            sed "s#/srv/#$PWD/srv/#" Deployment/nightly.toml > etc.toml
            TEARSHEET_WEBHOOK=https://127.0.0.1/ tearsheet nightly etc.toml --check
            """)
        #expect(result.code == 0 && result.output.hasPrefix("etc.toml: no mistakes\n"), "\(result.errors)")
        #expect(result.output.contains("  webhook  where something is wrong, address from $TEARSHEET_WEBHOOK\n"))
    }

    // MARK: Slurm

    @Test func `an array's tasks are the shards, wherever the array begins and however it steps`() throws {
        let result = try run(
            """
            export SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=4 SLURM_ARRAY_TASK_STEP=2
            for id in 4 6 8; do SLURM_ARRAY_TASK_ID=$id bash Deployment/slurm-array.sh n.toml 2>/dev/null; done
            """)
        #expect(
            result.code == 0 && result.output.hasSuffix("out/summary-3-of-3.html\n"),
            "\(result.output) \(result.errors)")
        let all = try (1...3).flatMap { try keys("out/summary-\($0)-of-3.json") }
        #expect(Set(all).count == 12 && all.count == 12)
        let outside = try run("bash Deployment/slurm-array.sh n.toml")
        #expect(outside.code != 0 && outside.errors.contains("this is a script for an array"))
    }

    @Test func `what is submitted is an array and a summary behind it, and a job with mistakes is not`() throws {
        let result = try run(
            """
            mkdir bin
            printf '#!/bin/sh\\necho "$@" >> submitted\\necho "4711;cluster"\\n' > bin/sbatch; chmod +x bin/sbatch
            PATH=$PWD/bin:$PATH bash Deployment/slurm-submit.sh n.toml 8
            """)
        #expect(result.code == 0, "\(result.errors)")
        let lines = try folder.text("submitted").split(separator: "\n")
        #expect(
            lines.count == 2 && lines[0].hasPrefix("--parsable --array=1-8 ")
                && lines[0].hasSuffix("/slurm-array.sh n.toml"))
        #expect(lines[1].contains("--dependency=afterany:4711 ") && lines[1].contains("exec tearsheet nightly n.toml "))
        let wrong = try run("echo 'x = 1' >> n.toml; PATH=$PWD/bin:$PATH bash Deployment/slurm-submit.sh n.toml 8")
        #expect(wrong.code == 64 && wrong.errors.contains("unknown key 'x'"))
        #expect(try folder.text("submitted").split(separator: "\n").count == 2)
    }

    // MARK: GNU parallel

    @Test func `GNU parallel does the shards, and the whole batch behind them sums up`() throws {
        guard try has("GNU parallel", "parallel --version 2>/dev/null | grep -q '^GNU parallel'") else { return }
        let result = try run("mkdir -p .parallel; touch .parallel/will-cite; bash Deployment/parallel.sh n.toml 4 -j 2")
        #expect(result.code == 0 && result.output == "out/summary.html\n", "\(result.output) \(result.errors)")
        #expect(result.errors.contains("0 written, 0 failed, 0 with warnings, 12 kept"), "\(result.errors)")
    }

    // MARK: systemd and cron

    @Test(arguments: ["tearsheet-nightly.service", "tearsheet-nightly.timer"])
    func `systemd finds nothing wrong with its units`(name: String) throws {
        guard try has("systemd-analyze") else { return }
        let result = try run(
            """
            mkdir units
            for unit in Deployment/tearsheet-nightly.*; do
              sed "s#/usr/local/bin/tearsheet#\(Tearsheet.path)#" $unit > units/${unit##*/}
            done
            systemd-analyze verify --man=no --recursive-errors=no units/\(name) 2>&1
            """)
        let words = result.output.split(separator: "\n").filter { $0.contains("tearsheet-nightly") }
        #expect(words.isEmpty, "\(words)")
        #expect(try command(after: "ExecStart=/usr/local/bin/", in: "tearsheet-nightly.service").count == 1)
    }

    @Test func `the lines of units and of cron are command lines that hold`() throws {
        for (prefix, file) in [
            ("ExecStart=/usr/local/bin/", "tearsheet-nightly.service"), ("0 2 * * * tearsheet ", "tearsheet.cron"),
        ] {
            let lines = try command(after: prefix, in: file)
            let line = try #require(lines.first)
            try check(line.replacingOccurrences(of: " >/dev/null", with: "").split(separator: " ").map(String.init))
        }
    }

    private func command(after prefix: String, in file: String) throws -> [String] {
        try folder.text("Deployment/" + file).split(separator: "\n").filter { $0.hasPrefix(prefix) }.map {
            String($0.dropFirst(prefix.count))
        }
    }

    /// A command line of an example with our job in its file's place is one that does the job.
    private func check(_ words: [String]) throws {
        let own = words.map { $0 == "/etc/tearsheet/nightly.toml" ? "n.toml" : $0 }
        #expect(own.first == "tearsheet" && own.contains("n.toml"), "\(words)")
        let result = try Tearsheet.run(own.dropFirst() + ["--dry-run"], in: folder.url)
        #expect(result.code == 0 && result.output.contains("render r"), "\(words) \(result.errors)")
    }

    // MARK: Kubernetes

    @Test(arguments: [("kubernetes-job.yaml", 8), ("kubernetes-cronjob.yaml", 0)])
    func `a manifest is YAML whose command is one that holds, for every index`(file: String, shards: Int) throws {
        guard try has("PyYAML", "python3 -c 'import yaml'") else { return }
        let script = """
            import json, yaml
            top = yaml.safe_load(open("Deployment/\(file)"))
            spec = top["spec"].get("jobTemplate", {"spec": top["spec"]})["spec"]
            box = spec["template"]["spec"]["containers"][0]
            assert top["apiVersion"] == "batch/v1" and box["securityContext"]["readOnlyRootFilesystem"] is True
            names = {v["name"] for v in spec["template"]["spec"]["volumes"]}
            assert {m["name"] for m in box["volumeMounts"]} == names
            for rule in spec["podFailurePolicy"]["rules"]:
                assert rule.get("onExitCodes", {"containerName": box["name"]})["containerName"] == box["name"]
            print(json.dumps([top["kind"], spec.get("completions", 0), box["command"] + box["args"]]))
            """
        let result = try Tearsheet.tool("python3", ["-c", script], in: folder.url)
        #expect(result.code == 0, "\(result.errors)")
        let json = try JSON(text: result.output)
        let parts = try #require(json.array)
        #expect(parts[1] == .number(Double(shards)))
        let words = parts[2].array?.compactMap { $0.string } ?? []
        guard shards > 0 else { return try check(words) }
        #expect(words.prefix(2) == ["/bin/sh", "-c"] && words.count == 3)
        for index in 0..<shards {
            let line = try run("export JOB_COMPLETION_INDEX=\(index)\necho \(words[2].dropFirst("exec ".count))").output
            #expect(line.contains(" --shard \(index + 1)/\(shards) "))
            let own = line.split(whereSeparator: { " \n".contains($0) }).map {
                $0 == "/etc/tearsheet/nightly.toml" ? "n.toml" : String($0)
            }
            #expect(try Tearsheet.run(own.dropFirst() + ["--dry-run"], in: folder.url).code == 0, "\(line)")
        }
    }

    // MARK: Scripts

    @Test func `scripts are good Bash, and many runs are as many as asked for`() throws {
        let result = try run(
            """
            for script in Deployment/*.sh; do bash -n $script; done
            python3 '\(repositoryRoot.path)/Scripts/many-runs' 5 many 30 2
            find many -name '*.csv' | wc -l; wc -l < many/000/r000000.csv
            tearsheet batch many -o many-out --format json -q
            """)
        #expect(result.code == 0 && result.output == "5\n31\n", "\(result.output) \(result.errors)")
    }
}
