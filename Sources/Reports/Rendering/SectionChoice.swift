import DocumentModel

/// `--sections` and `--without`: which named sections of a document stay, and in which order.
///
/// Works on the document rather than in templates, so that every template of a user's own obeys it without a word, and
/// before figures and tables are made, so that what is left out costs nothing.
struct SectionChoice {
    /// What a choice comes to for one document.
    struct Outcome {
        /// Which parts of the document stay, in their order.
        var indices: [Int] = []
        /// Chosen sections that the template has and this run has nothing for.
        var remarks: [ReportRemark] = []
        /// A name that neither the template nor the document has, and the names that there are.
        var unknown: String?
        var known: [String] = []
    }

    private let chosen: [String]?
    private let without: [String]
    private let source: TemplateChoice
    private let hasCommentary: Bool

    init(_ options: ReportOptions) {
        chosen = options.sections
        without = options.without
        source = options.template
        hasCommentary = options.commentary != nil
    }

    /// `--without` takes those sections out and nothing else; `--sections` gives what stands before the first section
    /// (the title band), then the chosen ones in the chosen order.
    func apply<Content>(to parts: [MarkupDraft<Content>.Part]) -> Outcome {
        var places: [String: Int] = [:]
        for (index, part) in parts.enumerated() { if case .section(let name) = part { places[name] = index } }
        var outcome = Outcome(indices: Array(parts.indices))
        guard chosen != nil || !without.isEmpty else { return outcome }
        outcome.known = known(parts)
        outcome.unknown = ((chosen ?? []) + without).first { !outcome.known.contains($0) }
        outcome.remarks = remarks(places)
        if let chosen {
            let head = parts.indices.prefix { if case .other = parts[$0] { true } else { false } }
            outcome.indices = head + ordered(chosen).compactMap { places[$0] }
        } else {
            let left = Set(without.compactMap { places[$0] })
            outcome.indices = withoutEmptyPages(parts.indices.filter { !left.contains($0) }, parts)
        }
        return outcome
    }

    private func ordered(_ names: [String]) -> [String] {
        var order: [String] = []
        for name in names where !without.contains(name) && !order.contains(name) { order.append(name) }
        return order
    }

    /// In the order of the template, then what only this document has.
    private func known<Content>(_ parts: [MarkupDraft<Content>.Part]) -> [String] {
        // The template is read for its names only here: most reports choose nothing.
        var names = TemplateSections(of: source).names
        for part in parts { if case .section(let name) = part, !names.contains(name) { names.append(name) } }
        return names
    }

    private func remarks(_ places: [String: Int]) -> [ReportRemark] {
        guard let chosen else { return [] }
        var remarks = ordered(chosen).filter { places[$0] == nil }.map { name in
            ReportRemark(
                code: "empty_section", isWarning: false,
                text: "section '\(name)' is left out: "
                    + (name == "commentary" ? "there is no --commentary" : "this run has nothing for it"))
        }
        if hasCommentary, places["commentary"] != nil, !chosen.contains("commentary") {
            remarks.append(
                ReportRemark(
                    code: "commentary_left_out", isWarning: true,
                    text: "the commentary is left out: --sections does not name 'commentary'"))
        }
        return remarks
    }

    /// A page that lost all its sections ends nowhere: what is left of it goes onto the next one.
    private func withoutEmptyPages<Content>(_ kept: [Int], _ parts: [MarkupDraft<Content>.Part]) -> [Int] {
        let isKept = Set(kept)
        func isSection(_ index: Int) -> Bool { if case .section = parts[index] { true } else { false } }
        let pages = parts.indices.split(omittingEmptySubsequences: false) { parts[$0] == .pageBreak }
        var result: [Int] = []
        for page in pages {
            let isEmptied = page.contains(where: isSection) && !page.contains { isSection($0) && isKept.contains($0) }
            result += page.filter(isKept.contains)
            if page.endIndex < parts.endIndex, !isEmptied { result.append(page.endIndex) }
        }
        while let last = result.last, parts[last] == .pageBreak, last != parts.indices.last { result.removeLast() }
        return result
    }
}
