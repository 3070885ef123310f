import SystemFiles

/// What a finished batch leaves for the next one into the same folder: the record of every run.
///
/// It lies beside the summary under a hidden name and takes its place together with it. A file that is not whole, or of
/// another form, counts as none: then every run is new.
struct BatchState: Equatable {
    static let fileName = ".tearsheet-batch"
    private static let form = "tearsheet batch state 1"

    /// Which batch into this folder it was, from 1.
    var number = 0
    /// By ``RunRecord/key``, in the order of the batch.
    var records: [RunRecord] = []

    /// The state in a folder.
    init(in folder: String) {
        guard let bytes = try? FileSystem.readFile(FileSystem.join(folder, Self.fileName)) else { return }
        var reader = WireReader(bytes)
        guard reader.text() == Self.form else { return }
        let number = reader.count()
        let records = reader.list { RunRecord(from: &$0) }
        guard reader.text() == Self.form else { return }
        (self.number, self.records) = (number, records)
    }

    init(number: Int, records: [RunRecord]) {
        self.number = number
        self.records = records
    }

    var bytes: [UInt8] {
        var writer = WireWriter()
        writer.write(Self.form)
        writer.write(UInt64(number))
        writer.write(records) { $1.write(to: &$0) }
        writer.write(Self.form)
        return writer.bytes
    }
}
