import Reports
import SystemFiles

extension Archive {
    /// Removes entries. They leave the catalogue first, so that it never names what is gone; each goes as a whole, so a prune
    /// that is killed leaves whole entries and may be given again.
    ///
    /// - Parameter whenRemoved: Hears of each entry that is gone.
    public func remove(
        _ places: [Place], from catalogue: Catalogue, worker: ReportWorker, whenRemoved: (Place) throws -> Void
    ) throws {
        let gone = Set(places.map(\.folder))
        let rest = Catalogue(catalogue.places.filter { !gone.contains($0.folder) }, damaged: catalogue.damaged)
        try write(rest, worker: worker)
        for place in places {
            try storage.remove(place.folder)
            try whenRemoved(place)
        }
        // Others may have added entries meanwhile, which are not in the catalogue that was written.
        if try Set(entryFolders()) != Set(rest.places.map(\.folder) + rest.damaged) { _ = try rebuild(worker: worker) }
    }
}
