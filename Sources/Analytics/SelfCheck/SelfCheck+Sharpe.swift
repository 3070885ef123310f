/// What papers print of the Sharpe ratio's uncertainty.
extension SelfCheck {
    static var sharpe: [PublishedNumber] {
        let skewed = SharpeEstimate(ratio: 0.458, skewness: -2.448, kurtosis: 10.164, count: 24)
        let normal = SharpeEstimate(ratio: 0.458, skewness: 0, kurtosis: 3, count: 24)
        let efficient = "Bailey and López de Prado (2012), The Sharpe Ratio Efficient Frontier"
        let deflated = "Bailey and López de Prado (2014), The Deflated Sharpe Ratio"
        let selected = SharpeEstimate(ratio: 2.5 / 250.0.squareRoot(), skewness: -3, kurtosis: 10, count: 1250)
        let expected = SharpeEstimate.expectedMaximum(trials: 100, variance: 0.5 / 250)
        let fifteen = SharpeEstimate(ratio: 1.5, skewness: 0, kurtosis: 3, count: 60)
        return [
            PublishedNumber(
                efficient, "probabilistic Sharpe ratio, 0.458 a month, skewness −2.448, kurtosis 10.164", "0.913",
                skewed.probability(above: 0)),
            PublishedNumber(
                efficient, "the same of normal returns", "0.982", normal.probability(above: 0)),
            PublishedNumber(
                deflated, "deflated Sharpe ratio, 2.5 a year, 1250 days, 100 trials of variance ½", "0.9004",
                selected.probability(above: expected)),
            PublishedNumber(
                "Lo (2002), The Statistics of Sharpe Ratios", "standard error, ratio 1.5, 60 observations", "0.188",
                note: "Lo divides by n, we by n − 1", fifteen.error),
        ]
    }
}
