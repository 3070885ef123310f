import Formatting
import SystemFiles

/// `latest.html`: leads to the last report of a strategy, under an address that stays.
enum LatestPage {
    static func bytes(of strategy: Catalogue.Strategy) -> [UInt8] {
        let latest = strategy.latest
        let address = PercentEncoding.text(
            PathText.bytes(of: FileSystem.name(of: latest.folder) + "/" + latest.report), keepsSlashes: true)
        let title = HTMLText.escaped("\(strategy.name): \(PathText.shown(latest.report))")
        return Array(
            """
            <!DOCTYPE html>
            <html lang="en"><meta charset="utf-8"><title>\(title)</title>
            <meta http-equiv="refresh" content="0; url=\(address)">
            <p><a href="\(address)">\(title)</a></p></html>

            """.utf8)
    }
}

extension Archive.Place {
    /// The name of the file that people open: the page where there is one, else the PDF, else the first.
    public var report: String {
        let names = entry.files.map(\.name)
        return names.first { $0.hasSuffix(".html") } ?? names.first { $0.hasSuffix(".pdf") } ?? names.first ?? ""
    }
}
