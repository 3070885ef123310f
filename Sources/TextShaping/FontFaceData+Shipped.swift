import Graphics
import ShippedFiles

extension FontFaceData {
    /// The faces that ship with the program, in memory that lives as long as the process: nothing is copied.
    public static var shipped: [FontFaceData] {
        let files: [(Font.Weight, String)] = [
            (.regular, "Fonts/Inter-Regular.otf"), (.semibold, "Fonts/Inter-SemiBold.otf"),
            (.bold, "Fonts/Inter-Bold.otf"),
        ]
        return files.compactMap { weight, path in
            unsafe ShippedFiles.staticBytes(of: path).map {
                FontFaceData(weight: weight, bytes: unsafe FontBytes(staticBytes: $0))
            }
        }
    }
}
