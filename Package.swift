// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built with the same strictness: Swift 6 language mode, strict memory
/// safety, explicit existentials, and no warning left standing.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]

/// One library target in `Sources/`, with what it may import.
func module(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: imports, swiftSettings: strict, linkerSettings: [.linkedLibrary("m")])
}

/// One system library: a module map and a `shim.h`, nothing else.
func system(_ name: String, pkgConfig: String, package: String) -> Target {
    .systemLibrary(
        name: name, path: "Sources/SystemLibraries/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// The tests of one target, with the helpers that they share; `data` names folders without Swift.
func tests(_ name: String, _ imports: [Target.Dependency], data: [String] = []) -> Target {
    .testTarget(name: name, dependencies: imports + ["TestSupport"], exclude: data, swiftSettings: strict)
}

let package = Package(
    name: "Tearsheet",
    products: [
        .executable(name: "tearsheet", targets: ["tearsheet"]),
        .executable(name: "benchmark", targets: ["benchmark"]),
        .library(name: "Reports", targets: ["Reports"]),
    ],
    targets: [
        // C, one module map each.
        system("CCairo", pkgConfig: "cairo-ft", package: "libcairo2-dev"),
        system("CFontconfig", pkgConfig: "fontconfig", package: "libfontconfig-dev"),
        system("CFreeType", pkgConfig: "freetype2", package: "libfreetype-dev"),
        system("CHarfBuzz", pkgConfig: "harfbuzz-subset", package: "libharfbuzz-dev"),
        system("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
        .target(
            name: "NativeShims", cxxSettings: [.unsafeFlags(["-std=c++17", "-Wall", "-Werror"])],
            linkerSettings: [.linkedLibrary("simdjson")]),
        .target(name: "CShippedFiles"),
        .target(name: "CMeasuredProcess"),
        .target(name: "CProcess"),

        // Values and text, from the bottom up.
        module("Formatting"),
        module("Series", ["Formatting"]),
        module("RunModel", ["Series"]),
        module("SystemFiles", ["CProcess"]),
        module("NativeCodecs", ["NativeShims", "CZlib"]),
        module("RunFormats", ["RunModel", "NativeCodecs", "SystemFiles"]),
        module("Analytics", ["RunModel"]),
        module("Graphics"),
        module("Charts", ["Graphics", "Series"]),
        module("Figures", ["Charts", "Analytics"]),
        module("TemplateEngine", ["Formatting", "Series"]),
        module("DocumentModel", ["Charts"]),
        module("Typesetting", ["DocumentModel"]),
        module("TextShaping", ["Graphics", "Formatting", "CFreeType", "CFontconfig", "CHarfBuzz", "CZlib"]),
        module("PDFOutput", ["Typesetting", "TextShaping", "CCairo", "CFreeType", "CZlib"]),
        module("HTMLOutput", ["DocumentModel", "TextShaping"]),
        module("DataOutput", ["Analytics", "Formatting"]),
        module("ShippedFiles", ["CShippedFiles"]),
        module(
            "Reports",
            [
                "RunFormats", "Figures", "TemplateEngine", "DocumentModel", "Typesetting", "PDFOutput", "HTMLOutput",
                "DataOutput", "ShippedFiles",
            ]),
        module("BatchJobs", ["Reports", "SystemFiles"]),
        module("CommandLineArguments", ["Formatting"]),
        module(
            "Commands",
            [
                "BatchJobs", "CommandLineArguments", "Reports", "RunFormats", "RunModel", "Analytics", "DataOutput",
                "DocumentModel", "Graphics", "Series", "Formatting", "TemplateEngine", "SystemFiles", "NativeCodecs",
            ]),
        .executableTarget(name: "tearsheet", dependencies: ["Commands"], swiftSettings: strict),
        .executableTarget(
            name: "benchmark", dependencies: ["Reports", "CMeasuredProcess", "SystemFiles"], swiftSettings: strict),

        // Tests: one target each, and the executable as a user runs it.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests("FormattingTests", ["Formatting"]),
        tests("SeriesTests", ["Series"]),
        tests("SystemFilesTests", ["SystemFiles"]),
        tests("ShippedFilesTests", ["ShippedFiles"]),
        tests("RunFormatsTests", ["RunFormats"]),
        tests("AnalyticsTests", ["Analytics", "RunFormats"], data: ["Reference"]),
        tests("GraphicsTests", ["Graphics"]),
        tests("ChartsTests", ["Charts"]),
        tests("FiguresTests", ["Figures"]),
        tests("TemplateEngineTests", ["TemplateEngine"]),
        tests("DocumentModelTests", ["DocumentModel"]),
        tests("TypesettingTests", ["Typesetting"]),
        tests("TextShapingTests", ["TextShaping"]),
        tests("PDFOutputTests", ["PDFOutput"]),
        tests("HTMLOutputTests", ["HTMLOutput"]),
        tests("DataOutputTests", ["DataOutput"]),
        tests("ReportsTests", ["Reports"]),
        tests("CommandLineArgumentsTests", ["CommandLineArguments"]),
        tests("CommandsTests", ["Commands", "CommandLineArguments"]),
        tests("EndToEndTests", []),
    ]
)
