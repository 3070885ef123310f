import Foundation
import TestSupport
import Testing

/// A command that is killed at any moment leaves whole files, whole sets, and nothing that the next run does not clear.
@Suite struct KillTests {
    @Test(arguments: ["KILL", "TERM", "INT", "HUP"])
    func `whole sets or none, whenever the process is killed`(signal: String) throws {
        let folder = try TemporaryFolder()
        let script = """
            for round in $(seq 8); do
              for r in 1 2 3 4; do { cat table; echo "2020-02-0$round,0.0$r"; } >r$r.csv; done
              tearsheet report r?.csv -o out --format html,json -j 2 >/dev/null 2>&1 & p=$!
              sleep 0.$((RANDOM % 7))$((RANDOM % 10)); kill -\(signal) $p 2>/dev/null || true; wait $p 2>/dev/null || true
              sleep 0.3
              for page in out/*.html; do
                [ -e "$page" ] || continue
                grep -q '</html>' "$page" || echo "part of a page: $page"
                digest=$(grep -o 'input sha256 [0-9a-f]*' "$page" | head -1 | cut -d' ' -f3)
                grep -q "$digest" "${page%.html}.json" || echo "mixed set: $page"
              done
            done
            tearsheet report r?.csv -o out --format html,json -q
            ls -A out
            """
        _ = try folder.write(returnsTable(), to: "table")
        let result = try Tearsheet.script(script, in: folder.url)
        let expected = (1...4).flatMap { ["r\($0).html", "r\($0).json"] }.joined(separator: "\n") + "\n"
        #expect(result.output == expected, "\(result.errors)")
    }
}
