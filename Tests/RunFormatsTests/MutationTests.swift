import Containers
import Foundation
import RunFormats
import TestSupport
import Testing

/// Files changed at random, with a seed: whatever comes out is a run or an error with words.
struct MutationTests {
    private static let seeds = [
        "date,equity,benchmark\n2024-01-02,100,5\n2024-01-03,101.5,\n2024-01-04,1e2,7\n2024-01-05,\"103\",8\n",
        ",Equity,DrawdownPct,DrawdownDuration\n2024-01-02 10:00:00,100,0,\n2024-01-02 11:00:00,99,0.01,1 days\n",
        "date;returns\r\n2024-01-02T00:00:00Z;0,01\r\n2024-01-03T00:00:00+01:00;-0,02\r\n1704326400;nan\r\n",
        "sep=;\nDate;Time;Equity;Deposit\n02.01.2024;9:30;1.001,50;0\n13.01.2024;10:30 PM;1.002,50;\n14.01.2024;0930;999;0\n",
        "Price,Close,Close\nTicker,ABC,DEF\nDate,,\n1/2/2024,\"1,001.5\",5\n1/13/2024,\"1,002.5\",6\n1/14/2024,0,6\n",
        "month\tReturn [%]\n2015-01\t1.5%\n2015-02\t-100%\n2015Q3\t5%\n201504\t-1,5%\n",
        "Account\n\ntimestamp,time,log_return\n1704153600.0,10:00,0.01\n-86400.0,11,-0.5\n1704240000000,,1e-3\n",
    ]
    static let pieces = [
        "\"", ",", "\n", "\r", ";", "\t", "-", "1e999", "inf", "NaN", "\u{0}", "\u{FEFF}", "2024", "T24:00", "Z", "é",
        "%", "'", "\u{A0}", " ", "Q4", "Jan", "sep=,", ".", "0", "log", "pct", "31.12.99", "12:60", "PM", "1.001",
    ]

    /// Bytes with one to four changes: another byte, a piece taken out, a piece of its own beginning or one of `pieces` put in.
    static func mutated(
        _ seed: [UInt8], with pieces: [String] = pieces, _ generator: inout SeededNumbers
    ) -> [UInt8] {
        var bytes = seed
        for _ in 0...generator.below(3) {
            let place = generator.below(bytes.count + 1)
            switch generator.below(4) {
            case 0 where place < bytes.count: bytes[place] = UInt8(generator.below(256))
            case 1 where place < bytes.count:
                bytes.removeSubrange(place..<min(bytes.count, place + 1 + generator.below(8)))
            case 2: bytes.insert(contentsOf: bytes.prefix(generator.below(40)), at: place)
            default: bytes.insert(contentsOf: pieces[generator.below(pieces.count)].utf8, at: place)
            }
        }
        return bytes
    }

    @Test func `changed files give a run or a reason`() throws {
        let folder = try TemporaryRun()
        var generator = SeededNumbers(seed: 20_240_102)
        var (runs, errors) = (0, 0)
        for round in 0..<3500 {
            try folder.write("run.csv", Self.mutated(Array(Self.seeds[round % Self.seeds.count].utf8), &generator))
            do throws(RunError) {
                let run = try RunReader.read(folder.path + "/run.csv")
                runs += 1
                #expect(run.equity.count == run.returns.count + 1)
                // Only a run that lost everything ends with nothing.
                #expect(run.equity.values.dropLast().allSatisfy { $0 > 0 && $0.isFinite })
                #expect(
                    run.equity.values.last.map { $0 > 0 && $0.isFinite || $0 == 0 && run.returns.values.last == -1 }
                        == true)
                #expect(run.returns.values.allSatisfy { $0.isFinite && $0 >= -1 })
                #expect(run.problems() == [])
            } catch {
                errors += 1
                #expect(!error.message.isEmpty)
            }
        }
        #expect(runs > 50 && errors > 100)
    }

    @Test func `changed descriptions and trades give a run or a reason`() throws {
        let folder = try TemporaryRun(["equity.csv": dailyEquity(10)])
        let json = Array(#"{"strategy":"S","initial_capital":1000,"parameters":{"a":[1,2.5,null]},"trials":3}"#.utf8)
        let trades = Array(
            "id,side,qty,entry_time,entry_price,exit_time,exit_price,fees,pnl\n1,long,2,2024-01-02,5,2024-01-04,6,0,2\n"
                .utf8)
        var generator = SeededNumbers(seed: 7)
        for _ in 0..<600 {
            try folder.write("run.json", Self.mutated(json, &generator))
            try folder.write("trades.csv", Self.mutated(trades, &generator))
            do throws(RunError) {
                #expect(try RunReader.read(folder.path).problems() == [])
            } catch { #expect(!error.message.isEmpty) }
        }
    }

    @Test func `changed results of engines give runs or a reason`() throws {
        let value = "fast,8,13\nslow,21,21\n2024-01-02,100,100\n2024-01-03,101,99\n2024-01-04,102,98\n"
        let trades =
            "Exit Trade Id,Column,Size,Entry Timestamp,Avg Entry Price,Entry Fees,Exit Timestamp,Avg Exit Price,Exit Fees,PnL,"
            + "Return,Direction,Status,Position Id\n0,\"(8, 21)\",1,2024-01-02,10,0,2024-01-03,11,0,1,0.1,Long,Closed,0\n"
        let trade =
            #"{"pair": "A/B", "amount": 2, "open_rate": 10, "close_rate": 11, "open_timestamp": 1704153600000, "#
            + #""close_date": "2024-01-03 10:00:00+00:00", "profit_abs": 2, "fee_open": 0.001, "min_rate": 9, "max_rate": 12}"#
        let freqtrade =
            #"{"strategy": {"S": {"trades": [\#(trade)], "starting_balance": 100, "backtest_start_ts": "#
            + #"1704067200000, "backtest_end": "2024-01-05 00:00:00"}, "T": {"trades": []}}, "strategy_comparison": []}"#
        let folder = try TemporaryRun()
        var generator = SeededNumbers(seed: 11)
        var runs = 0
        for round in 0..<600 {
            try folder.write(
                "p.value.csv", round % 3 == 0 ? Self.mutated(Array(value.utf8), &generator) : Array(value.utf8))
            try folder.write("p.trades.csv", Self.mutated(Array(trades.utf8), &generator))
            try folder.write(
                "p.stats.csv", Self.mutated(Array(",0\nStart,2024-01-02\nStart Value,99\n".utf8), &generator))
            try folder.write("r.json", Self.mutated(Array(freqtrade.utf8), &generator))
            for path in [folder.path, folder.path + "/r.json"] {
                for reference in (try? RunReader.list(path)) ?? [] {
                    do throws(RunError) {
                        #expect(try RunReader.read(reference).problems() == [])
                        runs += 1
                    } catch { #expect(!error.message.isEmpty) }
                }
            }
        }
        #expect(runs > 60)
    }

    /// Inputs that a fuzzer found to break a reader once.
    @Test func `inputs that once broke a reader are read or refused`() throws {
        let fixtures = repositoryRoot.appendingPathComponent("Tests/Fixtures/Fuzz")
        var count = 0
        for target in ["csv", "json", "toml"] {
            let folder = fixtures.appendingPathComponent(target)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
                count += 1
                switch target {
                case "csv":
                    for finding in RunReader.validate(folder.path + "/" + name) { #expect(!finding.message.isEmpty) }
                case "json": _ = try? JSONReader.parse(bytes)
                default: _ = try? TOMLReader.parse(bytes)
                }
            }
        }
        #expect(count >= 8)
    }
}
