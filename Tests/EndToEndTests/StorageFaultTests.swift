import Foundation
import TestSupport
import Testing

/// The archive in a bucket behind a proxy that does to chosen requests what networks and servers do on bad days: nothing that is
/// archived is lost or half visible, what is said is true, and the command given again gives the same objects.
///
/// The bucket is moto's; what faults there are, `Tests/Fixtures/Servers/faulty_proxy.py` says.
@Suite struct StorageFaultTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for index in 0..<3 { _ = try folder.write(returnsTable(shift: index), to: "in/r\(index).csv") }
    }

    /// Every object below a prefix with its digest, past the proxy; `whole` holds each entry, which is what has digests,
    /// against them and its manifest.
    private static let objects = """
        import boto3, hashlib, sys
        client, prefix = boto3.client("s3"), sys.argv[1] + "/"
        pages = client.get_paginator("list_objects_v2").paginate(Bucket="reports", Prefix=prefix)
        keys = [one["Key"] for page in pages for one in page.get("Contents", [])]
        data = {key[len(prefix):]: client.get_object(Bucket="reports", Key=key)["Body"].read() for key in keys}
        digests = {key: hashlib.sha256(value).hexdigest() for key, value in data.items()}
        for key in sorted(data):
            if sys.argv[2] == "all": print(digests[key], key)
            if sys.argv[2] == "whole" and key.endswith("/SHA256SUMS"):
                folder = key[:-len("SHA256SUMS")]
                for digest, name in (line.split("  ") for line in data[key].decode().splitlines()):
                    if digests.get(folder + name) != digest: print("half:", folder, name)
                if folder + "manifest.json" not in data: print("half:", folder, "manifest.json")
        """

    /// Server and proxy; `direct` asks past the proxy, `batch` archives through it, `given` sets rules for the proxy.
    private static let begin = """
        set +e
        unset AWS_PROFILE AWS_SESSION_TOKEN
        "$python" server.py >server.log 2>&1 &
        for wait in {1..300}; do [ -f ready ] && break; sleep 0.2; done
        . ./ready
        server=$AWS_ENDPOINT_URL
        python3 "$servers/faulty_proxy.py" $server >proxy.log 2>&1 &
        for wait in {1..100}; do [ -f address ] && break; sleep 0.1; done
        export AWS_ENDPOINT_URL=$(cat address) SOURCE_DATE_EPOCH=1600000000
        a=s3://reports/night
        direct() { AWS_ENDPOINT_URL=$server "$@"; }
        objects() { direct "$python" objects.py "$@"; }
        batch() { tearsheet batch in -o out --format json --archive $a -q >/dev/null 2>said; }
        given() { printf '%s\\n' "$@" >faults; }
        healed() { : >faults; }
        direct tearsheet batch in -o ref --format json --archive s3://reports/ref -q >/dev/null || echo "no reference"
        objects ref all >reference
        same() { objects night all >now; cmp -s reference now || { echo "$1: other objects"; diff reference now; }; }

        """

    /// Runs commands beside both; nothing is said where all is well. Passes with a message where moto cannot be had.
    private func check(_ commands: String) throws {
        guard let python = ObjectStorageTests.python else { return }
        _ = try folder.write(ObjectStorageTests.leash + ObjectStorageTests.moto, to: "server.py")
        _ = try folder.write(Self.objects, to: "objects.py")
        let places = "python='\(python)'\nservers='\(repositoryRoot.path)/Tests/Fixtures/Servers'\n"
        let result = try Tearsheet.script(places + Self.begin + commands, in: folder.url)
        let log = (try? folder.text("proxy.log")) ?? ""
        #expect(result.output.isEmpty, "\(result.output) \(result.errors) \(log.suffix(2000))")
    }

    @Test(arguments: [
        """
        500 1 PUT r0.json
        503 2 PUT r1.*manifest
        damaged 1 PUT r1.json
        drop 1 GET list-type
        cut 1 PUT r2.json
        lost 1 PUT r2.*manifest
        partial 1 GET r1.*manifest
        lost 1 PUT index.html
        """, "hang 1 PUT r0.json",
    ])
    func `what passes is tried again, and leaves the objects of a good day`(faults: String) throws {
        try check(
            """
            cat >rules <<'END'
            \(faults)
            END
            cp rules faults
            batch || { echo "code $?"; cat said; }
            while read -r fault times method pattern; do
              [ "$(grep "^$fault " requests | grep -c "$pattern")" = "$times" ] || echo "not tried: $fault $pattern"
            done <rules
            healed
            same after
            tearsheet archive verify $a 2>verified || cat verified
            """)
    }

    @Test(arguments: [
        ("500 99 PUT r1.*manifest", "the server answered 500, InternalError"),
        ("drop 99 PUT r1.json", "server returned nothing"),
        ("damaged 99 PUT r1.*SHA256SUMS", "the server answered 400, XAmzContentSHA256Mismatch"),
        ("cut 99 PUT r1.*manifest", "cannot write .s3://reports/night/strategies/r1/"),
    ])
    func `what lasts is told for the report that it hits, the others are archived, and nothing is half there`(
        fault: String, words: String
    ) throws {
        try check(
            """
            given '\(fault)'
            batch; code=$?
            [ $code = 1 ] || echo "code $code"
            grep -qi '\(words)' said || cat said
            [ "$(grep -c 'it is not archived' said)" = 1 ] || cat said
            grep -q "$AWS_SECRET_ACCESS_KEY" said && echo "the secret is told"
            healed
            objects night whole
            [ "$(tearsheet archive list $a --format json 2>/dev/null | grep -c '"entry"')" = 2 ] || echo "not two entries"
            batch || cat said
            same "given again"
            tearsheet archive verify $a 2>verified || cat verified
            """)
    }

    @Test(arguments: [
        "500 999 GET r1.*manifest.json", "drop 999 GET list-type.*strategies%2Fr1", "partial 999 GET r1.*SHA256SUMS",
        "503 999 GET list-type.*strategies%2F$",
    ])
    func `who reads from a storage that does not answer says so, and concludes nothing from it`(fault: String) throws {
        try check(
            """
            batch || cat said
            given '\(fault)'
            for command in list rebuild verify; do
              tearsheet archive $command $a >$command.txt 2>&1; code=$?
              [ $code = 1 ] || { echo "$command: code $code"; cat $command.txt; }
            done
            grep -q 'cannot \\(read\\|list\\)' list.txt || cat list.txt
            grep -q 'cannot \\(read\\|list\\)' rebuild.txt || cat rebuild.txt
            grep -q '^unreadable: ' verify.txt || cat verify.txt
            grep -E '^(foreign|missing|changed|misplaced): |not in the catalogue' verify.txt
            healed
            same "after reading"
            tearsheet archive verify $a 2>verified || cat verified
            """)
    }

    @Test func `a bit that turns over on the way is seen, and is no fault the next time`() throws {
        try check(
            """
            batch || cat said
            given 'flip 1 GET r1.json'
            tearsheet archive verify $a >verified 2>&1 && echo "verify does not see it"
            grep -q '^changed: strategies/r1/.*/r1.json: ' verified || cat verified
            given 'flip 1 GET r1.*manifest.json'
            tearsheet archive rebuild $a >rebuilt 2>&1 && echo "rebuild does not see it"
            grep -q 'strategies/r1/.* is no whole entry and left out' rebuilt || cat rebuilt
            healed
            tearsheet archive rebuild $a -q || echo "rebuild fails"
            same "after bits"
            tearsheet archive verify $a 2>verified || cat verified
            """)
    }

    @Test func `what is cut or gone in the bucket is found, and told of its entry or its file alone`() throws {
        try check(
            """
            batch || cat said
            cat >cut.py <<'END'
            import boto3, sys
            client, key = boto3.client("s3"), "night/" + sys.argv[1]
            data = client.get_object(Bucket="reports", Key=key)["Body"].read()
            open("kept", "wb").write(data)
            count = int(len(data) * float(sys.argv[2]))
            client.delete_object(Bucket="reports", Key=key)
            if count: client.put_object(Bucket="reports", Key=key, Body=data[:count])
            END
            cat >mend.py <<'END'
            import boto3, sys
            boto3.client("s3").put_object(Bucket="reports", Key="night/" + sys.argv[1], Body=open("kept", "rb").read())
            END
            entry=$(sed -n 's#.* \\(strategies/r1/r1[^/]*\\)/manifest.json#\\1#p' reference)
            for name in $entry/r1.json $entry/manifest.json $entry/SHA256SUMS catalogue.json catalogue.sqlite index.html; do
              for part in 0.5 0; do
                direct "$python" cut.py $name $part || echo "cannot cut $name"
                tearsheet archive verify $a >verified 2>&1 && echo "$name, $part: not found"
                grep -E '^[a-z]+: ' verified | grep -v '^tearsheet: ' | grep -v "$name" | grep -v "^missing: $entry: " |
                  grep -v "manifest.json: it does not agree with the rest of the entry"
                direct "$python" mend.py $name
              done
            done
            same "mended"
            tearsheet archive verify $a 2>verified || cat verified
            """)
    }

    @Test func `a clock that goes backwards makes no report older than the one before it`() throws {
        try check(
            """
            batch || cat said
            printf '2020-01-29,0.02\\n' >>in/r1.csv
            SOURCE_DATE_EPOCH=1000000000 tearsheet batch in -o out --format json --archive $a -q >/dev/null
            tearsheet archive list $a --strategy r1 --latest --format json 2>&1 | grep -q '"archived": "2001-09-09' ||
              tearsheet archive list $a --strategy r1
            tearsheet archive verify $a 2>verified || cat verified
            """)
    }
}
