import SystemFiles

/// All entries of an archive, as its catalogue, its pages and searches show them.
public struct Catalogue: Sendable {
    /// The entries of one strategy.
    public struct Strategy: Sendable {
        /// Its name.
        public var name: String
        /// Where its entries and its page lie, below the archive.
        public var folder: String
        /// Its entries, the oldest first; at least one.
        public var entries: [Archive.Place]

        /// The last one.
        public var latest: Archive.Place { entries[entries.count - 1] }
    }

    /// By name.
    public var strategies: [Strategy]
    /// Folders whose manifest or checksums are not whole, which are in no list.
    public var damaged: [String]

    /// Entries in any order.
    init(_ places: [Archive.Place], damaged: [String] = []) {
        var byName: [String: [Archive.Place]] = [:]
        for place in places { byName[place.entry.strategyName, default: []].append(place) }
        strategies = byName.map { name, entries in
            Strategy(
                name: name, folder: Archive.entries + "/" + EntryAddress.folder(ofStrategy: name),
                entries: entries.sorted(by: Archive.Place.isEarlier))
        }.sorted { $0.name < $1.name }
        self.damaged = damaged
    }

    /// How many entries there are.
    public var count: Int { strategies.reduce(0) { $0 + $1.entries.count } }

    /// All entries: by strategy, the newest first.
    public var places: [Archive.Place] { strategies.flatMap { $0.entries.reversed() } }

    /// Whether an entry is the last of its strategy.
    func isLatest(_ place: Archive.Place, in strategy: Strategy) -> Bool { strategy.latest.id == place.id }
}

extension Archive {
    /// Reads all entries.
    public func catalogue() throws(FileError) -> Catalogue {
        var places: [Place] = []
        var damaged: [String] = []
        for folder in try entryFolders() {
            if let place = try place(at: folder) { places.append(place) } else { damaged.append(folder) }
        }
        return Catalogue(places, damaged: damaged)
    }

    /// The entry that a word names: the beginning of its id, or a strategy for its last one.
    public func find(_ word: String, in catalogue: Catalogue) throws(ArchiveError) -> Place {
        if let strategy = catalogue.strategies.first(where: { $0.name == word }) { return strategy.latest }
        let found = word.utf8.count < 4 ? [] : catalogue.places.filter { $0.id.hasPrefix(word) || $0.folder == word }
        guard let first = found.first else { throw .noEntry(word) }
        guard found.count == 1 else { throw .severalEntries(word, found.map(\.shortID)) }
        return first
    }
}
