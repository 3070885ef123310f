import RunModel

extension Finding {
    /// A finding of one kind, with what is known of its place.
    ///
    /// A message is place, fact, remedy, in lower case, values in quotes (hledger's and argument-parser's habit). Row 0 is none:
    /// the format has no lines.
    init(
        _ code: FindingCode, _ file: String?, severity: Severity? = nil, row: Int? = nil, column: String? = nil,
        byte: Int? = nil, _ fact: String, _ remedy: String? = nil
    ) {
        let kind = code.declaration
        self.init(
            severity: severity ?? kind.severity, layer: kind.layer, code: code.rawValue, file: file,
            row: row == 0 ? nil : row, column: column, byte: byte, fact: fact, remedy: remedy)
    }
}
