/// The problems of workbooks.
enum SpreadsheetProblem {
    static func damaged(_ part: String, _ fact: String, byte: Int? = nil) -> ContainerProblem {
        ContainerProblem(
            code: "xlsx_damaged", fact: "the workbook is damaged: \(part): \(fact)",
            remedy: "open it and save it again as .xlsx", byte: byte)
    }

    static func missing(_ part: String) -> ContainerProblem {
        ContainerProblem(
            code: "xlsx_part_missing", fact: "the workbook has no part '\(part)'",
            remedy: "open it and save it again as .xlsx")
    }

    static func noSheet(_ name: String, among names: [String]) -> ContainerProblem {
        ContainerProblem(
            code: "xlsx_no_sheet",
            fact:
                "the workbook has no sheet '\(name)'; it has \(names.prefix(8).map { "'\($0)'" }.joined(separator: ", "))",
            remedy: "name one of them")
    }

    static let tooLarge = ContainerProblem(
        code: "xlsx_too_large", fact: "the sheet has more cells than are read",
        remedy: "export the table as CSV, or delete what the run does not need")
}
