import RunFormats
import RunModel
import TestSupport
import Testing

/// Files whose columns only the user knows.
@Suite struct ColumnMappingTests {
    private let account = "Tag;Stand;equity\n02.01.2024;1.000,50;1\n03.01.2024;1.010,25;1\n04.01.2024;1.005,00;1\n"
    private let deals = "Papier;Stück;Auf;Kurs auf;Zu;Kurs zu\nKO;10;02.01.2024;60,5;03.01.2024;61,25\n"

    private func mapping(_ text: String) throws -> ColumnMapping {
        try ColumnMapping.read(Array(text.utf8), file: "map.toml")
    }

    @Test func `columns are taken as the mapping says, and one of our name that was not meant is left`() throws {
        let mapping = try ColumnMapping.of(["date=Tag", "equity=Stand"])
        var options = RunOptions(dateFormat: "%d.%m.%Y")
        options.mapping = mapping
        let run = try TemporaryRun(["konto.csv": account]).read("konto.csv", options)
        #expect(run.equity.values == [1000.5, 1010.25, 1005])
        #expect(run.provenance.format == "mapped columns")
        #expect(run.provenance.notes.contains { $0.contains("'Stand' as equity") })
    }

    @Test func `a folder of files of any name is a run`() throws {
        let text = """
            [equity]
            file = "konto.csv"
            date = "Tag"
            equity = "Stand"
            [trades]
            file = "abschluesse.csv"
            symbol = "Papier"
            qty = "Stück"
            entry_time = "Auf"
            entry_price = "Kurs auf"
            exit_time = "Zu"
            exit_price = "Kurs zu"
            """
        var options = RunOptions(dateFormat: "%d.%m.%Y")
        options.mapping = try mapping(text)
        let run = try TemporaryRun(["konto.csv": account, "abschluesse.csv": deals]).read(options)
        #expect(run.trades?.map(\.profit) == [7.5] && run.trades?.map(\.symbol) == ["KO"])
    }

    @Test func `a column that is not there is an error with the columns that are`() throws {
        var options = RunOptions()
        options.mapping = try ColumnMapping.of(["equity=Saldo"])
        let run = try TemporaryRun(["konto.csv": account])
        #expect(throws: RunError.self) { try run.read("konto.csv", options) }
        #expect(RunReader.validate(run.path + "/konto.csv", options: options).first?.code == "missing_column")
    }

    @Test(arguments: [
        ("equity = 1", "'equity' must be a table: write [equity]"),
        ("[equty]\ndate = \"x\"", "did you mean 'equity'?"),
        ("[equity]\ndat = \"x\"", "'dat' is no field of equity; did you mean 'date'?"),
        ("[equity]\ndate = 3", "equity.date must be the name of a column"),
        ("[trades]\nsymbol = \"x\"", "neither [equity] nor [returns]"), ("[equity", "map.toml:1:"), ("", "no part of"),
    ])
    func `a mistake in a mapping is told`(text: String, message: String) {
        #expect {
            try mapping(text)
        } throws: {
            ($0 as? ColumnMappingError)?.message.contains(message) == true
        }
    }

    @Test func `what the columns hold is shown, never which is which`() throws {
        let run = try TemporaryRun(["konto.csv": "Tag,Stand,Notiz\n2024-01-02,1000.5,x\n2024-01-03,1001,y\n"])
        let lines = MappingSuggestion.lines(run.path + "/konto.csv")
        #expect(lines.contains { $0.contains("'Tag'") && $0.contains("dates") })
        #expect(lines.contains { $0.contains("'Notiz'") && $0.contains("texts") })
        #expect(lines.contains("date = \"Tag\"") && lines.contains { $0.hasPrefix("equity = \"…\"") })
        #expect(MappingSuggestion.lines(run.path).isEmpty)
    }
}
