import CFuzzer
import Glibc

/// What is fuzzed: `TEARSHEET_FUZZ_TARGET`, one of ``FuzzTarget``.
private let target: FuzzTarget = {
    let name = getenv("TEARSHEET_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
        let words = Array("set TEARSHEET_FUZZ_TARGET to one of: \(names)\n".utf8)
        _ = Glibc.write(STDERR_FILENO, words, words.count)
        exit(64)
    }
    return target
}()

/// Called for every input. What a target throws is an answer; what traps, leaks or never ends is a find.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

/// SwiftPM links executables so that `main` is the module's own entry point.
@_cdecl("fuzz_main")
func fuzzMain(_ count: Int32, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32 {
    var (count, words) = (count, words)
    return LLVMFuzzerRunDriver(&count, &words, testOneInput)
}
