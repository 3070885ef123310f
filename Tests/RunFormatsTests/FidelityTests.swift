import RunFormats
import RunModel
import Series
import Testing

private let equity = """
    date,equity
    2024-03-08,1000
    2024-03-11,1010
    2024-03-12,1005
    2024-11-05,1020

    """

@Test func `a run lists the ratios of its trials, or states their variance`() throws {
    let listed = try TemporaryRun(["equity.csv": equity, "run.json": #"{"trials": 9, "trial_sharpes": [0.5, 1, 1.5]}"#])
        .read()
    #expect(listed.trials == 9 && listed.trialRatios == TrialRatios(listed: [0.5, 1, 1.5]))
    let stated = try TemporaryRun(["equity.csv": equity, "run.json": #"{"trials": 9, "trial_sharpe_variance": 0.5}"#])
        .read()
    #expect(stated.trialRatios?.annualVariance == 0.5 && stated.trialRatios?.listed == nil)
    let wrong = try folderMessage(["equity.csv": equity, "run.json": #"{"trial_sharpes": 0.5}"#])
    #expect(wrong.contains("trial_sharpes") && wrong.contains("a list of numbers"), "\(wrong)")
}

@Test func `trades keep their contract multiplier`() throws {
    let trades = """
        symbol,side,quantity,entry_time,entry_price,exit_time,exit_price,multiplier
        ES,long,2,2024-03-08,100,2024-03-11,101,50

        """
    let run = try TemporaryRun(["equity.csv": equity, "trades.csv": trades]).read()
    #expect(run.trades?.first?.multiplier == 50 && run.trades?.first?.profit == 100)
}

@Test func `hours between timestamps with offsets are those that elapsed, over a clock change too`() throws {
    // New York's clocks go forward on 10 March 2024 and back on 3 November.
    let trades = """
        symbol,side,quantity,entry_time,entry_price,exit_time,exit_price
        A,long,1,2024-03-08T16:00:00-05:00,100,2024-03-11T16:00:00-04:00,101
        A,long,1,2024-03-11T10:00:00-04:00,100,2024-03-12T10:00:00-04:00,101

        """
    for zone in [#""time_zone": "America/New_York""#, #""strategy": "x""#] {
        let run = try TemporaryRun(["equity.csv": equity, "trades.csv": trades, "run.json": "{\(zone)}"]).read()
        #expect(run.trades?.map { $0.heldMilliseconds / 3_600_000 } == [71, 24])
    }
}
