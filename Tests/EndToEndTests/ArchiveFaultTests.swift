import Foundation
import TestSupport
import Testing

/// Many writers, killed writers, full and forbidden storage: nothing that is archived is lost or half visible.
@Suite struct ArchiveFaultTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func script(_ text: String) throws -> Tearsheet.Result {
        try Tearsheet.script("set +e\n" + text, in: folder.url)
    }

    @Test func `many processes write the same and different reports at once`() throws {
        for index in 0..<6 { _ = try folder.write(returnsTable(shift: index), to: "in/r\(index).csv") }
        let result = try script(
            """
            for writer in $(seq 8); do
              own=$((writer % 6))
              tearsheet report in/r0.csv in/r$own.csv in/r5.csv -o out$writer --format html,json --archive archive -q -j 1 \\
                >/dev/null 2>>errors &
            done
            wait
            cat errors >&2
            tearsheet archive verify archive || echo "verify failed"
            ls -d archive/strategies/*/*/ | wc -l
            ls -A archive/.incoming | wc -l
            cp -r archive again
            tearsheet archive rebuild again -q
            diff -r archive again || echo "another catalogue"
            for sums in archive/SHA256SUMS archive/strategies/*/*/SHA256SUMS; do
              (cd "$(dirname "$sums")" && sha256sum --quiet -c SHA256SUMS) || echo "sums differ"
            done
            """)
        // r0 and r5 by all, r1 to r4 by one or two: duplicates of one command (r0 r0 r5) are refused by it, not archived twice.
        #expect(result.output == "6\n0\n", "\(result.output) \(result.errors)")
    }

    /// `TEARSHEET_KILLS=200` kills so often.
    @Test func `killed at random moments, entries are whole or not there, and the command given again completes them`()
        throws
    {
        for index in 0..<6 { _ = try folder.write(returnsTable(shift: index), to: "in/r\(index).csv") }
        let kills = ProcessInfo.processInfo.environment["TEARSHEET_KILLS"] ?? "6"
        let result = try script(
            """
            tearsheet batch in -o out --format html,json -q >/dev/null 2>&1
            begin=$(date +%s%N)
            tearsheet batch in -o out --format html,json --archive ref -q >/dev/null 2>&1
            took=$(( ($(date +%s%N) - begin) / 1000000 )); [ $took -lt 50 ] && took=50
            for round in $(seq \(kills)); do
              rm -rf archive
              tearsheet batch in -o out --format html,json --archive archive >/dev/null 2>&1 & p=$!
              wait=$(( (RANDOM * 32768 + RANDOM) % took ))
              sleep $(printf '%d.%03d' $((wait / 1000)) $((wait % 1000)))
              kill -KILL $p 2>/dev/null; wait $p 2>/dev/null
              sleep 0.05
              for entry in archive/strategies/*/*/; do
                [ -d "$entry" ] || continue
                (cd $entry && [ "$(ls | wc -l)" = 4 ] && sha256sum --quiet -c SHA256SUMS) || echo "round $round: $entry is half"
              done
              tearsheet batch in -o out --format html,json --archive archive -q >/dev/null 2>errors || cat errors
              tearsheet archive verify archive || echo "round $round: verify failed"
              [ "$(cd ref && ls -d strategies/*/*/)" = "$(cd archive && ls -d strategies/*/*/)" ] || echo "round $round: others"
              [ -z "$(ls -A archive/.incoming)" ] || echo "round $round: left over"
            done
            """)
        #expect(result.output.isEmpty, "\(result.output) \(result.errors)")
    }

    @Test func `a prune that is killed leaves whole entries, and may be given again`() throws {
        let result = try script(
            """
            for i in $(seq 12); do
              printf 'date,returns\\n2020-01-01,0.0%d\\n2020-01-02,0.01\\n' $i > s.csv
              tearsheet report s.csv -o out --format json --archive archive --no-catalogue -q >/dev/null
            done
            tearsheet archive rebuild archive -q
            for wait in 0.01 0.03 0.06 0.1; do
              cp -r archive copy
              tearsheet archive prune copy --keep-last 1 >/dev/null 2>&1 & p=$!
              sleep $wait; kill -KILL $p; wait $p 2>/dev/null
              tearsheet archive verify copy || echo "after $wait: verify failed"
              tearsheet archive prune copy --keep-last 1 -q || echo "after $wait: failed"
              tearsheet archive verify copy || echo "after $wait: verify failed at the end"
              [ "$(ls -d copy/strategies/*/*/ | wc -l)" = 1 ] || echo "after $wait: entries are left"
              rm -rf copy
            done
            """)
        #expect(result.output.isEmpty, "\(result.output) \(result.errors)")
    }

    @Test func `a full disk archives nothing by halves, and says so`() throws {
        _ = try folder.write(returnsTable(), to: "r.csv")
        // A file system of our own, in a namespace of our own; where that is not allowed there is nothing to test.
        let result = try script(
            """
            mkdir small
            cat > inner <<'END'
            mount -t tmpfs -o size=400k none small || exit 0
            tearsheet report r.csv -o out --format json --archive small/archive -q >/dev/null 2>&1 || echo "first failed"
            tearsheet report r.csv -o out2 --title two --archive small/archive 2>&1 >/dev/null
            echo "code $?"
            ls -d small/archive/strategies/*/*/ | wc -l
            ls -A small/archive/.incoming | grep -vc -- '-work$'
            (cd small/archive/strategies/*/*/ && sha256sum --quiet -c SHA256SUMS) || echo "sums differ"
            END
            unshare -rm bash inner || echo none
            """)
        let said = result.output
        guard said.contains("code") else { return }
        #expect(said.contains("it is not archived: cannot write"), "\(said)")
        #expect(said.hasSuffix("code 1\n1\n0\n") && !said.contains("first failed"), "\(said) \(result.errors)")
        #expect(folder.names(in: "out2") == ["r.html", "r.pdf"])
    }

    @Test func `storage that may only be read is read, and refuses what would write`() throws {
        _ = try folder.write(returnsTable(), to: "r.csv")
        let result = try script(
            """
            tearsheet report r.csv -o out --format json --archive archive -q >/dev/null
            cat > inner <<'END'
            mount --bind archive archive && mount -o remount,bind,ro archive || exit 0
            tearsheet archive verify archive 2>/dev/null; echo "verify $?"
            tearsheet archive list archive >/dev/null; echo "list $?"
            tearsheet report r.csv -o out2 --title two --format html --archive archive 2>&1 >/dev/null; echo "report $?"
            END
            unshare -rm bash inner || echo none
            ls -d archive/strategies/*/*/ | wc -l
            """)
        guard result.output.contains("report") else { return }
        #expect(result.output.hasPrefix("verify 0\nlist 0\n"), "\(result.output)")
        #expect(result.output.contains("read-only") && result.output.hasSuffix("report 1\n1\n"), "\(result.output)")
        #expect(folder.names(in: "out2") == ["r.html"])
    }

    @Test func `a folder that others own is refused, and the report is made all the same`() throws {
        _ = try folder.write(returnsTable(), to: "r.csv")
        let result = try script(
            """
            tearsheet report r.csv -o out --format json --archive archive -q >/dev/null
            chmod -R a+rX . ; chmod a-w archive archive/strategies archive/strategies/r archive/.incoming
            mkdir -m 777 mine
            as=""; [ "$(id -u)" = 0 ] && as="setpriv --reuid 65534 --clear-groups"
            $as env "PATH=$PATH" tearsheet report r.csv -o mine --title two --format html --archive archive 2>&1 >/dev/null
            echo "code $?"
            ls mine
            chmod -R u+w archive
            """)
        guard !result.output.contains("Permission denied\n") else { return }
        #expect(
            result.output.contains("permission denied") && result.output.hasSuffix("code 1\nr.html\n"),
            "\(result.output)")
    }
}
