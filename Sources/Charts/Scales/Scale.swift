import Glibc

/// Maps numbers of a domain to positions of a range: linear, or by the logarithm for ratios.
///
/// Band and time axes are linear scales too: bands count from 0, times are days since 1970. A domain of zero width maps
/// to the middle of the range; a reversed domain or range turns the direction; NaN maps to NaN, and so does what has
/// no logarithm.
public struct Scale: Equatable, Sendable {
    /// What is done to a number before it is placed.
    public enum Transform: Equatable, Sendable {
        /// Nothing.
        case linear
        /// The logarithm: equal ratios take equal lengths.
        case logarithmic
    }

    /// How numbers are placed.
    public let transform: Transform
    /// Numbers at the ends of the range.
    public let domain: Interval
    /// Positions of the domain's ends, in points.
    public let range: Interval
    private let offset: Double
    private let slope: Double

    /// A scale; logarithmic domains must be positive, otherwise every position is NaN.
    public init(_ transform: Transform, domain: Interval, range: Interval) {
        self.transform = transform
        self.domain = domain
        self.range = range
        let start = Self.apply(transform, domain.start)
        let length = Self.apply(transform, domain.end) - start
        slope = length == 0 ? 0 : range.length / length
        offset = length == 0 ? range.middle : range.start - slope * start
    }

    /// The position of a number.
    public func position(of value: Double) -> Double {
        let place = offset + slope * Self.apply(transform, value)
        return place.isFinite ? place : .nan
    }

    /// The number at a position; the domain's start where the domain or the range has no width.
    public func value(at position: Double) -> Double {
        guard slope != 0 else { return domain.start }
        let place = (position - offset) / slope
        return transform == .linear ? place : exp(place)
    }

    private static func apply(_ transform: Transform, _ value: Double) -> Double {
        switch transform {
        case .linear: value
        case .logarithmic: value > 0 ? log(value) : .nan
        }
    }
}
