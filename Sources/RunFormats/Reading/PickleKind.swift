import RunModel

/// What a Python pickle holds, as far as names in its bytes tell, and the line of Python that converts it.
///
/// A pickle is a program: it is never run, and never read beyond looking for words.
enum PickleKind: CaseIterable {
    case zipline, vectorbt, backtestingPy, bt, frame

    /// The opening bytes of pickles: protocols 2 to 5, and the text of protocols 0 and 1.
    static func isPickle(_ bytes: [UInt8]) -> Bool {
        if bytes.count > 2, bytes[0] == 0x80, (2...5).contains(bytes[1]) { return true }
        return ["ccopy_reg\n", "ccopyreg\n", "cpandas", "c__builtin__\n", "cnumpy"].contains {
            bytes.starts(with: $0.utf8)
        }
    }

    /// The kind of a pickle, by the first megabyte of it.
    init(_ bytes: [UInt8]) {
        let beginning = bytes.prefix(1 << 20)
        self =
            Self.allCases.first { kind in kind.words.contains { Self.contains(beginning, Array($0.utf8)) } } ?? .frame
    }

    /// Names of classes or columns.
    private var words: [String] {
        switch self {
        case .zipline: ["algorithm_period_return", "portfolio_value"]
        case .vectorbt: ["vectorbt"]
        case .backtestingPy: ["_equity_curve", "backtesting"]
        case .bt: ["bt.backtest", "ffn.core"]
        case .frame: []
        }
    }

    /// The command that writes what is read.
    func conversion(of file: String) -> String {
        let isPlain =
            file.utf8.allSatisfy { $0 < 0x80 } && file.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) }
        let name = isPlain ? file : "run.pkl"
        let stem = name.split(separator: ".").first.map(String.init) ?? "run"
        let open = name.hasSuffix(".gz") ? "import gzip; o=gzip.open" : "o=open"
        switch self {
        case .zipline: return Self.python("import pandas as p; p.read_pickle('\(name)').to_csv('\(stem).perf.csv')")
        case .vectorbt:
            return Self.python(
                "import vectorbt as v; r=v.Portfolio.load('\(name)'); r.value().to_csv('\(stem).value.csv'); "
                    + "r.trades.records_readable.to_csv('\(stem).trades.csv', index=False)")
        case .backtestingPy:
            return Self.python(
                "import pandas as p; s=p.read_pickle('\(name)'); s['_equity_curve'].to_csv('\(stem).equity.csv'); "
                    + "s['_trades'].to_csv('\(stem).trades.csv', index=False)")
        case .bt:
            return Self.python(
                "import pickle; \(open); r=pickle.load(o('\(name)', 'rb')); r.prices.to_csv('\(stem).prices.csv')")
        case .frame: return Self.python("import pandas as p; p.read_pickle('\(name)').to_csv('\(stem).csv')")
        }
    }

    private static func python(_ program: String) -> String { "python -c \"\(program)\"" }

    private static func contains(_ bytes: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
        guard let first = word.first else { return false }
        var start = bytes.startIndex
        while let place = bytes[start...].firstIndex(of: first) {
            if bytes[place...].starts(with: word) { return true }
            start = place + 1
        }
        return false
    }
}

extension Finding {
    /// A Python pickle, with the line that converts it.
    static func pickle(_ name: String, _ bytes: [UInt8]) -> Finding {
        Finding(
            .pickle, name, "a Python pickle is never read, because it can run code",
            "convert it with: " + PickleKind(bytes).conversion(of: name))
    }
}
