import SystemFiles

/// The records of a batch that is running, each written as its reports are there: what a killed batch leaves for the next
/// one to go on from. It is gone when the batch is finished.
final class BatchJournal {
    static let fileName = ".tearsheet-batch.running"
    private static let form = "tearsheet batch journal 4"

    private let file: GrowingFile

    /// The records that a killed batch of this number left; the piece that it was killed in is none.
    static func records(in folder: String, number: Int) -> [RunRecord] {
        guard let bytes = try? FileSystem.readFile(FileSystem.join(folder, fileName)) else { return [] }
        var pieces = Piece.all(in: bytes)[...]
        guard pieces.popFirst() == head(number) else { return [] }
        return pieces.map { piece in
            var reader = WireReader(piece)
            return RunRecord(from: &reader)
        }
    }

    /// Whether the batch of this number left a journal: it was killed before it had taken it away.
    static func exists(in folder: String, number: Int) -> Bool {
        guard let bytes = try? FileSystem.readFile(FileSystem.join(folder, fileName)) else { return false }
        return Piece.all(in: bytes).first == head(number)
    }

    /// A journal that begins with some records.
    init(in folder: String, number: Int, records: [RunRecord]) throws(FileError) {
        let path = FileSystem.join(folder, Self.fileName)
        let pieces = [Self.head(number)] + records.map(Self.bytes)
        try FileSystem.writeAtomically(pieces.flatMap(Piece.framed), to: path, durable: false)
        file = try GrowingFile(path)
    }

    func add(_ record: RunRecord) throws(FileError) { try file.append(Piece.framed(Self.bytes(of: record))) }

    private static func bytes(of record: RunRecord) -> [UInt8] {
        var writer = WireWriter()
        record.write(to: &writer)
        return writer.bytes
    }

    private static func head(_ number: Int) -> [UInt8] {
        var writer = WireWriter()
        writer.write(form)
        writer.write(UInt64(number))
        return writer.bytes
    }

    /// Bytes with their length and a check before them.
    private enum Piece {
        static func framed(_ bytes: [UInt8]) -> [UInt8] {
            var writer = WireWriter()
            writer.write(UInt64(bytes.count))
            writer.write(check(bytes[...]))
            return writer.bytes + bytes
        }

        /// The whole pieces from the beginning.
        static func all(in bytes: [UInt8]) -> [[UInt8]] {
            var pieces: [[UInt8]] = []
            var place = 0
            while bytes.count - place >= 16 {
                var reader = WireReader(Array(bytes[place..<place + 16]))
                let (count, sum) = (reader.count(), reader.number())
                place += 16
                guard count <= bytes.count - place, check(bytes[place..<place + count]) == sum else { break }
                pieces.append(Array(bytes[place..<place + count]))
                place += count
            }
            return pieces
        }

        /// FNV-1a, 64 bits: against a cut, not against an enemy.
        private static func check(_ bytes: ArraySlice<UInt8>) -> UInt64 {
            bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        }
    }
}
