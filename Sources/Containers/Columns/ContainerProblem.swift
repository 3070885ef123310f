/// Why a container could not be read: a code for machines, the place, the fact, and what to do about it.
public struct ContainerProblem: Error, Equatable, Sendable {
    /// Stays the same between versions: `parquet_nested`.
    public var code: String
    /// What is the case, in words that follow the name of the file.
    public var fact: String
    /// What to do about it.
    public var remedy: String
    /// Offset in the file, where one place is wrong.
    public var byte: Int?
    /// The column, where one column is wrong.
    public var column: String?

    /// A problem with all its parts.
    public init(code: String, fact: String, remedy: String, byte: Int? = nil, column: String? = nil) {
        self.code = code
        self.fact = fact
        self.remedy = remedy
        self.byte = byte
        self.column = column
    }

    /// The same problem, said of a column.
    func of(column: String) -> ContainerProblem {
        var problem = self
        problem.column = column
        return problem
    }

    /// More memory would be needed than the caller allows.
    static func tooLarge(_ kind: String, limit: Int) -> ContainerProblem {
        ContainerProblem(
            code: "container_too_large", fact: "the \(kind) expands to more than \(limit >> 20) MiB",
            remedy: "write only the columns and rows that the run needs")
    }
}

/// How many bytes a reader may still take for what it makes of a file.
struct MemoryBudget {
    private(set) var left: Int
    private let limit: Int
    private let kind: String

    init(_ limit: Int, kind: String) {
        (left, self.limit, self.kind) = (limit, limit, kind)
    }

    /// Takes `count` pieces of `size` bytes; throws where they are more than is left, or a count is negative.
    mutating func take(_ count: Int, of size: Int = 1) throws(ContainerProblem) {
        let (bytes, overflows) = count.multipliedReportingOverflow(by: size)
        guard !overflows, bytes >= 0, bytes <= left else { throw ContainerProblem.tooLarge(kind, limit: limit) }
        left -= bytes
    }
}
