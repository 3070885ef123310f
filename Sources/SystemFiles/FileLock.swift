import Glibc

/// A file that one process at a time holds: the system takes the lock from a process that ends, however it ends.
///
/// A lock of the process (`fcntl`), so processes that it makes do not have it, and network file systems know it. Where a
/// file system has no locks, everybody gets one.
public final class FileLock {
    private let descriptor: Int32

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { _ = close(descriptor) }

    /// The lock of a file, which is made where it is missing and stays; nil where another process holds it.
    public static func take(_ path: String) throws(FileError) -> FileLock? {
        try FileSystem.check(path, .write)
        let descriptor = unsafe PathText.withPath(path) { unsafe open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
        guard descriptor >= 0 else { throw FileError(.write, path, code: errno) }
        var whole = flock()
        whole.l_type = Int16(F_WRLCK)
        whole.l_whence = Int16(SEEK_SET)
        let answer = unsafe fcntl(descriptor, F_SETLK, &whole)
        if answer != 0, errno == EACCES || errno == EAGAIN {
            _ = close(descriptor)
            return nil
        }
        return FileLock(descriptor)
    }
}
