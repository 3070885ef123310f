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

/// Tests compute, draw and read as much as a user does: without optimisation they take twice as long.
let quick: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// One library target in `Sources/`, with what it may import.
func module(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: imports, swiftSettings: strict + quick, linkerSettings: [.linkedLibrary("m")])
}

/// One system library: a module map and a `shim.h`, nothing else.
func system(_ name: String, pkgConfig: String?, package: String) -> Target {
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
        // What the fuzzer reaches, see `Documentation/Fuzzing.md`.
        .library(
            name: "FuzzedParts",
            targets: [
                "NativeCodecs", "Containers", "RunFormats", "Analytics", "DataOutput", "TemplateEngine", "Reports",
                "PictureFiles",
            ]),
    ],
    targets: [
        // C, one module map each.
        // Its functions are in CairoCalls: the program is not linked to it.
        system("CCairo", pkgConfig: nil, package: "libcairo2-dev"),
        // Its functions are in SQLiteCalls: the program is not linked to it.
        system("CSQLite", pkgConfig: nil, package: "libsqlite3-dev"),
        // Its functions are in XLSXCalls: the program is not linked to it.
        system("CXLSXWriter", pkgConfig: nil, package: "libxlsxwriter-dev"),
        system("CFontconfig", pkgConfig: "fontconfig", package: "libfontconfig-dev"),
        system("CFreeType", pkgConfig: "freetype2", package: "libfreetype-dev"),
        system("CHarfBuzz", pkgConfig: "harfbuzz-subset", package: "libharfbuzz-dev"),
        system("CZlib", pkgConfig: "zlib", package: "zlib1g-dev"),
        system("CCmark", pkgConfig: "libcmark", package: "libcmark-dev"),
        system("CBrotli", pkgConfig: "libbrotlidec", package: "libbrotli-dev"),
        system("CDeflate", pkgConfig: "libdeflate", package: "libdeflate-dev"),
        system("CExpat", pkgConfig: "expat", package: "libexpat1-dev"),
        system("CLZ4", pkgConfig: "liblz4", package: "liblz4-dev"),
        system("CSnappy", pkgConfig: "snappy", package: "libsnappy-dev"),
        system("CZstd", pkgConfig: "libzstd", package: "libzstd-dev"),
        // Its functions are in CurlCalls: the program is not linked to it.
        system("CCurl", pkgConfig: nil, package: "libcurl4-openssl-dev"),
        .target(name: "CurlCalls", dependencies: ["CCurl"], linkerSettings: [.linkedLibrary("dl")]),
        .target(
            name: "NativeShims", cxxSettings: [.unsafeFlags(["-std=c++17", "-O2", "-Wall", "-Werror"])],
            linkerSettings: [.linkedLibrary("simdjson")]),
        .target(
            name: "CairoCalls", dependencies: ["CFreeType"], linkerSettings: [.linkedLibrary("dl")]),
        .target(
            name: "SQLiteCalls", dependencies: ["CSQLite"], linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "XLSXCalls", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "CShippedFiles"),
        .target(name: "CMeasuredProcess"),
        .target(name: "CProcess"),

        // Values and text, from the bottom up.
        module(
            "NativeCodecs",
            ["CBrotli", "CDeflate", "CExpat", "CLZ4", "CSnappy", "CZlib", "CZstd", "NativeShims"]),
        module("Formatting", ["NativeCodecs"]),
        module("Series", ["Formatting"]),
        module("RunModel", ["Formatting", "Series", "NativeCodecs"]),
        module("SystemFiles", ["CProcess"]),
        module("Containers", ["NativeCodecs"]),
        module("ShippedFiles", ["CShippedFiles"]),
        module(
            "RunFormats",
            ["Formatting", "Series", "RunModel", "SystemFiles", "NativeCodecs", "Containers", "ShippedFiles"]),
        module("MetricExpressions"),
        module("TerminalOutput", ["Formatting"]),
        module("Analytics", ["Formatting", "MetricExpressions", "Series", "RunModel"]),
        module("Comparison", ["NativeCodecs", "Series", "RunModel", "Analytics"]),
        module("Tables", ["Formatting", "Series", "RunModel", "Analytics", "Comparison"]),
        module("Graphics"),
        module("PictureFiles", ["NativeCodecs", "Graphics"]),
        module("Markdown", ["CCmark"]),
        module("SQLiteOutput", ["SQLiteCalls"]),
        module("Transfers", ["CurlCalls"]),
        module("ObjectStorage", ["Formatting", "NativeCodecs", "Series", "Transfers"]),
        module("Charts", ["Formatting", "Series", "Graphics"]),
        module(
            "Figures", ["Formatting", "Series", "RunModel", "Analytics", "Comparison", "Graphics", "Charts"]),
        module("TemplateEngine", ["NativeCodecs", "Formatting", "Series"]),
        module("DocumentModel", ["Formatting", "Graphics", "Charts"]),
        module("Typesetting", ["Graphics", "Charts", "DocumentModel"]),
        module(
            "TextShaping",
            ["CFontconfig", "CFreeType", "CHarfBuzz", "NativeCodecs", "Formatting", "Graphics", "ShippedFiles"]),
        module("PDFOutput", ["CCairo", "CairoCalls", "NativeCodecs", "Graphics", "TextShaping"]),
        module(
            "HTMLOutput", ["NativeCodecs", "Formatting", "Graphics", "Charts", "DocumentModel", "ShippedFiles"]),
        module("DataOutput", ["Formatting", "Series", "RunModel", "Analytics", "Comparison", "Tables"]),
        module("XLSXOutput", ["CXLSXWriter", "XLSXCalls", "Formatting", "Series", "Tables"]),
        module(
            "Reports",
            [
                "NativeCodecs", "Formatting", "Series", "RunModel", "Analytics", "Comparison", "Tables", "Graphics",
                "Charts",
                "Figures",
                "TemplateEngine", "DocumentModel", "Typesetting", "TextShaping", "PDFOutput", "HTMLOutput",
                "Markdown", "TerminalOutput", "DataOutput", "XLSXOutput", "ShippedFiles", "Containers", "PictureFiles",
            ]),
        module(
            "ReportArchive",
            [
                "NativeCodecs", "Formatting", "Series", "SystemFiles", "Containers", "MetricExpressions", "Analytics",
                "Graphics", "Charts", "DocumentModel", "DataOutput", "SQLiteOutput", "Reports", "ObjectStorage",
            ]),
        module(
            "BatchJobs",
            [
                "NativeCodecs", "Formatting", "Series", "RunModel", "SystemFiles", "RunFormats", "Analytics",
                "MetricExpressions", "Tables", "DocumentModel", "DataOutput", "Reports", "ReportArchive",
            ]),
        module("CommandLineArguments", ["Formatting"]),
        module(
            "Commands",
            [
                "Formatting", "Series", "RunModel", "SystemFiles", "NativeCodecs", "Containers", "RunFormats",
                "Analytics", "Comparison", "Tables", "Graphics", "TemplateEngine", "DocumentModel",
                "DataOutput", "ShippedFiles", "Reports", "ReportArchive", "TerminalOutput",
                "BatchJobs", "CommandLineArguments", "ObjectStorage", "Transfers", "PictureFiles",
            ]),
        .executableTarget(name: "tearsheet", dependencies: ["Commands"], swiftSettings: strict),
        .executableTarget(
            name: "benchmark",
            dependencies: [
                "CMeasuredProcess", "Formatting", "Series", "SystemFiles", "Containers", "RunModel", "RunFormats",
                "Analytics", "Tables", "DataOutput", "Reports",
            ], swiftSettings: strict),

        // Tests: one target each, and the executable as a user runs it.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "GraphicsTestSupport", dependencies: ["Graphics"], path: "Tests/GraphicsTestSupport",
            swiftSettings: strict),
        .target(
            name: "RunBuilders", dependencies: ["Series", "RunModel", "TestSupport"], path: "Tests/RunBuilders",
            swiftSettings: strict),
        tests("FormattingTests", ["Formatting"], data: ["Reference"]),
        tests("SeriesTests", ["Series"]),
        tests("RunModelTests", ["Series", "RunModel"]),
        tests("SystemFilesTests", ["SystemFiles"]),
        tests("TransfersTests", ["Transfers"]),
        tests("ShippedFilesTests", ["ShippedFiles"]),
        tests("ContainersTests", ["NativeCodecs", "Containers"]),
        tests("RunFormatsTests", ["Series", "RunModel", "Containers", "RunFormats"]),
        tests(
            "AnalyticsTests", ["Formatting", "Series", "RunModel", "RunFormats", "Analytics", "RunBuilders"],
            data: ["Reference"]),
        tests("ComparisonTests", ["Series", "RunModel", "Analytics", "Comparison"], data: ["Reference"]),
        tests("MetricExpressionsTests", ["MetricExpressions"]),
        tests("GraphicsTests", ["Graphics"]),
        tests("PictureFilesTests", ["Graphics", "PictureFiles"], data: ["Reference"]),
        tests("ChartsTests", ["Series", "Graphics", "GraphicsTestSupport", "Charts"]),
        tests(
            "FiguresTests",
            [
                "Formatting", "Series", "RunModel", "Analytics", "Comparison", "Graphics", "GraphicsTestSupport",
                "Charts",
                "Figures", "RunBuilders",
            ]),
        tests("TemplateEngineTests", ["TemplateEngine"]),
        tests("DocumentModelTests", ["Graphics", "Charts", "DocumentModel"]),
        tests("TypesettingTests", ["Graphics", "GraphicsTestSupport", "Charts", "DocumentModel", "Typesetting"]),
        tests("TextShapingTests", ["Graphics", "TextShaping"]),
        tests("PDFOutputTests", ["NativeCodecs", "Graphics", "TextShaping", "PDFOutput"]),
        tests(
            "HTMLOutputTests",
            ["NativeCodecs", "Formatting", "Graphics", "GraphicsTestSupport", "Charts", "DocumentModel", "HTMLOutput"]),
        tests("TablesTests", ["Formatting", "Series", "RunFormats", "Analytics", "Tables"]),
        tests(
            "DataOutputTests",
            ["Formatting", "Series", "RunModel", "RunFormats", "Analytics", "Tables", "DataOutput"]),
        tests(
            "ReportsTests",
            [
                "Series", "RunModel", "RunFormats", "Analytics", "Comparison", "Tables", "Graphics", "Charts",
                "Figures",
                "DocumentModel", "Typesetting", "Reports",
            ]),
        tests("ObjectStorageTests", ["Formatting", "Transfers", "ObjectStorage"]),
        tests("ReportArchiveTests", ["NativeCodecs", "Series", "SystemFiles", "ReportArchive", "Reports"]),
        tests("BatchJobsTests", ["MetricExpressions", "RunModel", "Reports", "BatchJobs"]),
        tests("CommandLineArgumentsTests", ["CommandLineArguments"]),
        tests("CommandsTests", ["CommandLineArguments", "TerminalOutput", "Commands"]),
        tests("EndToEndTests", []),
    ]
)
