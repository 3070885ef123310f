import RunModel

/// `Of 9 comparisons of its parts 8 agree`.
enum SourcesHeadline {
    static func sentence(_ reconciliation: Reconciliation) -> String? {
        sentence(agreeing: reconciliation.count(.agrees), differing: reconciliation.count(.differs))
    }

    /// Nil where nothing could be compared.
    static func sentence(agreeing: Int, differing: Int) -> String? {
        switch (agreeing, differing) {
        case (0, 0): nil
        case (1, 0): "The one comparison of its parts that could be made agrees"
        case (_, 0): "All \(HeadlineWords.count(agreeing)) comparisons of its parts agree"
        case (0, 1): "The one comparison of its parts that could be made does not agree"
        case (0, _): "None of \(HeadlineWords.count(differing)) comparisons of its parts agrees"
        default:
            "Of \(HeadlineWords.count(agreeing + differing)) comparisons of its parts \(HeadlineWords.count(agreeing)) "
                + (agreeing == 1 ? "agrees" : "agree")
        }
    }
}
