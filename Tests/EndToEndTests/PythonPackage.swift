import Foundation
import TestSupport

/// Python with a package of PyPI, in an environment below the user's cache that is made once.
enum PythonPackage {
    /// The interpreter; nil, with a word about it, where the package cannot be had.
    ///
    /// - Parameters:
    ///   - requirement: As pip takes it: `aiosmtpd==1.4.*`.
    ///   - folder: The environment's name.
    ///   - module: What is imported to see that it is there.
    ///   - seconds: How long the installation may take.
    static func python(_ requirement: String, folder: String, module: String, seconds: Int) -> String? {
        let script = """
            set +e
            place="${XDG_CACHE_HOME:-/tmp}/tearsheet-tests/\(folder)"
            "$place/bin/python" -c 'import \(module)' 2>/dev/null && echo "$place/bin/python" && exit
            mkdir -p "$place" && python3 -m venv "$place" >/dev/null 2>&1 &&
                timeout \(seconds) "$place/bin/python" -m pip install -q '\(requirement)' >/dev/null 2>&1 &&
                "$place/bin/python" -c 'import \(module)' && echo "$place/bin/python"
            """
        guard let home = try? TemporaryFolder(), let result = try? Tearsheet.script(script, in: home.url) else {
            return nil
        }
        let path = result.output.trimmingCharacters(in: .whitespacesAndNewlines)
        if path.isEmpty { print("\(requirement) cannot be installed here; what needs it is not tried") }
        return path.isEmpty ? nil : path
    }
}
