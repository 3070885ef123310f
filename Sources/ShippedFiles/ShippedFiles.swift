import CShippedFiles

/// Fonts, templates and themes that are part of the executable, so an installed binary works from anywhere.
///
/// Paths are those below the repository's root, such as `Fonts/Inter-Regular.otf`. The list of what ships is
/// `Sources/CShippedFiles/ShippedFiles.c`.
public enum ShippedFiles {
    /// The path of every shipped file, in the order of the list.
    public static var paths: [String] {
        (0..<tearsheet_shipped_file_count()).map { unsafe String(cString: tearsheet_shipped_file($0).path) }
    }

    /// The paths of the shipped files below a folder, such as `Templates/full`, in the order of the list.
    public static func paths(below folder: String) -> [String] {
        paths.filter { $0.hasPrefix(folder + "/") }
    }

    /// A copy of a file's bytes; nil when no such file ships.
    public static func bytes(of path: String) -> [UInt8]? {
        unsafe staticBytes(of: path).map { unsafe [UInt8]($0) }
    }

    /// A file's text; nil when no such file ships.
    public static func text(of path: String) -> String? {
        unsafe staticBytes(of: path).map { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// A file's bytes where they stand in the executable, without a copy: they live as long as the process.
    ///
    /// For libraries that keep a pointer, such as FreeType's memory faces.
    public static func staticBytes(of path: String) -> UnsafeRawBufferPointer? {
        for index in 0..<tearsheet_shipped_file_count() {
            let file = unsafe tearsheet_shipped_file(index)
            guard unsafe String(cString: file.path) == path else { continue }
            return unsafe UnsafeRawBufferPointer(start: file.bytes, count: file.count)
        }
        return nil
    }
}
