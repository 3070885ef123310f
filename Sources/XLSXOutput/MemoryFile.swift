import Glibc
import XLSXCalls

/// A file in memory with a path, gone with its owner.
final class MemoryFile {
    private let descriptor: Int32

    init() throws(XLSXError) {
        descriptor = xlsx_calls_memory_file()
        guard descriptor >= 0 else { throw .noMemoryFile }
        guard unsafe access(path, W_OK) == 0 else { throw .noMemoryFile }
    }

    deinit { close(descriptor) }

    /// Where whoever takes a path alone finds it.
    var path: String { "/proc/self/fd/\(descriptor)" }

    /// All that was written.
    func bytes() throws(XLSXError) -> [UInt8] {
        let size = Int(lseek(descriptor, 0, SEEK_END))
        guard size >= 0 else { throw .noMemoryFile }
        var bytes = [UInt8](repeating: 0, count: size)
        let count = unsafe bytes.withUnsafeMutableBytes { buffer in
            var count = 0
            while count < size {
                let read = unsafe pread(
                    descriptor, buffer.baseAddress.map { unsafe $0 + count }, size - count, off_t(count))
                guard read > 0 else { break }
                count += read
            }
            return count
        }
        guard count == size else { throw .noMemoryFile }
        return bytes
    }
}
