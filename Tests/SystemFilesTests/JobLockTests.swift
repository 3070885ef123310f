import Foundation
import Testing

@testable import SystemFiles

/// A lock of a job where the file system has locks, and where a second file must do.
@Suite struct JobLockTests {
    private func holder(_ outcome: JobLock.Outcome) -> String? {
        if case .held(let words) = outcome { words } else { nil }
    }

    private func take(_ path: String) throws -> JobLock.Outcome {
        try JobLock.take(path, at: "2026-11-26T22:00:00Z", hasSystemLocks: false)
    }

    @Test func `a second file keeps a lock while its process lives`() throws {
        try withFolder { folder in
            let path = folder + "/lock"
            let first = try take(path)
            #expect(holder(first) == nil)
            let words = try #require(try holder(take(path)))
            #expect(
                words.hasPrefix("process \(getpid()) on ") && words.hasSuffix(" since 2026-11-26T22:00:00Z"), "\(words)"
            )
            withExtendedLifetime(first) {}
        }
    }

    @Test func `it is let go of, and nothing is left`() throws {
        try withFolder { folder in
            for _ in 0..<2 {
                let words = holder(try take(folder + "/lock"))
                #expect(words == nil)
            }
            let names = try FileSystem.listDirectory(folder)
            #expect(names.isEmpty)
        }
    }

    @Test func `a process of this host that ended keeps nobody out, one of another host does`() throws {
        try withFolder { folder in
            let path = folder + "/lock"
            let own = ProcessMark.own
            // The same number that began at another time is another process.
            let ended = ProcessMark(place: own.place, process: own.process, start: own.start + 1)
            try Data("\(ended.stem)-lock\nbefore\n".utf8).write(to: URL(fileURLWithPath: path + ".holder"))
            let taken = try take(path)
            #expect(holder(taken) == nil)
            withExtendedLifetime(taken) {}
            let elsewhere = ProcessMark(place: "other.1", process: 1, start: 1)
            try Data("\(elsewhere.stem)-lock\nbefore\n".utf8).write(to: URL(fileURLWithPath: path + ".holder"))
            let words = holder(try take(path))
            #expect(words == "process 1 on other since before")
        }
    }
}
