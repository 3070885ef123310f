import Foundation
import TestSupport
import Testing

/// Real servers on loopback: Ceph's gateway, Slurm's daemons and nginx, by the scripts of `Tests/Fixtures/Servers/`.
///
/// Nothing is installed here. Where a program is missing, or its daemons do not come up, that is said, and passes.
@Suite(.serialized) struct ServerTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for index in 0..<3 { _ = try folder.write(returnsTable(shift: index), to: "in/r\(index).csv") }
    }

    /// Runs commands beside a server whose script is begun with these words; nil, with a message, where it cannot be had.
    ///
    /// The server's own files are in `server`, and what it says of itself in `ready` there.
    private func script(_ commands: String, server words: String) throws -> Tearsheet.Result? {
        let result = try Tearsheet.script(
            """
            root='\(repositoryRoot.path)'
            unset AWS_PROFILE AWS_SESSION_TOKEN
            bash "$root/Tests/Fixtures/Servers/"\(words) >said 2>server.log & server=$!
            for wait in {1..900}; do [ -f server/ready ] && break; [ -s said ] && break; sleep 0.2; done
            [ -f server/ready ] || { cat said; exit 77; }
            trap 'touch server/end; wait $server || true' EXIT
            """ + "\n" + commands, in: folder.url)
        if result.code == 77 { print("ServerTests: \(result.output)", terminator: "") }
        return result.code == 77 ? nil : result
    }

    @Test func `an archive lives in a bucket of Ceph, and many write into it at once`() throws {
        let result = try script(
            """
            . server/ready
            """ + "\n" + ObjectStorageTests.life + """

                tearsheet batch in -o out --format json,html --archive s3://reports/alone -q
                writers=()
                for own in 0 1 2 0; do
                  tearsheet report in/r$own.csv -o out$own$RANDOM --format html,json --archive s3://reports/many \\
                    --no-catalogue -q >/dev/null & writers+=($!)
                done
                for writer in "${writers[@]}"; do wait $writer; done
                tearsheet archive rebuild s3://reports/many -q || { tearsheet archive verify s3://reports/many; exit 1; }
                tearsheet archive verify s3://reports/many
                [ "$(tearsheet archive list s3://reports/many --format json | grep -c '"entry"')" = 3 ]
                # More than one part of 16 MiB: parts, and what they become, are the gateway's own.
                python3 - <<'END'
                import datetime
                begin = datetime.datetime(2000, 1, 1)
                with open("large.csv", "w") as file:
                    file.write("date,returns\\n")
                    for i in range(300000):
                        file.write(f"{(begin + datetime.timedelta(minutes=i)).isoformat()},{(i * 7919 % 2000 - 1000) / 1e6:.6f}\\n")
                END
                tearsheet report large.csv -o large --format json --archive s3://reports/large -q >/dev/null
                [ "$(stat -c %s large/large.json)" -gt 16777216 ]
                tearsheet archive verify s3://reports/large
                AWS_SECRET_ACCESS_KEY=other tearsheet archive list s3://reports/night 2>wrong.txt && exit 1
                grep -q 'the server answered 403; look at the credentials' wrong.txt
                """, server: "ceph.sh server")
        if let result { #expect(result.code == 0, "\(result.output) \(result.errors)") }
    }

    @Test func `Slurm does the shards of an array, and the whole batch behind them sums up`() throws {
        let result = try script(
            """
            . server/ready
            printf 'sources = ["in"]\\noutput = "out"\\nformat = "json"\\n' > n.toml
            bash "$root/Deployment/slurm-submit.sh" n.toml 3 >number
            for wait in {1..600}; do [ -z "$(squeue -h)" ] && break; sleep 0.5; done
            scontrol show job | grep -c 'JobState=COMPLETED'
            ls out/summary-?-of-3.json | wc -l
            grep -ho '0 written, 0 failed, 0 with warnings, 3 kept' slurm-$(cat number).out || cat slurm-*.out
            (cd out && sha256sum --quiet -c SHA256SUMS)
            """, server: "slurm.sh server")
        guard let result else { return }
        #expect(result.code == 0, "\(result.output) \(result.errors)")
        #expect(result.output.hasPrefix("4\n3\n"), "\(result.output) \(result.errors)")
        #expect(folder.names(in: "out").filter { $0.hasPrefix("r") } == ["r0.json", "r1.json", "r2.json"])
    }

    @Test func `nginx serves the catalogue, its histories and the reports, and a reader finds what it has`() throws {
        let result = try script(
            """
            tearsheet batch in -o out --format html,json --archive archive -q
            printf '2020-01-29,0.02\\n' >> in/r0.csv
            tearsheet batch in -o out --format html,json --archive archive -q
            python3 -B "$root/Tests/Browser/check_archive.py" "$(cat server/ready)" archive
            """, server: "nginx.sh server archive")
        if let result { #expect(result.code == 0, "\(result.output) \(result.errors)") }
    }
}
