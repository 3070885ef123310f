import Formatting
import SystemFiles

/// What the browser sees of a watched page: a frame that shows it and asks whether it has changed.
///
/// The page itself is that of `tearsheet report`, byte by byte: its own policy forbids it to ask anybody anything. The frame
/// around it does so, and keeps the place that was scrolled to.
struct WatchSite {
    /// Where it is; the part behind the host is a secret of this process, so other users of the machine do not find it.
    let address: String
    private let folder: String

    init(port: UInt16) {
        var secret = ""
        for _ in 0..<2 {
            let word = String(UInt64.random(in: .min ... .max), radix: 16)
            secret += String(repeating: "0", count: 16 - word.count) + word
        }
        folder = "/\(secret)/"
        address = "http://127.0.0.1:\(port)\(folder)"
    }

    /// The answer to a path.
    func answer(_ path: String, _ page: WatchedPage) -> LoopbackServer.Answer {
        switch path {
        case folder: .init(type: "text/html; charset=utf-8", body: Array(Self.frame.utf8))
        case folder + "page": .init(type: "text/html; charset=utf-8", body: page.html)
        case folder + "version": .init(type: "text/plain", body: Array("\(page.version)".utf8))
        default: .init(status: "404 Not Found", type: "text/plain", body: Array("Not found.\n".utf8))
        }
    }

    /// What stands in the page's place where it cannot be made.
    static func errorPage(_ message: String) -> String {
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>The page cannot be made</title>
        <style>body{font:1rem/1.5 sans-serif;margin:2rem;color:#222;background:#fff}
        pre{white-space:pre-wrap;overflow-wrap:anywhere;border-left:3px solid #b3261e;padding:.5rem 1rem}</style>
        <h1>The page cannot be made</h1>
        <pre>\(HTMLText.escaped(message))</pre>
        <p>It will stand here again as soon as the file is mended.</p></html>

        """
    }

    private static let frame = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Tearsheet</title>
        <meta name="viewport" content="width=device-width">
        <style>html,body,iframe{margin:0;width:100%;height:100%;border:0;display:block}body{overflow:hidden}</style>
        <iframe title="Report" src="page"></iframe>
        <script>
        "use strict";
        const frame = document.querySelector("iframe");
        let shown = null, place = 0;
        frame.addEventListener("load", () => {
          document.title = frame.contentDocument.title;
          frame.contentWindow.scrollTo(0, place);
        });
        const ask = async () => {
          try {
            const version = await (await fetch("version")).text();
            if (shown !== null && version !== shown) {
              place = frame.contentWindow.scrollY;
              frame.contentWindow.location.reload();
            }
            shown = version;
            document.title = document.title.replace(/^\\(ended\\) /, "");
          } catch { if (!document.title.startsWith("(ended) ")) document.title = "(ended) " + document.title; }
          setTimeout(ask, 250);
        };
        ask();
        </script></html>

        """
}
