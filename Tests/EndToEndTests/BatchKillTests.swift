import Foundation
import TestSupport
import Testing

/// A batch that was killed at any moment comes to the same bytes when it is given again.
///
/// `TEARSHEET_KILLS=200` kills so often; a few kills are enough for every run of the tests.
@Suite struct BatchKillTests {
    @Test func `killed at random moments and given again, all bytes are those of an undisturbed batch`() throws {
        let folder = try TemporaryFolder()
        for index in 0..<10 { _ = try folder.write(returnsTable(shift: index), to: "in/\(index % 3)/r\(index).csv") }
        _ = try folder.write("date,returns\n2020-01-01,x\n", to: "in/bad.csv")
        let kills = ProcessInfo.processInfo.environment["TEARSHEET_KILLS"] ?? "6"
        let script = """
            set +e
            batch() { tearsheet batch in -o "$1" --format html,json,csv -j 2 -q >/dev/null 2>&1; }
            begin=$(date +%s%N); batch ref; took=$(( ($(date +%s%N) - begin) / 1000000 ))
            [ $took -lt 50 ] && took=50
            resumed=0
            for round in $(seq \(kills)); do
              rm -rf out
              tearsheet batch in -o out --format html,json,csv -j 2 >/dev/null 2>&1 & p=$!
              sleep $(printf '%d.%03d' $(( (wait = RANDOM * 32768 + RANDOM, wait % took) / 1000 )) $(( wait % took % 1000 )))
              kill -KILL $p 2>/dev/null; wait $p 2>/dev/null
              [ -e out/.tearsheet-batch.running ] && resumed=$((resumed + 1))
              batch out
              diff -r -x audit ref out || echo "round $round differs"
            done
            (cd out && sha256sum --quiet -c SHA256SUMS) || echo "sums differ"
            echo "resumed $resumed"
            """
        let result = try Tearsheet.script(script, in: folder.url)
        #expect(!result.output.contains("differs"), "\(result.output) \(result.errors)")
        #expect(result.output.contains("resumed "), "\(result.errors)")
    }

    @Test func `a batch that was ended goes on where it stopped`() throws {
        let folder = try TemporaryFolder()
        for index in 0..<60 { _ = try folder.write(returnsTable(shift: index), to: "in/r\(100 + index).csv") }
        let script = """
            set +e
            env --default-signal tearsheet batch in -o out --format html,json -j 2 2>/dev/null & p=$!
            for i in $(seq 400); do [ "$(ls out 2>/dev/null | wc -l)" -ge 6 ] && break; sleep 0.02; done
            kill -TERM $p; wait $p
            there=$(ls out/*.html | wc -l)
            tearsheet batch in -o out --format html,json -j 2
            echo "there $there"
            """
        let result = try Tearsheet.script(script, in: folder.url)
        let there = result.output.split(separator: "\n").last?.split(separator: " ").last.flatMap { Int($0) } ?? 0
        #expect(there > 0 && there < 60, "\(result.output)")
        #expect(
            result.errors.contains("\(60 - there) written, 0 failed, 0 with warnings, \(there) kept"),
            "\(result.errors)")
    }
}
