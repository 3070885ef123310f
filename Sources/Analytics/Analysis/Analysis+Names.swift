/// What readers see beside the run's own numbers, in figures, tables and pages alike.
extension Analysis {
    /// Name of the run's own series and columns. A comparison, which has several, calls each by its run.
    public static let strategyName = "Strategy"
}
