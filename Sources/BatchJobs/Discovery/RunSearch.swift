import RunFormats
import SystemFiles

/// One run of a batch: where it is, and where its reports go.
struct BatchRun: Equatable {
    /// The run; nil where what the user named shows none, which reading it will explain.
    var reference: RunReference?
    /// As the user can name it.
    var path: String
    /// The folder below the output that its reports go to; empty for the output itself.
    var folder: String

    /// The path of its reports below the output, without their endings: what tells runs of a batch apart.
    var key: String { FileSystem.join(folder, reference?.id ?? FileSystem.name(of: path)) }
    var name: String { reference?.name ?? path }
}

/// What a search found.
struct FoundRuns: Equatable {
    /// In the order of the sources, then of paths.
    var runs: [BatchRun] = []
    /// Tables in which no run shows.
    var passedOver: [String] = []
    /// Folders that could not be listed.
    var failures: [FileError] = []
}

/// Finds the runs behind the sources of a batch, in worker processes: what a file holds may crash whoever looks at it.
struct RunSearch {
    var reading: RunOptions
    var workers = 1
    var timeout: Double?
    var spared: Set<FileIdentity> = []
    var excluded: [String] = []

    /// Folders with more files than this are looked at file by file, which finds the same runs in linear time.
    private static let mostFilesAtOnce = 200
    /// Files that one task looks at.
    private static let filesOfATask = 32

    func find(_ sources: [BatchSource]) -> FoundRuns {
        var found = FoundRuns()
        let places = sources.flatMap { self.places(of: $0, &found.failures) }
        let folders = look(at: places.filter { $0.kind != .file }.map { [$0] })
        let rest = places.map { place in remaining(place, folders[place.path] ?? []) }
        let files = look(at: chunks(rest.flatMap { $0 }))
        for (place, rest) in zip(places, rest) {
            add(place, folders[place.path] ?? [], to: &found)
            for file in rest { add(file, files[file.path] ?? [], to: &found) }
        }
        found.runs = Self.unique(found.runs)
        let taken = Set(found.runs.flatMap { $0.reference?.inputs ?? [] })
        found.passedOver.removeAll { taken.contains($0) }
        return found
    }

    // MARK: Places

    private func places(of source: BatchSource, _ failures: inout [FileError]) -> [SearchPlace] {
        let kind = FileSystem.kind(of: source.path)
        if kind == .directory { return walk(source.path, below: source.prefix, matching: nil, &failures) }
        if kind == nil, let pattern = GlobPattern(source.path) {
            // The folders before the first wildcard say nothing that is not in every path.
            return walk(pattern.base, below: "", matching: pattern, &failures)
        }
        return [SearchPlace(kind: .named, path: source.path, folder: source.prefix)]
    }

    private func walk(
        _ root: String, below prefix: String, matching pattern: GlobPattern?, _ failures: inout [FileError]
    ) -> [SearchPlace] {
        var places: [SearchPlace] = []
        var errors: [FileError] = []
        var walk = FolderWalk(spared: spared, excluded: excluded)
        // Below a folder that fits as a whole everything is looked at.
        if let pattern { walk.mayEnter = { pattern.mayMatch(below: $0) || Self.fits($0, pattern) } }
        walk.walk(root) { folder in
            let below = ((prefix.isEmpty ? [] : [prefix]) + folder.below).joined(separator: "/")
            if let pattern, !Self.fits(folder.below, pattern) {
                places += folder.files.filter { pattern.matches(folder.below + [$0]) }.map {
                    SearchPlace(kind: .file, path: path(folder, $0), folder: below)
                }
            } else {
                places.append(SearchPlace(kind: .folder, path: folder.path, files: folder.files, folder: below))
            }
        } fail: {
            errors.append($0)
        }
        failures += errors
        return places
    }

    /// Whether a folder or one that holds it fits the whole pattern.
    private static func fits(_ names: [String], _ pattern: GlobPattern) -> Bool {
        names.indices.contains { pattern.matches(Array(names[...$0])) }
    }

    private func path(_ folder: WalkedFolder, _ name: String) -> String {
        folder.path == "." ? name : FileSystem.join(folder.path, name)
    }

    // MARK: Looking

    /// What each place shows.
    private func look(at tasks: [[SearchPlace]]) -> [String: [RunReference]] {
        var found: [String: [RunReference]] = [:]
        var crashed: [SearchPlace] = []
        let pool = WorkerPool(workers: min(workers, tasks.count), timeout: timeout) { index in
            OutcomeCoding.bytes(of: tasks[index].map(references))
        }
        pool.run(Array(tasks.indices)) { index, end in
            switch end {
            case .answer(let bytes):
                for (place, runs) in zip(tasks[index], OutcomeCoding.referenceLists(bytes)) { found[place.path] = runs }
            case .unstarted:
                for place in tasks[index] { found[place.path] = references(place) }
            case .timedOut, .ended: crashed += tasks[index].count > 1 ? tasks[index] : []
            }
        }
        // One file of several crashed: each alone, so that it costs itself and no other.
        if !crashed.isEmpty { found.merge(look(at: crashed.map { [$0] })) { first, _ in first } }
        return found
    }

    private func references(_ place: SearchPlace) -> [RunReference] {
        switch place.kind {
        case .named: (try? RunReader.list(place.path, options: reading)) ?? []
        case .file: RunReader.search(place.path, options: reading)
        case .folder where place.files.isEmpty: []
        case .folder where place.files.count <= Self.mostFilesAtOnce || RunReader.isRunFolder(place.files):
            RunReader.search(place.path, options: reading)
        case .folder: []
        }
    }

    /// The files of a folder that belong to none of the runs that it shows as a whole.
    private func remaining(_ place: SearchPlace, _ references: [RunReference]) -> [SearchPlace] {
        switch place.kind {
        case .named: return []
        case .file: return [place]
        case .folder:
            if !references.isEmpty, RunReader.isRunFolder(place.files) { return [] }
            let taken = Set(references.flatMap(\.inputs))
            return place.files.compactMap { name in
                let path = place.path == "." ? name : FileSystem.join(place.path, name)
                let isTaken = taken.contains(path) || taken.contains(FileSystem.join(place.path, name))
                return isTaken ? nil : SearchPlace(kind: .file, path: path, folder: place.folder)
            }
        }
    }

    private func chunks(_ places: [SearchPlace]) -> [[SearchPlace]] {
        stride(from: 0, to: places.count, by: Self.filesOfATask).map {
            Array(places[$0..<min($0 + Self.filesOfATask, places.count)])
        }
    }

    // MARK: Results

    private func add(_ place: SearchPlace, _ references: [RunReference], to found: inout FoundRuns) {
        if references.isEmpty {
            switch place.kind {
            case .named: found.runs.append(BatchRun(reference: nil, path: place.path, folder: place.folder))
            case .file where Self.isTable(place.path): found.passedOver.append(place.path)
            case .file, .folder: break
            }
        }
        // The reports of a folder that is one run go where the folder lies, not into one of its own.
        let isOne = place.kind == .folder && references.count == 1 && RunReader.isRunFolder(place.files)
        let folder = isOne ? Self.parent(of: place.folder) : place.folder
        found.runs += references.map { BatchRun(reference: $0, path: place.path, folder: folder) }
    }

    private static func parent(of folder: String) -> String {
        folder.contains("/") ? FileSystem.parent(of: folder) : ""
    }

    /// Whether a name promises a table, so that passing it over is worth a word.
    private static func isTable(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".csv", ".tsv", ".parquet", ".feather", ".arrow", ".xlsx"].contains {
            name.hasSuffix($0) || name.hasSuffix($0 + ".gz")
        }
    }

    /// Each run once: several files lead to the same one, and sources may overlap.
    private static func unique(_ runs: [BatchRun]) -> [BatchRun] {
        var seen: Set<[String]> = []
        return runs.filter { run in
            guard let reference = run.reference else { return seen.insert([run.path]).inserted }
            let files = reference.inputs.isEmpty ? [reference.path] : reference.inputs
            return seen.insert([reference.id] + files.map(FileSystem.absolutePath).sorted()).inserted
        }
    }
}
