/// Statistics of rolling windows as the page computes them: windows are the tail of one block and the head of the next,
/// so that no error is carried from one to another.
struct MovingGuess {
    private var count = 0.0
    private var meanX = 0.0
    private var meanY = 0.0
    private var squares = 0.0
    private var squaresY = 0.0
    private var products = 0.0
    private var below = 0.0

    /// A statistic of every full window of x (and y), the first for observations 0 ..< window.
    static func values(
        _ x: [Double], _ y: [Double], window: Int, of statistic: String, periods: Double
    ) -> [Double] {
        let root = periods.squareRoot()
        guard window > 1, x.count == y.count, x.count >= window else { return [] }
        var results: [Double] = []
        results.reserveCapacity(x.count - window + 1)
        var tails = [MovingGuess](repeating: MovingGuess(), count: window + 1)
        for block in stride(from: 0, to: x.count, by: window) {
            var head = MovingGuess()
            for offset in 0..<min(window, x.count - block) {
                head.add(x[block + offset], y[block + offset])
                if offset + 1 == window {
                    results.append(head.value(of: statistic, root, periods))
                } else if block > 0 {
                    results.append(tails[offset + 1].joined(head).value(of: statistic, root, periods))
                }
            }
            guard block + window < x.count else { break }
            tails[window] = MovingGuess()
            for offset in (0..<window).reversed() {
                tails[offset] = tails[offset + 1]
                tails[offset].add(x[block + offset], y[block + offset])
            }
        }
        return results
    }

    private mutating func add(_ x: Double, _ y: Double) {
        count += 1
        let share = 1 / count
        let distance = x - meanX
        meanX += distance * share
        let distanceY = y - meanY
        meanY += distanceY * share
        squares += distance * (x - meanX)
        squaresY += distanceY * (y - meanY)
        products += distance * (y - meanY)
        let loss = min(x, 0)
        below += loss * loss
    }

    private func joined(_ other: MovingGuess) -> MovingGuess {
        var both = self
        both.count += other.count
        let (distanceX, distanceY) = (other.meanX - meanX, other.meanY - meanY)
        let share = other.count / both.count
        both.meanX += distanceX * share
        both.meanY += distanceY * share
        both.squares += other.squares + distanceX * distanceX * count * share
        both.squaresY += other.squaresY + distanceY * distanceY * count * share
        both.products += other.products + distanceX * distanceY * count * share
        both.below += other.below
        return both
    }

    private func value(of statistic: String, _ root: Double, _ periods: Double) -> Double {
        let deviation = (squares / (count - 1)).squareRoot()
        switch statistic {
        case "volatility": return deviation * root
        case "sharpe": return meanX / deviation * root
        case "sortino": return meanX / (below / count).squareRoot() * root
        case "correlation": return products / (squares * squaresY).squareRoot()
        case "alpha": return (meanY - products / squares * meanX) * periods
        default: return products / squares
        }
    }
}
