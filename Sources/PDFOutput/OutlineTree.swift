/// How headings nest: each below the last one before it of a lower level.
struct OutlineTree {
    /// The heading that each is below; nil at the top.
    let parents: [Int?]
    private let childrenOf: [[Int]]
    private let top: [Int]

    /// The tree of headings with these levels, in order.
    init(levels: [Int]) {
        var parents: [Int?] = []
        var childrenOf = [[Int]](repeating: [], count: levels.count)
        var top: [Int] = []
        var open: [Int] = []
        for (index, level) in levels.enumerated() {
            while let last = open.last, levels[last] >= level { open.removeLast() }
            parents.append(open.last)
            if let parent = open.last { childrenOf[parent].append(index) } else { top.append(index) }
            open.append(index)
        }
        (self.parents, self.childrenOf, self.top) = (parents, childrenOf, top)
    }

    /// What stands directly below a heading, or at the top.
    func children(of parent: Int?) -> [Int] { parent.map { childrenOf[$0] } ?? top }

    /// How many can be seen below a heading when those at the top are open and all others closed.
    func visible(below parent: Int?) -> Int {
        guard parent == nil else { return children(of: parent).count }
        return top.reduce(top.count) { $0 + childrenOf[$1].count }
    }
}
