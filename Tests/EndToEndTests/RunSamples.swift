import Foundation
import TestSupport

/// Small runs that differ: a month of returns each.
func returnsTable(shift: Int = 0) -> String {
    "date,returns\n"
        + (1...28).map { day in
            "2020-01-\(day < 10 ? "0" : "")\(day),0.0\((day + shift) % 3)\((day * 7 + shift) % 10)\n"
        }.joined()
}

extension TemporaryFolder {
    /// Writes several bare runs into it and gives their names.
    func writeRuns(_ names: String...) throws -> [String] {
        for (index, name) in names.enumerated() { _ = try write(returnsTable(shift: index), to: name) }
        return names
    }
}
