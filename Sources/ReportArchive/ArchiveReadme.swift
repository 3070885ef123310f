/// The text file that makes a folder an archive, and tells how to read it without Tearsheet.
enum ArchiveReadme {
    static let fileName = "README.txt"

    /// The same for every version that writes the same layout.
    static let text = """
        This folder is an archive of backtest reports (Tearsheet archive, layout 1).
        Nothing but a file manager, a browser and a text editor is needed to read it.

        strategies/STRATEGY/RUN.ID/    one folder for each report, never changed once it is there:
            *.html *.pdf *.json *.csv   the report as it was made; open them
            manifest.json               what it is of: strategy, run, engine, period, key metrics,
                                        digests of what it was made from, when it was archived
            SHA256SUMS                  digests of these files: sha256sum -c SHA256SUMS
        ID is the beginning of the SHA-256 of the lines of SHA256SUMS without the one of manifest.json:
            grep -v '  manifest.json$' SHA256SUMS | sha256sum

        Made from the entries, and made again by 'tearsheet archive rebuild':
            index.html                  all entries, to search, filter and sort in a browser
            catalogue.json              the same for programs (schema tearsheet.archive/1)
            catalogue.sqlite            the same as a database: tables entries, metrics, files
            strategies/STRATEGY/index.html    the history of a strategy, where it has several reports
            strategies/STRATEGY/latest.html   leads to its last report
            SHA256SUMS                  digests of these files

        Order within a strategy is by "sequence" of the manifests, then by "archived" (UTC), not by file times.
        Copy the whole folder to move it. .incoming/ holds what writers have begun; it belongs to no report.

        """
}
