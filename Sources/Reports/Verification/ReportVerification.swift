import Analytics
import Containers
import DataOutput

/// A report held against its run, or against what it holds itself.
public struct ReportVerification: Sendable {
    /// Values that were compared.
    public internal(set) var compared = 0
    /// Values that differ, the first with their places.
    public internal(set) var differences: [NumberDifference] = []
    /// How many differ in all.
    public internal(set) var differing = 0
    /// What else is to be said: other inputs, places that could not be compared.
    public internal(set) var notes: [String] = []
    /// The digest of the inputs that the report names; nil where it names none.
    public internal(set) var inputsDigest: String?
    /// How many differences are told; the others are counted.
    var most = DocumentComparison.most

    /// Whether all is as it was computed.
    public var isIdentical: Bool { differing == 0 }
}

/// A text of a report with its place: `cagr`, `drawdowns, row 2, depth`.
public struct PlacedText: Equatable, Sendable {
    /// Where it stands.
    public var place: String
    /// As it is read.
    public var text: String
}

extension ReportVerification {
    /// Compares the places that both have; answers how many only the first has.
    mutating func compare(_ report: [PlacedText], with computed: [PlacedText]) -> Int {
        let known = Dictionary(computed.map { ($0.place, $0.text) }, uniquingKeysWith: { first, _ in first })
        var missing = 0
        for one in report {
            guard let other = known[one.place] else {
                missing += 1
                continue
            }
            compared += 1
            if other != one.text { add(one.place, one.text, other) }
        }
        return missing
    }

    /// The same where what only one has is a difference too.
    mutating func compareWhole(_ report: [PlacedText], with computed: [PlacedText]) {
        _ = compare(report, with: computed)
        for one in Self.without(report, computed) { add(one.place, one.text, "nothing") }
        for one in Self.without(computed, report) { add(one.place, "nothing", one.text) }
    }

    private static func without(_ texts: [PlacedText], _ others: [PlacedText]) -> [PlacedText] {
        let places = Set(others.map(\.place))
        return texts.filter { !places.contains($0.place) }
    }

    private mutating func add(_ place: String, _ one: String, _ other: String) {
        differing += 1
        guard differences.count < most else { return }
        differences.append(NumberDifference(place: place, report: one, computed: other))
    }
}

extension WrittenReport {
    /// The report held against a computation of its run; `rendered` gives that in a format, a page with its template.
    public func verified(
        against analysis: Analysis, rendered: (OutputFormat) throws -> [UInt8]
    ) throws -> ReportVerification {
        var result = ReportVerification()
        switch self {
        case .document(let document):
            let computed = Self.computed(analysis)
            let report = Self.withoutVerdict(document)
            var comparison = DocumentComparison()
            for name in ["profile", "metrics", "benchmark_metrics", "series", "tables"] where report[name] != nil {
                comparison.compare(name, of: report, with: computed)
            }
            (result.compared, result.differing) = (comparison.count, comparison.differing)
            result.differences = comparison.differences
            result.inputsDigest = document["run"]?["inputs_digest"]?.textValue
        case .page(let text):
            let computed = String(decoding: try rendered(.html), as: UTF8.self)
            // What only the report has cannot be said to be wrong.
            let missing = result.compare(
                Self.without(["verdict"], PageNumbers(text).texts), with: PageNumbers(computed).texts)
            if missing > 0 {
                result.notes.append(
                    "\(missing) numbers are not in the template that was compared; give the report's --template")
            }
            // The foot of the page has the beginning of the digest.
            let code = text.firstRange(of: "inputs sha256 ").map { String(text[$0.upperBound...].prefix(12)) }
            let own = analysis.run.provenance.digest
            result.inputsDigest = code.map { own.hasPrefix($0) ? own : $0 }
        case .workbook(let cells):
            let computed = try WorkbookNumbers(try rendered(.xlsx)).texts
            // The sheet of contents names the sheet of the verdict.
            let hasVerdict = cells.contains { $0.place.hasPrefix("verdict, ") }
            let names = hasVerdict ? ["verdict", "contents"] : []
            result.compareWhole(Self.without(names, cells), with: Self.without(names, computed))
        }
        if let digest = result.inputsDigest, digest != analysis.run.provenance.digest {
            result.notes.append("the run's files are others than those of the report")
        }
        return result
    }

    /// The report held against itself: what its series and tables come to. Nil for a page, which has rounded numbers alone.
    public func verifiedAlone() -> ReportVerification? {
        guard case .document(let document) = self else { return nil }
        let checks = OwnChecks(document)
        var result = ReportVerification()
        (result.compared, result.differing) = (checks.count, checks.differences.count)
        result.differences = checks.differences
        result.inputsDigest = document["run"]?["inputs_digest"]?.textValue
        return result
    }

    /// Texts that stand in none of some tables or sheets.
    private static func without(_ names: [String], _ texts: [PlacedText]) -> [PlacedText] {
        texts.filter { text in !names.contains { text.place.hasPrefix($0 + ", ") } }
    }

    /// The verdict of gates does not follow from the run.
    private static func withoutVerdict(_ document: JSONValue) -> JSONValue {
        guard case .object(let members) = document else { return document }
        return .object(
            members.map { member in
                guard member.name == "tables", case .object(let tables) = member.value else { return member }
                return JSONMember(member.name, .object(tables.filter { $0.name != "verdict" }))
            })
    }

    private static func computed(_ analysis: Analysis) -> JSONValue {
        var bytes: [UInt8] = []
        MetricsJSON.writeReport(analysis) { bytes += $0 }
        return (try? JSONReader.parse(bytes)) ?? .null
    }
}

/// Why a file cannot be verified.
public enum VerificationError: Error, Equatable, Sendable {
    /// Not a report of ours.
    case noReport
    /// A PDF without our attachments.
    case nothingAttached
    /// An attached file is not what the manifest says.
    case changedAttachment
    /// A page or a workbook alone.
    case needsRun
    /// Two reports whose numbers are not of one kind.
    case otherForm

    /// Place, fact, remedy.
    public var message: String {
        switch self {
        case .noReport: "not a report of Tearsheet: HTML, PDF, XLSX, or JSON of 'report --format json'"
        case .nothingAttached: "the PDF has no metrics.json attached; it is no report of Tearsheet"
        case .changedAttachment: "an attached file is not the one that the manifest names: the PDF was changed"
        case .needsRun: "a page or workbook cannot be checked alone; give the run: tearsheet verify FILE RUN"
        case .otherForm:
            "one is a page, a workbook, or a document of exact numbers (JSON, PDF), the other is not; compare two of one kind"
        }
    }
}
