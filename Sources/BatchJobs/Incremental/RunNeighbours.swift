import NativeCodecs
import RunFormats
import Series
import SystemFiles

/// The names of the files beside a run, as one digest: of a folder that is one run all of them, else those that begin like
/// one of the run's own files, so that a result that arrives in a folder of a thousand concerns no other.
final class RunNeighbours {
    /// The folder looked at last: runs come folder by folder.
    private var folder: String?
    private var names: [String] = []

    func digest(of reference: RunReference) -> String {
        let isWhole = reference.key == nil && FileSystem.kind(of: reference.path) == .directory
        let names = isWhole ? plainNames(in: reference.path) : similar(to: reference)
        return SHA256.hex(names.flatMap { PathText.bytes(of: $0) + [0] })
    }

    private func similar(to reference: RunReference) -> [String] {
        let files = reference.inputs.isEmpty ? [reference.path] : reference.inputs
        var found: Set<String> = []
        for file in files {
            let stem = String(FileSystem.name(of: file).prefix { $0 != "." })
            let names = plainNames(in: FileSystem.parent(of: file))
            var place = firstPlace(of: stem, in: names)
            while place < names.count, names[place].utf8.starts(with: stem.utf8) {
                if names[place].utf8.dropFirst(stem.utf8.count).first == UInt8(ascii: ".") {
                    found.insert(names[place])
                }
                place += 1
            }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Where names that begin so stand among sorted ones.
    private func firstPlace(of stem: String, in names: [String]) -> Int {
        names.partitioningIndex { !$0.utf8.lexicographicallyPrecedes(stem.utf8) }
    }

    private func plainNames(in folder: String) -> [String] {
        if folder != self.folder {
            self.folder = folder
            names = ((try? FileSystem.listDirectory(folder)) ?? []).filter { !$0.hasPrefix(".") }
        }
        return names
    }
}
