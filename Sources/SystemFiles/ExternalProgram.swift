import Glibc

/// A program of the system's that is started and left to itself.
public enum ExternalProgram {
    /// Starts a program of the PATH without input and output; false where there is none.
    public static func start(_ words: [String]) -> Bool {
        var actions = unsafe posix_spawn_file_actions_t()
        _ = unsafe posix_spawn_file_actions_init(&actions)
        defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
        for stream in 0...2 as ClosedRange<Int32> {
            _ = unsafe posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
        }
        var process = pid_t()
        let texts = unsafe words.map { unsafe strdup($0) }
        defer { unsafe texts.forEach { unsafe free($0) } }
        return unsafe posix_spawnp(&process, words[0], &actions, nil, texts + [nil], environ) == 0
    }
}
