import Foundation
import TestSupport
import Testing

/// `tearsheet watch`, as a browser sees it.
@Suite struct WatchTests {
    /// Runs a script beside a watched copy of a run; `$A` is the address, `follow N` waits until the page is the Nth.
    private func watched(_ script: String) throws -> Tearsheet.Result {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            at: repositoryRoot.appendingPathComponent("SampleRuns/goog-smacross"), to: folder.url("run"))
        _ = try folder.write("{% extends \"summary\" %}\n", to: "mine.report")
        let start = """
            tearsheet watch run --template mine.report > address 2> errors &
            trap 'kill -9 %1' EXIT
            for i in $(seq 200); do [ -s address ] && break; sleep 0.1; done
            A=$(cat address)
            ask() { curl -s --max-time 5 "$@"; }
            follow() { for i in $(seq 600); do [ "$(ask ${A}version)" = $1 ] && return 0; sleep 0.1; done; return 1; }

            """
        return try Tearsheet.script(start + script, in: folder.url)
    }

    @Test func `the page is the report's, follows its files, and shows what is wrong with one until it is mended`()
        throws
    {
        let result = try watched(
            """
            follow 1
            ask ${A}page > page.html
            tearsheet report run --template mine.report -o report.html -q
            cmp page.html report.html
            ask $A | grep -q '<iframe title="Report" src="page">'
            printf '{%% extends "summary" %%}\\n{%% block x %%}\\n' > mine.report
            follow 2
            ask ${A}page | grep -q "^<pre>tearsheet: mine.report:2:4: the template ends where 'endblock' is missing"
            printf '{%% extends "full" %%}\\n' > mine.report
            follow 3
            ask ${A}page | grep -q 'id="drawdowns"'
            sed -i '$ d' run/*.equity.csv
            follow 4
            echo 'h1 { color: #123456 }' > style.css
            follow 5
            ask ${A}page | grep -q '#123456'
            """)
        #expect(result.code == 0, "\(result)")
    }

    @Test func `nobody else is answered, and a file that has nothing to do with the page changes nothing`() throws {
        let result = try watched(
            """
            follow 1
            root=${A%/*/}
            [ "$(ask -o page -w '%{http_code}' $root/)" = 404 ]
            [ "$(ask -o page -w '%{http_code}' -H 'Host: evil.example' ${A}page)" = 403 ]
            [ "$(ask -o page -w '%{http_code}' -X POST ${A}page)" = 403 ]
            ! grep -q Growth page
            [ -z "$(ask --interface lo $(echo $A | sed 's/127.0.0.1/127.0.0.2/'))" ]
            touch beside.csv run/notes.txt
            sleep 1.5
            follow 1
            [ "$(grep -c 'made in' errors)" = 1 ]
            """)
        #expect(result.code == 0, "\(result)")
    }

    @Test func `what no change of a file mends is said at once`() throws {
        let pipe = try Tearsheet.run(["watch", "-"])
        #expect(pipe.code == 64 && pipe.errors.contains("can be read again"), "\(pipe)")
        let port = try Tearsheet.run(["watch", "SampleRuns/goog-smacross", "--port", "70000"])
        #expect(port.code == 64, "\(port)")
    }
}
