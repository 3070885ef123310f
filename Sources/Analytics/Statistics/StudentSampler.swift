import Glibc

/// Draws from a Student distribution, or a normal one, with a mean and a deviation.
///
/// Bailey (1994), Polar Generation of Random Variates with the t-Distribution; for infinitely many degrees of freedom it is
/// Marsaglia's polar method.
struct StudentSampler {
    private let mean: Double
    private let scale: Double
    /// ν; nil for the normal distribution.
    private let degrees: Double?
    private var generator: SeededGenerator

    /// A sampler; the kurtosis beyond a normal distribution's decides the degrees of freedom, ν = 4 + 6/κ, so that the
    /// draws have it too. At or below zero they are normal.
    init(mean: Double, deviation: Double, excessKurtosis: Double, seed: UInt64) {
        self.mean = mean
        degrees = excessKurtosis > 0 ? 4 + 6 / excessKurtosis : nil
        scale = deviation * (degrees.map { (($0 - 2) / $0).squareRoot() } ?? 1)
        generator = SeededGenerator(seed: seed)
    }

    /// The next draws, as many as the array holds.
    ///
    /// Points of the unit circle first, then what is made of them: whether a point lies in the circle cannot be predicted, and
    /// a wrong guess would cost as much as the power that follows it.
    mutating func fill(_ draws: inout [Double]) {
        var squares = [Double](repeating: 0, count: draws.count)
        points(&draws, &squares)
        var values = draws.mutableSpan
        let squaresOfPoints = squares.span
        for index in values.indices {
            let square = squaresOfPoints[index]
            let radius = degrees.map { $0 * (pow(square, -2 / $0) - 1) } ?? -2 * log(square)
            values[index] = mean + scale * values[index] * (radius / square).squareRoot()
        }
    }

    /// The next points of the unit circle: how far each lies to the right of the middle, and its distance from it, squared.
    private mutating func points(_ places: inout [Double], _ squares: inout [Double]) {
        var rights = places.mutableSpan
        var distances = squares.mutableSpan
        var (generator, count) = (generator, 0)
        while count < rights.count {
            let (u, v) = (generator.symmetric(), generator.symmetric())
            let square = u * u + v * v
            (rights[count], distances[count]) = (u, square)
            // The next point takes the place of one that lies outside.
            count += (square <= 1 ? 1 : 0) & (square > 0 ? 1 : 0)
        }
        self.generator = generator
    }
}

extension SeededGenerator {
    /// A number from −1 up to, not including, 1, all with the same chance.
    mutating func symmetric() -> Double { Double(next() >> 11) * 0x1p-52 - 1 }
}
