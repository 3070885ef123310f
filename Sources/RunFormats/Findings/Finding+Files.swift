import Containers
import NativeCodecs
import RunModel

/// Files and containers that cannot be read, and what they are instead.
extension Finding {
    static func missingPath(_ path: String) -> Finding {
        Finding(.missingPath, path, "no such file or folder", "check the path")
    }

    static func notInLibrary(_ name: String, _ library: SeriesLibrary) -> Finding {
        let (near, all) = (library.near(name), library.names)
        let meant = near.isEmpty ? nil : "did you mean \(Phrase.either(near))?"
        let few = (1...8).contains(all.count) ? "it has \(Phrase.list(all))" : nil
        return Finding(
            .notInLibrary, name, "neither a file nor one of the library's \(all.count) series",
            meant ?? few ?? "check the name, or the folder of --library")
    }

    /// Names of a library that only their endings tell apart; the first is read.
    static func twiceInLibrary(_ name: String, _ files: [String]) -> Finding {
        Finding(
            .twiceInLibrary, files[0],
            "the library has \(Phrase.excerpt(name)) in \(files.count) files, \(Phrase.list(files)); the first was read",
            "keep one of them, or name the file by its path")
    }

    static func unreadable(_ name: String, reason: String) -> Finding {
        Finding(.unreadable, name, "cannot be read: \(reason)", "check the file and its permissions")
    }

    static func openLastLine(_ name: String, line: Int) -> Finding {
        Finding(
            .openLastLine, name, row: line,
            "the last line has no line end, so the file may be cut off or still be written",
            "see that it is whole, and end it with a line end")
    }

    static func changedWhileRead(_ name: String) -> Finding {
        Finding(
            .changedWhileRead, name, "the file was changed while it was read",
            "report the run again once it is complete")
    }

    static func notAPlainFile(_ name: String) -> Finding {
        Finding(
            .notAPlainFile, name, "not read: it is a folder, a pipe, or a link that leads nowhere",
            "put the file itself there, or remove the name")
    }

    static func outsideRunFolder(_ name: String) -> Finding {
        Finding(
            .outsideRunFolder, name, "the link leads out of the run folder", "copy the file into the run folder")
    }

    static func emptyFile(_ name: String) -> Finding {
        Finding(.emptyFile, name, "the file is empty", "write a header and at least two rows")
    }

    static func noRows(_ name: String) -> Finding {
        Finding(.noRows, name, "the file has a header and no rows", "write at least two rows")
    }

    static func notText(_ name: String) -> Finding {
        Finding(.notText, name, "the file is not text", "write CSV in UTF-8")
    }

    static func badContainer(_ name: String, _ problem: ContainerProblem) -> Finding {
        Finding(
            .badContainer, name, column: problem.column, byte: problem.byte, problem.fact, problem.remedy)
    }

    static func columnNotRead(_ name: String, _ problem: ContainerProblem) -> Finding {
        Finding(.columnNotRead, name, column: problem.column, problem.fact, problem.remedy)
    }

    static func otherContainer(_ name: String, _ kind: String) -> Finding {
        Finding(.otherContainer, name, "\(kind) is not read by this version", "export CSV")
    }

    static func fileTooLarge(_ name: String, limit: Int) -> Finding {
        Finding(.fileTooLarge, name, "the file has more than \(limit >> 20) MiB", "split the run or thin the series")
    }

    static func badGzip(_ name: String, _ failure: Gzip.Failure) -> Finding {
        switch failure {
        case .damaged: Finding(.damagedGzip, name, "the gzip file is damaged", "compress it again")
        case .truncated: Finding(.truncatedGzip, name, "the gzip file ends too early", "copy it again, completely")
        case .tooLarge(let limit):
            Finding(
                .gzipTooLarge, name, "the gzip file expands to more than \(limit >> 20) MiB",
                "give the expanded file if it is meant to be so large")
        }
    }

    static func badTable(_ name: String, _ failure: CSVScanner.Failure) -> Finding {
        switch failure {
        case .empty: emptyFile(name)
        case .tooLarge: Finding(.fileTooLarge, name, "the file has more than 2 GiB", "split the run")
        case .openQuote(let line):
            Finding(.openQuote, name, row: line, "a quoted cell does not end", "close the quote")
        case .textAfterQuote(let line):
            Finding(
                .textAfterQuote, name, row: line, "text follows a closing quote",
                "write quotes inside a quoted cell twice")
        case .ragged(let line, let count, let expected):
            Finding(
                .raggedRow, name, row: line,
                "\(Phrase.count(count, "cell")) where the header has \(expected)",
                count > expected
                    ? "write every row with as many cells as the header; a comma inside a number needs semicolons between the cells"
                    : "write every row with as many cells as the header")
        case .tooManyColumns:
            Finding(
                .tooManyColumns, name, "more than \(CSVScanner.maximumColumns) columns",
                "give the columns that the run needs")
        }
    }

    static func badJSON(_ name: String, _ failure: JSONError) -> Finding {
        Finding(.badJSON, name, byte: failure.byte, "not valid JSON: \(failure.fact)", "correct the file there")
    }

    static func notAnObject(_ name: String) -> Finding {
        Finding(.badJSON, name, "the document is not an object", "write { \"strategy\": … }")
    }
}
