/// Moments in a row, kept once however many series and parts of series have them.
///
/// A part of an axis shares the numbers of the whole, and so does the axis of a run's returns, which is that of its equity
/// without the first moment: ten million moments take 80 MB, and a second copy of them would take as much again.
public struct TimeAxis: RandomAccessCollection, Equatable, Sendable, ExpressibleByArrayLiteral {
    /// Milliseconds since 1970, wall time.
    @usableFromInline let shared: ArraySlice<Int64>

    /// Of nothing.
    public init() { shared = [] }

    /// Moments by their milliseconds, which are not copied.
    public init(milliseconds: [Int64]) { shared = milliseconds[...] }

    /// Moments, copied.
    public init(_ timestamps: some Sequence<Timestamp>) { shared = timestamps.map(\.milliseconds)[...] }

    /// Moments, copied.
    public init(arrayLiteral timestamps: Timestamp...) { self.init(timestamps) }

    private init(shared: ArraySlice<Int64>) { self.shared = shared }

    /// The first place is 0, of a part as well.
    @inlinable public var startIndex: Int { 0 }
    /// How many moments there are.
    @inlinable public var endIndex: Int { shared.count }

    /// The moment in a place.
    @inlinable
    public subscript(index: Int) -> Timestamp { Timestamp(milliseconds: shared[shared.startIndex + index]) }

    /// The milliseconds of the moment in a place.
    @inlinable
    public func milliseconds(_ index: Int) -> Int64 { shared[shared.startIndex + index] }

    /// A stretch of the moments as an axis of its own, counted from 0; nothing is copied.
    public func part(_ range: Range<Int>) -> TimeAxis {
        TimeAxis(shared: shared[shared.startIndex + range.lowerBound..<shared.startIndex + range.upperBound])
    }

    /// The axis without its first moment; nothing is copied.
    public var afterFirst: TimeAxis { isEmpty ? self : part(1..<count) }

    /// The axis behind one more moment; copied.
    public func led(by first: Timestamp) -> TimeAxis {
        var all = [first.milliseconds]
        all.reserveCapacity(count + 1)
        all += shared
        return TimeAxis(milliseconds: all)
    }

    /// The date of each moment, found when it is asked for.
    public var dates: TimeAxisDates { TimeAxisDates(axis: self) }
}

/// The dates of an axis, each found when it is asked for.
public struct TimeAxisDates: RandomAccessCollection, Sendable {
    @usableFromInline let axis: TimeAxis

    init(axis: TimeAxis) { self.axis = axis }

    /// The first place.
    @inlinable public var startIndex: Int { 0 }
    /// How many dates there are.
    @inlinable public var endIndex: Int { axis.endIndex }

    /// The date in a place.
    @inlinable
    public subscript(index: Int) -> CalendarDate { axis[index].date }
}
