import Foundation
import TestSupport
import Testing

/// Help, version and completions.
@Suite struct HelpTests {
    private static let commands = [
        [], ["report"], ["batch"], ["archive"], ["archive", "add"], ["archive", "list"], ["archive", "show"],
        ["archive", "verify"], ["archive", "prune"], ["archive", "rebuild"], ["nightly"], ["compare"], ["show"],
        ["metrics"],
        ["diff"], ["figure"], ["watch"], ["card"], ["inspect"], ["validate"], ["verify"], ["explain"], ["templates"],
        ["templates", "list"], ["templates", "show"], ["templates", "check"], ["templates", "render"],
        ["completions"], ["help"], ["selfcheck"], ["themes"], ["themes", "list"], ["themes", "show"],
        ["themes", "check"],
    ]

    @Test(arguments: commands)
    func `every command has help with an example`(command: [String]) throws {
        let result = try Tearsheet.run(command + ["--help"])
        #expect(result.code == 0 && result.errors.isEmpty)
        #expect(result.output.contains((["tearsheet"] + command).joined(separator: " ")))
        #expect(result.output.lowercased().contains("example"))
        #expect(try Tearsheet.run(command + ["-h"]).output == result.output)
    }

    @Test func `the list above has every command`() throws {
        let names = try Tearsheet.run(["--help"]).output.split(separator: "\n").compactMap { line in
            line.hasPrefix("  ") ? line.split(separator: " ").first.map(String.init) : nil
        }
        let known = Set(Self.commands.compactMap(\.first))
        for command in known { #expect(names.contains(command)) }
        let reference = repositoryRoot.appendingPathComponent("Documentation/Commands.md")
        let sections = try String(contentsOf: reference, encoding: .utf8).components(separatedBy: "\n## ").dropFirst()
        #expect(sections.count == Self.commands.count - 1)
    }

    @Test func `the version is one line`() throws {
        #expect(try Tearsheet.run(["--version"]).output == "tearsheet 0.1.0\n")
    }

    @Test(arguments: [("bash", "bash"), ("zsh", "zsh"), ("fish", "fish")])
    func `completions are a script that the shell accepts`(name: String, shell: String) throws {
        let result = try Tearsheet.run(["completions", name])
        #expect(result.code == 0)
        for word in ["report", "templates", "benchmark", "sharpe", "summary"] {
            #expect(result.output.contains(word), "\(word)")
        }
        guard try Tearsheet.tool("which", [shell]).code == 0 else { return }
        let folder = try TemporaryFolder()
        let check = try Tearsheet.tool(shell, ["-n", folder.write(result.output, to: "completion")])
        #expect(check.code == 0 && check.errors.isEmpty, "\(check.errors)")
    }

    @Test func `bash completes commands, options and values`() throws {
        let folder = try TemporaryFolder()
        for (words, expected) in [
            ("tearsheet rep", "report"), ("tearsheet report --pap", "--paper"),
            ("tearsheet report --paper le", "letter"), ("tearsheet explain sharp", "sharpe"),
            ("tearsheet templates sh", "show"),
        ] {
            let script = """
                source <(tearsheet completions bash)
                words='\(words)'; COMP_WORDS=($words); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                COMP_LINE="$words"; COMP_POINT=${#words}
                handler=$(complete -p tearsheet | sed 's/.*-F \\([^ ]*\\).*/\\1/')
                "$handler" tearsheet "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """
            let result = try Tearsheet.script(script, in: folder.url)
            let replies = result.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(replies.contains(expected), "\(words): \(replies) \(result.errors)")
        }
    }

    @Test func `every metric is explained`() throws {
        let keys = try Tearsheet.run(["explain", "--list"]).output.split(separator: "\n").map {
            $0.prefix { $0 != " " }
        }
        #expect(keys.count > 80)
        let text = try Tearsheet.run(["explain", "sharpe"]).output
        for word in ["formula", "unit", "edge cases", "peers", "source"] { #expect(text.contains("\n\(word) ")) }
        #expect(keys.contains("max_drawdown"))
    }

    @Test func `help of a command is that of its flag, and manual pages are read by man`() throws {
        #expect(try Tearsheet.run(["help"]).output == Tearsheet.run(["--help"]).output)
        let below = try Tearsheet.run(["help", "templates", "check"])
        #expect(try below.output == Tearsheet.run(["templates", "check", "--help"]).output)
        let unknown = try Tearsheet.run(["help", "reprot"])
        #expect(unknown.code == 64 && unknown.errors.contains("did you mean 'report'?"))
        let folder = try TemporaryFolder()
        #expect(try Tearsheet.run(["help", "--man", folder.url.path]).output == folder.url("tearsheet.1").path + "\n")
        #expect(folder.names.count == Self.commands.count && folder.names.contains("tearsheet-templates-check.1"))
        for reader in ["groff", "man", "mandoc"] where try Tearsheet.tool("which", [reader]).code == 0 {
            for name in folder.names {
                let words =
                    reader == "groff" ? ["-man", "-Tutf8", "-ww", "-P-cbou"] : reader == "man" ? ["-l"] : ["-Wwarning"]
                let page = try Tearsheet.tool(reader, words + [folder.url(name).path])
                #expect(
                    page.code == 0 && page.errors.isEmpty && page.output.contains("SYNOPSIS"), "\(name) \(page.errors)")
            }
        }
        let text = try folder.text("tearsheet-report.1")
        #expect(text.contains(".SH NAME\ntearsheet\\-report \\- render") && text.contains("\\-\\-benchmark"))
    }

    @Test func `a metric is found by its name or by words`() throws {
        let key = try Tearsheet.run(["explain", "worst_month"]).output
        for words in [["worst", "month"], ["Worst month"], ["WORST_MONTH"]] {
            #expect(try Tearsheet.run(["explain"] + words).output == key, "\(words)")
        }
        let several = try Tearsheet.run(["explain", "win rate"])
        #expect(
            several.code == 0 && several.output.contains("trades.win_rate ")
                || several.output.hasPrefix("trades.win_rate:"))
        let list = try Tearsheet.run(["explain", "drawdown", "longest"]).output
        #expect(list.contains("longest_drawdown_days"))
        #expect(try Tearsheet.run(["explain", "nothing", "like", "this"]).code == 64)
        #expect(try Tearsheet.run(["explain"]).code == 64)
    }
}
