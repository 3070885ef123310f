import Graphics

/// One layer of stacked areas.
public struct StackedSeries: Sendable {
    /// What the layer is.
    public var name: String
    /// One number per place; what is not finite counts as nothing.
    public var values: [Double]

    /// A layer.
    public init(_ name: String, values: [Double]) {
        self.name = name
        self.values = values
    }
}

extension Marks {
    /// Areas on each other: what is positive upwards from zero, what is negative downwards, so that the upper edge is the
    /// sum of the positive numbers and the lower that of the negative ones.
    ///
    /// Of more series than there are category colours, the smallest (by the sum of their sizes) become one layer
    /// "Other". The colours follow the order given. Linear in the count of all numbers.
    ///
    /// - Returns: the areas, and the entries of a key in their order.
    public static func stack(
        x: [Double], _ series: [StackedSeries], opacity: Double = 0.75
    ) -> (marks: [Mark], key: ChartKey) {
        let layers = folded(series, count: x.count)
        var (top, bottom) = ([Double](repeating: 0, count: x.count), [Double](repeating: 0, count: x.count))
        var marks: [Mark] = []
        for layer in layers {
            marks += areas(layer, x: x, top: &top, bottom: &bottom, paint: .role(layer.role, opacity: opacity))
        }
        let entries = layers.map { ChartKey.Category($0.name, paint: .role($0.role, opacity: opacity)) }
        return (marks, .categories(entries))
    }

    private struct Layer {
        let name: String
        let values: [Double]
        let role: ColorRole
    }

    /// The areas of one layer above and below zero; none where it has nothing on that side.
    private static func areas(
        _ layer: Layer, x: [Double], top: inout [Double], bottom: inout [Double], paint: Paint
    ) -> [Mark] {
        var marks: [Mark] = []
        let (oldTop, oldBottom) = (top, bottom)
        for index in x.indices {
            if layer.values[index] > 0 {
                top[index] += layer.values[index]
            } else {
                bottom[index] += layer.values[index]
            }
        }
        if top != oldTop { marks.append(.area(AreaMark(x: x, y: top, base: .line(oldTop), paint: paint))) }
        if bottom != oldBottom { marks.append(.area(AreaMark(x: x, y: oldBottom, base: .line(bottom), paint: paint))) }
        return marks
    }

    private static func folded(_ series: [StackedSeries], count: Int) -> [Layer] {
        let finite = series.map { one in
            precondition(one.values.count == count, "a stack needs one number per place")
            return StackedSeries(one.name, values: one.values.map { $0.isFinite ? $0 : 0 })
        }
        let kept = largest(finite)
        var layers = finite.indices.filter(kept.contains).enumerated().map { order, index in
            Layer(name: finite[index].name, values: finite[index].values, role: CategoryColors.role(at: order))
        }
        if kept.count < finite.count {
            var sums = [Double](repeating: 0, count: count)
            for index in finite.indices where !kept.contains(index) {
                for place in sums.indices { sums[place] += finite[index].values[place] }
            }
            layers.append(Layer(name: "Other", values: sums, role: .other))
        }
        return layers
    }

    /// Which series keep a colour of their own; of equal ones the earlier.
    private static func largest(_ series: [StackedSeries]) -> Set<Int> {
        guard series.count > CategoryColors.count else { return Set(series.indices) }
        let sizes = series.map { $0.values.reduce(0) { $0 + $1.magnitude } }
        let order = series.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
        return Set(order.prefix(CategoryColors.count))
    }
}
