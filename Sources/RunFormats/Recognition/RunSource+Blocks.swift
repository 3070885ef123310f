import NativeCodecs
import RunModel
import SystemFiles

/// Long tables of text, which are read block by block.
extension RunSource {
    /// The series of a long table of plain text, or of a table of typed columns; nil, with nothing said, where it has to be
    /// read whole and as text.
    ///
    /// - Parameter accepts: Whether the beginning of a table is one of a series.
    func blockwiseSeries(
        of name: String, role: String, _ expectation: SeriesFileReader.Expectation,
        accepts: (_ bytes: [UInt8], _ file: TableFile) -> Bool
    ) -> SeriesFile? {
        guard archive == nil, isInside(name), isPlain(place(of: name)) else { return nil }
        if let head = stored(name, 8), ContainerText.holdsColumns(head) {
            return columnSeries(of: name, role: role, expectation, accepts: accepts)
        }
        guard let blocks = blocks(place(of: name)) else { return nil }
        let shown = PathText.shown(name)
        let reading = BlockwiseSeries(name: name, expectation: expectation, log: log)
        guard let outcome = reading.read(blocks, accepts: accepts), blocks.count <= maximumSize else { return nil }
        log.opened(.init(name: shown, size: blocks.count, sha256: blocks.sha256, role: role), at: place(of: name))
        if blocks.hasChanged { log.add(.changedWhileRead(shown)) }
        if let line = outcome.openLine { log.add(.openLastLine(shown, line: line)) }
        return outcome.series
    }

    private func columnSeries(
        of name: String, role: String, _ expectation: SeriesFileReader.Expectation,
        accepts: (_ bytes: [UInt8], _ file: TableFile) -> Bool
    ) -> SeriesFile? {
        let (path, shown) = (place(of: name), PathText.shown(name))
        guard let content = try? FileSystem.readContent(path, limit: maximumSize + 1),
            content.bytes.count <= maximumSize,
            let table = try? ContainerText.columns(content.bytes, limit: maximumSize),
            let series = ColumnSeries(name: name, expectation: expectation, log: log).read(table, accepts: accepts)
        else { return nil }
        let (size, digest) = (content.bytes.count, SHA256.hex(content.bytes))
        log.opened(.init(name: shown, size: size, sha256: digest, role: role), at: path)
        if content.hasChanged { log.add(.changedWhileRead(shown)) }
        tell(table.omitted, of: shown)
        return series
    }

    /// Lets go of the bytes of a pipe, whose columns are read.
    func forgetStream(_ name: String) { streams.forget(place(of: name)) }

    /// A plain file that is long and not too long.
    private func blocks(_ path: String) -> TextBlocks? {
        guard let file = try? FileBlocks(path), file.size >= TextBlocks.shortest,
            file.size <= maximumSize
        else {
            return nil
        }
        return TextBlocks(file)
    }

    /// The series of a long table of text whose bytes are there: of a pipe, or made of another container.
    func blockwiseSeries(
        of name: String, in bytes: [UInt8], _ expectation: SeriesFileReader.Expectation,
        accepts: (_ bytes: [UInt8], _ file: TableFile) -> Bool
    ) -> SeriesFile? {
        guard bytes.count >= TextBlocks.shortest else { return nil }
        let reading = BlockwiseSeries(name: name, expectation: expectation, log: log)
        return reading.read(TextBlocks(bytes), accepts: accepts)?.series
    }
}
