/// A problem on its way to becoming a ``TemplateError``: the evaluator adds the place, includes add the way there.
struct Fault: Error {
    let problem: Problem
    var place: Place?
    var trail: [Trail] = []

    init(_ problem: Problem, at place: Place? = nil) {
        self.problem = problem
        self.place = place
    }

    /// The same fault with a place, unless it has one. An undefined value that was looked up within the place is
    /// pointed at more narrowly.
    func located(_ place: Place) -> Fault {
        guard self.place == nil else { return self }
        var fault = self
        fault.place = place
        if case .undefined(let undefined) = problem, let origin = undefined.place, origin.source === place.source,
            place.span.contains(origin.span)
        {
            fault.place = origin
        }
        return fault
    }

    /// The same fault with one more step of the way by which its template was reached.
    func passing(_ trail: Trail) -> Fault {
        var fault = self
        fault.trail.append(trail)
        return fault
    }
}

/// One step of the way to the template in which a fault is.
struct Trail: Sendable {
    enum Relation: Sendable, Equatable {
        case included
        case imported
        case extended
        case called(String)
    }

    let relation: Relation
    let place: Place
}
