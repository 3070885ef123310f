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

    /// The next draw.
    mutating func next() -> Double {
        while true {
            let (u, v) = (generator.symmetric(), generator.symmetric())
            let square = u * u + v * v
            guard square <= 1, square > 0 else { continue }
            let radius = degrees.map { $0 * (pow(square, -2 / $0) - 1) } ?? -2 * log(square)
            return mean + scale * u * (radius / square).squareRoot()
        }
    }
}

extension SeededGenerator {
    /// A number from −1 up to, not including, 1, all with the same chance.
    mutating func symmetric() -> Double { Double(next() >> 11) * 0x1p-52 - 1 }
}
