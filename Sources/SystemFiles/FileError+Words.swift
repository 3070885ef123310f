import Glibc

extension FileError: CustomStringConvertible {
    /// One line without a full stop: `cannot read 'x.csv': no such file or directory`.
    public var message: String { "cannot \(verb) '\(PathText.shown(path))': \(reason)" }

    /// The message.
    public var description: String { message }

    /// What the system answered, alone: `no space left on the device`.
    ///
    /// Our own words for the common codes, because the C library's depend on its version; the C library's for the rest.
    public var reason: String {
        switch refusal {
        case .replacesInput(let input) where input == path:
            "it is a file that the command reads; write to another folder or under another name"
        case .replacesInput(let input):
            "it is '\(PathText.shown(input))', which the command reads; write to another folder or under another name"
        case .notAPlainFile: "a pipe or device is in the way"
        case .interrupted: "the process was asked to end"
        case .hasChanged: "it is no longer what it was when its report was made; make the report again"
        case nil: systemReason
        }
    }

    private var systemReason: String {
        switch code {
        case ENOENT: "no such file or directory"
        case EACCES, EPERM: "permission denied"
        case ENOSPC: "no space left on the device"
        case EISDIR: "it is a directory"
        case ENOTDIR: "a part of the path is not a directory"
        case EEXIST: "a file of that name is in the way"
        case EROFS: "the file system is read-only"
        case EIO: "input or output error of the device"
        case EMFILE, ENFILE: "too many open files"
        case ENAMETOOLONG: "the name is too long"
        case EFBIG: "the file would be larger than allowed"
        case EDQUOT: "the disk quota is used up"
        case ELOOP: "too many symbolic links"
        case EINVAL: "the name is not a valid path"
        case ENOMEM: "not enough memory"
        case EPIPE: "the reader has gone"
        case EAGAIN: "the limit of processes is reached"
        case EBADF: "it is closed"
        default: Self.systemWords(code)
        }
    }

    private var verb: String {
        switch operation {
        case .read: "read"
        case .write: "write"
        case .list: "list"
        case .createFolder: "create the folder"
        case .resolve: "find"
        case .start: "start"
        }
    }

    private static func systemWords(_ code: Int32) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "system error \(code)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).lowercased()
    }
}
