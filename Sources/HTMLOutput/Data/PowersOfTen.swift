/// 10⁰ … 10²², which doubles hold exactly.
enum PowersOfTen {
    private static let values: [Double] = (0...22).map { Double("1e\($0)") ?? 1 }

    /// 10^places; places outside 0 … 22 count as the nearest of them.
    static subscript(_ places: Int) -> Double { values[max(0, min(places, 22))] }
}
