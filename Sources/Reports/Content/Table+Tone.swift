import DocumentModel
import Formatting

extension Table.Tone {
    /// The colour of a number by the sign that is written: what rounds to zero is no loss.
    static func signed(_ text: String) -> Table.Tone { text.hasPrefix(DisplayNumber.minus) ? .loss : .plain }
}
