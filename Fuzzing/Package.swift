// swift-tools-version: 6.2
import PackageDescription

/// The fuzzer, a package of its own so that no ordinary build knows of it; see `Documentation/Fuzzing.md`.
let package = Package(
    name: "Fuzzing",
    dependencies: [.package(name: "Tearsheet", path: "..")],
    targets: [
        .target(name: "CFuzzer"),
        .executableTarget(
            name: "fuzz", dependencies: ["CFuzzer", .product(name: "FuzzedParts", package: "Tearsheet")],
            swiftSettings: [.swiftLanguageMode(.v6), .unsafeFlags(["-parse-as-library"])]),
    ])
