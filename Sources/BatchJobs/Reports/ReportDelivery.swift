import Reports
import SystemFiles

/// Brings a report's files to their place: all of them together or none, and never in the place of an input.
public struct ReportDelivery: Sendable {
    private let destination: ReportJob.Destination
    private let inputs: ProtectedFiles

    /// A delivery to a destination that spares some files.
    public init(to destination: ReportJob.Destination, sparing inputs: ProtectedFiles) {
        self.destination = destination
        self.inputs = inputs
    }

    /// Finds out before the work what would stop the files, as far as their names are known. `name` stands before the
    /// endings of files in a folder.
    public func check(named name: String, _ formats: [OutputFormat]) throws(JobFailure) {
        do {
            switch destination {
            case .folder(let folder):
                for format in formats where !format.needsFolder {
                    try FileSystem.checkTarget(FileSystem.join(folder, name + format.suffix), inputs)
                }
            case .file(let path): try Self.spare(inputs.input(at: path), path)
            case .standardOutput: try Self.spare(inputs.inputBehindStandardOutput(), "standard output")
            }
        } catch { throw Self.unwritable(error) }
    }

    /// Writes the files and gives their paths; none for standard output.
    public func write(_ files: [ReportFile], named name: String) throws(JobFailure) -> [String] {
        do {
            switch destination {
            case .file(let path):
                for file in files { try FileSystem.writeAtomically(Self.content(file), to: path, sparing: inputs) }
                return [path]
            case .folder(let folder):
                return try write(files, named: name, into: folder)
            case .standardOutput:
                for file in files { try StandardStreams.writeOutput(Self.content(file)) }
                return []
            }
        } catch { throw Self.unwritable(error) }
    }

    /// Files of one folder take their places together; a report's resources have folders of their own.
    private func write(
        _ files: [ReportFile], named name: String, into folder: String
    ) throws(FileError) -> [String] {
        var groups: [(folder: String, files: [(String, FileOutput)])] = []
        for file in files {
            let path = FileSystem.join(folder, file.path(named: name))
            let place = file.folder.isEmpty ? folder : FileSystem.parent(of: path)
            let entry = (file.folder.isEmpty ? name + file.suffix : FileSystem.name(of: path), Self.content(file))
            if let known = groups.firstIndex(where: { $0.folder == place }) {
                groups[known].files.append(entry)
            } else {
                groups.append((place, [entry]))
            }
        }
        var paths: [String] = []
        for group in groups {
            try FileSystem.createDirectories(group.folder)
            paths += try FileSystem.writeTogether(group.files, into: group.folder, sparing: inputs)
        }
        return paths
    }

    private static func spare(_ input: String?, _ path: String) throws(FileError) {
        if let input { throw FileError(.write, path, code: 0, refusal: .replacesInput(input)) }
    }

    /// Made while it is written, so that of a data file only a piece is in memory.
    private static func content(_ file: ReportFile) -> FileOutput { FileOutput(writing: file.write) }

    private static func unwritable(_ error: FileError) -> JobFailure {
        JobFailure(code: "unwritable_file", message: error.message)
    }
}
