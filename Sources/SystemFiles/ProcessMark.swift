import Glibc

/// Which process left a temporary file behind: in the file's name, so that a later one can tell whether it still lives.
///
/// Host, process namespace, process and its time of start: numbers of processes come again, and on shared storage other
/// hosts and containers have processes of the same number.
struct ProcessMark: Equatable {
    static let prefix = ".tearsheet-"

    /// Host and namespace.
    let place: String
    let process: Int32
    let start: UInt64

    /// `.tearsheet-host.4026531836-1234-567890`, followed by `-` and what the file is.
    var stem: String { "\(Self.prefix)\(place)-\(process)-\(start)" }

    /// This process.
    static var own: ProcessMark {
        let process = getpid()
        return ProcessMark(place: Self.here, process: process, start: fields(of: process).flatMap(startTime) ?? 0)
    }

    /// The mark in a file's name, and what stands behind it; nil for any other name.
    static func parse(_ name: String) -> (mark: ProcessMark, rest: String)? {
        guard name.hasPrefix(prefix) else { return nil }
        let parts = name.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, let process = Int32(parts[1]), let start = UInt64(parts[2]) else { return nil }
        return (ProcessMark(place: String(parts[0]), process: process, start: start), String(parts[3]))
    }

    /// Whether the process surely ended: it ran here, and its number is free or belongs to one that started later.
    var isDead: Bool {
        guard place == Self.here, process > 0 else { return false }
        if kill(process, 0) != 0 { return errno == ESRCH }
        guard start != 0, let now = Self.fields(of: process), let begun = Self.startTime(now) else { return false }
        // Where the first process of a container does not collect orphans, they stay in the list after their end.
        return begun != start || ["Z", "X"].contains(now[1])
    }

    /// Constant for the life of a process.
    private static let here = hostName + "." + (namespace ?? "0")

    /// Letters, digits, dots and underlines.
    static let hostName: String = {
        var buffer = [CChar](repeating: 0, count: 256)
        _ = unsafe gethostname(&buffer, buffer.count - 1)
        let name = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let safe = name.map { isSafe($0) ? Character(UnicodeScalar($0)) : "_" }
        return String(safe.prefix(64))
    }()

    private static func isSafe(_ byte: UInt8) -> Bool {
        UnicodeScalar(byte).properties.isAlphabetic && byte < 0x80 || (0x30...0x39).contains(byte) || byte == 0x2E
    }

    /// The number in `pid:[4026531836]`.
    private static var namespace: String? {
        var buffer = [CChar](repeating: 0, count: 64)
        let count = unsafe readlink("/proc/self/ns/pid", &buffer, buffer.count)
        guard count > 0 else { return nil }
        let digits = buffer.prefix(count).filter { (0x30...0x39).contains($0) }
        return digits.isEmpty ? nil : String(decoding: digits.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// What `/proc` says of a process, from the bracket behind its name on: state, parent, …; nil where it does not tell.
    private static func fields(of process: Int32) -> [String]? {
        guard let bytes = try? FileSystem.readFile("/proc/\(process)/stat") else { return nil }
        // The name of the program is in brackets and may hold anything: the fields are counted from the last bracket.
        guard let bracket = bytes.lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = bytes[bracket...].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
        return fields.count > 20 ? fields : nil
    }

    /// Clock ticks since the machine started.
    private static func startTime(_ fields: [String]) -> UInt64? { UInt64(fields[20]) }
}
