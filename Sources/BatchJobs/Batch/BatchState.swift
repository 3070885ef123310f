import NativeCodecs
import SystemFiles

/// What a finished batch leaves for the next one into the same folder: the record of every run.
///
/// It lies beside the summary under a hidden name and takes its place together with it. A file that is not whole, or of
/// another form, counts as none: then every run is new.
struct BatchState: Equatable {
    static let fileName = ".tearsheet-batch"
    private static let form = "tearsheet batch state 4"

    /// Which batch into this folder it was, from 1.
    var number = 0
    /// The options that decided the reports, each with a digest of its value and of the file that it names.
    var options: [BatchOption] = []
    /// By ``RunRecord/key``, in the order of the batch.
    var records: [RunRecord] = []

    /// The state in a folder.
    init(in folder: String) {
        guard let bytes = try? FileSystem.readFile(FileSystem.join(folder, Self.fileName)) else { return }
        var reader = WireReader(bytes)
        guard reader.text() == Self.form else { return }
        let number = reader.count()
        let options = reader.list { BatchOption(name: $0.text(), digest: $0.text()) }
        let records = reader.list { RunRecord(from: &$0) }
        guard reader.text() == Self.form else { return }
        (self.number, self.options, self.records) = (number, options, records)
    }

    init(number: Int, options: [BatchOption] = [], records: [RunRecord]) {
        self.number = number
        self.options = options
        self.records = records
    }

    var bytes: [UInt8] {
        var writer = WireWriter()
        writer.write(Self.form)
        writer.write(UInt64(number))
        writer.write(options) { writer, option in
            writer.write(option.name)
            writer.write(option.digest)
        }
        writer.write(records) { $1.write(to: &$0) }
        writer.write(Self.form)
        return writer.bytes
    }
}

/// An option that decides reports.
public struct BatchOption: Equatable, Sendable {
    /// Its name on the command line: `--theme`.
    public var name: String
    /// A digest of its value, and of the contents of files that it names.
    public var digest: String

    /// An option.
    public init(name: String, digest: String) {
        self.name = name
        self.digest = digest
    }

    /// One digest of several.
    static func digest(of options: [BatchOption]) -> String {
        SHA256.hex(Array(options.map { $0.name + "=" + $0.digest + "\n" }.joined().utf8))
    }

    /// The names of those that two batches do not have alike, sorted.
    static func changed(_ one: [BatchOption], _ other: [BatchOption]) -> [String] {
        let different = one.filter { !other.contains($0) } + other.filter { !one.contains($0) }
        return Set(different.map(\.name)).sorted()
    }
}
