/// A decision that tools take differently: an enumeration of the ways there are, the way of `standard` first.
///
/// A way says itself what it is, once for formulas, for `explain`, for the convention column of reports and for the
/// documentation. An enumeration of strings has its phrases as raw values:
///
/// ```swift
/// enum KellyForm: String, Choice { case meanOverVariance = "mean(e)/s²(e)", … }
/// ```
public protocol Choice: CaseIterable, Equatable, Sendable {
    /// The way as a formula or in a few words, in the notation of `Documentation/Metrics.md`.
    var phrase: String { get }
}

extension Choice where Self: RawRepresentable, RawValue == String {
    /// The raw value.
    public var phrase: String { rawValue }
}
