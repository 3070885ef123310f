/// Random numbers that depend on their seed alone: xoshiro256**, started by SplitMix64.
///
/// The product has no other source of chance: a seed is an argument, so the same input gives the same bytes on every
/// machine. Blackman and Vigna (2021), Scrambled Linear Pseudorandom Number Generators.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// A generator; equal seeds give equal numbers.
    package init(seed: UInt64) {
        var mix = SplitMix(state: seed)
        state = (mix.next(), mix.next(), mix.next(), mix.next())
    }

    /// A generator in a state of its authors' examples.
    init(state: (UInt64, UInt64, UInt64, UInt64)) { self.state = state }

    /// The next 64 bits.
    package mutating func next() -> UInt64 {
        let result = Self.rotated(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = Self.rotated(state.3, by: 45)
        return result
    }

    /// A whole number from 0 up to, not including, `bound`, all with the same chance.
    ///
    /// Lemire (2019), Fast Random Integer Generation in an Interval. The standard library's own way is free to change
    /// with its version, and so cannot be used where bytes must stay.
    package mutating func index(below bound: Int) -> Int {
        precondition(bound > 0, "there is no number below zero")
        let range = UInt64(bound)
        var product = next().multipliedFullWidth(by: range)
        if product.low < range {
            let threshold = (0 &- range) % range
            while product.low < threshold { product = next().multipliedFullWidth(by: range) }
        }
        return Int(product.high)
    }

    /// As many whole numbers as the array holds, each drawn as by ``index(below:)``. A copy of the state stays in registers:
    /// reports draw millions.
    mutating func fill(_ indices: inout [Int], below bound: Int) {
        precondition(bound > 0, "there is no number below zero")
        var generator = self
        var numbers = indices.mutableSpan
        for place in numbers.indices { numbers[place] = generator.index(below: bound) }
        self = generator
    }

    private static func rotated(_ bits: UInt64, by count: UInt64) -> UInt64 { bits << count | bits >> (64 - count) }
}

/// Spreads a seed over 64 bits. Steele, Lea and Flood (2014), Fast Splittable Pseudorandom Number Generators.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
