import Containers
import NativeCodecs
import SystemFiles

/// Files that are no tables: reports as HTML, workbooks of several sheets, XML.
extension RunSource {
    /// The bytes of a file of the run as they are stored, expanded where they are gzip, and its row in the provenance.
    func document(_ name: String, role: String) throws(RunError) -> [UInt8] {
        let raw: [UInt8]
        if let archive {
            raw = try content(name, of: archive, role: role)
        } else {
            try checkInside(name)
            raw = try content(place(of: name), name: PathText.shown(name), role: role)
        }
        return Gzip.isGzip(raw) ? try expanded(raw, name: PathText.shown(name)) : raw
    }
}
