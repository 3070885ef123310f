import CBrotli
import CDeflate
import CExpat
import CLZ4
import CZlib
import CZstd
import NativeShims

/// The libraries behind JSON, TOML, columnar files, archives and spreadsheets.
public enum LinkedLibraries {
    /// Name and version of each, as the running process has it where the library says so.
    public static var versions: [(name: String, version: String)] {
        [
            ("simdjson", unsafe String(cString: tearsheet_simdjson_version())),
            ("toml++", unsafe String(cString: tearsheet_toml_version())),
            ("zstd", unsafe String(cString: ZSTD_versionString())),
            ("snappy", unsafe String(cString: tearsheet_snappy_version())),
            ("lz4", unsafe String(cString: LZ4_versionString())),
            ("brotli", brotli),
            ("libdeflate", LIBDEFLATE_VERSION_STRING),
            ("zlib", unsafe String(cString: zlibVersion())),
            ("expat", expat),
        ]
    }

    /// Eight bits of major version, twelve each of minor and patch.
    private static var brotli: String {
        let version = BrotliDecoderVersion()
        return "\(version >> 24).\(version >> 12 & 0xFFF).\(version & 0xFFF)"
    }

    private static var expat: String {
        let version = XML_ExpatVersionInfo()
        return "\(version.major).\(version.minor).\(version.micro)"
    }
}
