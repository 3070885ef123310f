import CProcess
import Glibc

/// What the process was started with. Only the outermost layers may ask; nothing that computes does.
public enum ProcessEnvironment {
    /// The words after the program's name; words that are not UTF-8 as ``PathText`` keeps them.
    public static var arguments: [String] {
        guard let words = unsafe tearsheet_arguments() else { return [] }
        return (1..<max(1, Int(tearsheet_argument_count()))).compactMap { index in
            unsafe words[index].map { unsafe PathText.path(of: $0) }
        }
    }

    /// Keeps up to 64 MiB of freed memory for what comes next; larger pieces than 8 MiB go back at once. A report asks for
    /// memory and frees it a thousand times, and a sixth of its page faults came from having given it back.
    public static func keepMemory() { tearsheet_keep_memory() }

    /// Seconds on a clock that only runs forward, for deadlines and durations.
    public static var seconds: Double {
        var now = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }

    /// The value of an environment variable; nil when it is not set.
    public static func variable(_ name: String) -> String? {
        guard let text = unsafe getenv(name) else { return nil }
        return unsafe String(cString: text)
    }

    /// Ends this process as the signal would have, so that its parent sees why.
    public static func end(bySignal number: Int32) -> Never {
        _ = signal(number, SIG_DFL)
        _ = raise(number)
        _exit(128 + number)
    }

    /// How many processors the process may use (its affinity mask where the system tells, else all), at least 1.
    public static var processorCount: Int {
        let status = try? FileSystem.readFile("/proc/self/status")
        return status.flatMap { allowedProcessors(String(decoding: $0, as: UTF8.self)) }
            ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }

    /// The latest date that a clock anywhere shows now (UTC+14), in days since 1970; nil where there is no clock.
    ///
    /// `SOURCE_DATE_EPOCH` stands for the clock where it is set, so that builds of documents can be repeated.
    public static var latestDate: Int? {
        let seconds = variable("SOURCE_DATE_EPOCH").flatMap { Int($0) } ?? clock
        guard seconds > 0, seconds < 1 << 50 else { return nil }
        return (seconds + 14 * 3600) / 86_400
    }

    /// Milliseconds since 1970 in UTC, by the system's clock: for logs alone, since nothing that is computed or rendered
    /// may depend on it.
    public static var unixMilliseconds: Int64 {
        var now = timespec()
        _ = unsafe clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
    }

    /// Milliseconds since 1970 in UTC for what is kept: by `SOURCE_DATE_EPOCH` where it is set, else by the system's clock.
    public static var recordedMilliseconds: Int64 {
        guard let text = variable("SOURCE_DATE_EPOCH"), let seconds = Int64(text), (0..<1 << 40).contains(seconds)
        else {
            return unixMilliseconds
        }
        return seconds * 1000
    }

    /// Seconds since 1970.
    private static var clock: Int { time(nil) }

    /// The number of set bits in the mask of a line such as `Cpus_allowed:	0000ff,ffffffff`.
    static func allowedProcessors(_ status: String) -> Int? {
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("Cpus_allowed:") }) else {
            return nil
        }
        let bits = line.dropFirst(13).reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
        return bits > 0 ? bits : nil
    }
}
