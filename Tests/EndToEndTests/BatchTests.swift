import Foundation
import TestSupport
import Testing

/// Several runs in one command: what stops one stops no other.
@Suite struct BatchTests {
    /// Starts a batch whose last run is a pipe that never ends, and does something to the worker that reads it.
    private func batch(_ options: String, _ then: String) throws -> (result: Tearsheet.Result, names: [String]) {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("a.csv", "b.csv", "c.csv")
        let script = """
            mkfifo endless; exec 9<>endless
            # Shells let what they start in the background ignore SIGINT, and whoever runs the tests perhaps others.
            # The runtime's own handler of crashes goes on after a signal that was only sent.
            export SWIFT_BACKTRACE=enable=no
            set +e
            { env --default-signal tearsheet report a.csv /dev/fd/9 b.csv /dev/fd/8 -o out --format json -j 1 \
                \(options) 8< <(cat c.csv); echo "code $?"; } 2>errors >printed &
            shell=$!
            for i in $(seq 100); do [ "$(ls out 2>/dev/null | wc -l)" -ge 2 ] && break; sleep 0.1; done
            sleep 0.5
            parent=$(pgrep -P $shell -f 'tearsheet report'); worker=$(pgrep -P $parent)
            \(then)
            for i in $(seq 300); do kill -0 $shell 2>/dev/null || break; sleep 0.1; done
            kill -KILL $parent $worker 2>/dev/null
            wait $shell; cat printed; cat errors >&2
            """
        let result = try Tearsheet.script(script, in: folder.url)
        return (result, folder.names(in: "out"))
    }

    @Test(arguments: ["SEGV", "ABRT", "ILL", "KILL"])
    func `a worker that crashes costs its own run`(signal: String) throws {
        let (result, names) = try batch("", "kill -\(signal) $worker")
        let expected = "tearsheet: /dev/fd/9: the report ended by signal SIG\(signal); please report it, "
        #expect(result.errors.contains(expected), "\(result.errors)")
        #expect(result.errors.contains("tearsheet: 3 written, 1 failed, 0 with warnings, "))
        #expect(names == ["a.json", "b.json", "stream-8.json"] && result.output.hasSuffix("code 1\n"), "\(names)")
    }

    @Test(arguments: ["true", "kill -STOP $worker"])
    func `a run that takes too long is ended and the others are done`(how: String) throws {
        let (result, names) = try batch("--timeout 1.5", how)
        let expected = "tearsheet: /dev/fd/9: the report took longer than 1.5 s and was ended; give it more time with"
        #expect(result.errors.contains(expected), "\(result.errors)")
        #expect(names == ["a.json", "b.json", "stream-8.json"] && result.output.hasSuffix("code 1\n"), "\(names)")
    }

    @Test(arguments: ["TERM", "INT", "HUP"])
    func `a batch that is asked to end takes its workers with it`(signal: String) throws {
        let (result, names) = try batch(
            "", "kill -\(signal) $parent; sleep 1; ps -o stat= -p $worker | grep -v Z && echo lives")
        #expect(!result.output.contains("lives"), "\(result.output)")
        #expect(names == ["a.json", "b.json"])
    }

    @Test func `a worker ends with a parent that is killed`() throws {
        let (result, _) = try batch("", "kill -KILL $parent; sleep 1; ps -o stat= -p $worker | grep -v Z && echo lives")
        #expect(!result.output.contains("lives"), "\(result.output)")
    }

    @Test func `a named pipe among several runs is refused at once and holds nothing up`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("a.csv", "b.csv")
        let result = try Tearsheet.script(
            "mkfifo p.csv; timeout 20 tearsheet report p.csv a.csv b.csv -o out --format json -j 1", in: folder.url)
        #expect(result.code == 1 && folder.names(in: "out") == ["a.json", "b.json"])
        #expect(result.errors.hasPrefix("tearsheet: p.csv: it is a pipe or device, which could hold up the other runs"))
    }

    @Test func `where no process can be made, the reports are made all the same`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.writeRuns("a.csv", "b.csv")
        // A limit does not hold for root.
        let script = """
            chmod 777 .
            run() { if [ "$(id -u)" = 0 ]; then setpriv --reuid 65534 --clear-groups prlimit --nproc=1 "$@"; \
                else prlimit --nproc=1 "$@"; fi; }
            cp "$(command -v tearsheet)" ./tool; chmod 755 ./tool
            run ./tool report a.csv b.csv -o out --format json
            """
        let result = try Tearsheet.script(script, in: folder.url)
        #expect(result.code == 0 && folder.names(in: "out") == ["a.json", "b.json"], "\(result.errors)")
    }

    @Test func `a run that only its own worker knows is told like any other`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("date,equity\n2020-01-01,100\n2020-01-02,10", to: "cut.csv")
        _ = try folder.writeRuns("a.csv")
        let one = try Tearsheet.run(["report", "cut.csv", "-o", "o1", "--format", "json"], in: folder.url)
        let two = try Tearsheet.run(["report", "cut.csv", "a.csv", "-o", "o2", "--format", "json"], in: folder.url)
        #expect(one.errors.contains("tearsheet: warning: cut.csv: cut.csv:3: the last line has no line end"))
        #expect(two.errors.hasPrefix(one.errors) && two.errors.contains("2 written, 0 failed, 1 with warnings"))
        let quiet = try Tearsheet.run(
            ["report", "cut.csv", "a.csv", "-o", "o3", "-q", "--format", "json"], in: folder.url)
        #expect(quiet.errors.isEmpty && quiet.output.isEmpty && quiet.code == 0)
    }

    @Test func `thousands of warnings are a few lines`() throws {
        let folder = try TemporaryFolder()
        let names = try (0..<30).map { index in
            try folder.write("date,equity\n2020-01-01,100\n2020-01-02,110", to: "r\(index).csv")
        }
        let result = try Tearsheet.run(["report"] + names + ["-o", "out", "--format", "json"], in: folder.url)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count { $0.contains("the last line has no line end") } == 10, "\(result.errors)")
        #expect(lines.contains { $0.contains("20 more runs have findings of the kind 'open_last_line'") })
        let all = try Tearsheet.run(["report"] + names + ["-o", "out", "-v", "--format", "json"], in: folder.url)
        #expect(all.errors.split(separator: "\n").count { $0.contains("the last line has no line end") } == 30)
    }

    @Test func `log lines of JSON say run, event, code, file and seconds`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.write("date,equity\n2020-01-01,100\n2020-01-02,110", to: "cut.csv")
        let result = try Tearsheet.run(
            ["report", "cut.csv", "none.csv", "-o", "out", "--format", "json", "--log-format", "json"], in: folder.url)
        let lines = try result.errors.split(separator: "\n").map { try JSON(text: String($0)) }
        #expect(lines.compactMap { $0["event"]?.string } == ["finding", "written", "failed", "summary"])
        #expect(lines[0]["code"]?.string == "open_last_line" && lines[0]["file"]?.string == "cut.csv")
        #expect(lines[0]["run"]?.string == "cut.csv" && lines[0]["row"] == .number(3))
        #expect((lines[1]["seconds"]?.number ?? -1) >= 0 && lines[1]["files"]?.array?.count == 1)
        #expect(lines[2]["run"]?.string == "none.csv" && lines[2]["code"]?.string == "unreadable_run")
        #expect(lines[3]["written"] == .number(1) && lines[3]["failed"] == .number(1))
    }
}
