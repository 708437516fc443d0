// swift-tools-version: 6.2
import PackageDescription

/// Every module is compiled under the same strict settings; a warning is an error.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
    name: "dossier",
    products: [.executable(name: "dossier", targets: ["dossier"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .executableTarget(
            name: "dossier", dependencies: ["Commands", "CSystemCalls"], swiftSettings: strict),
        .target(
            name: "Commands",
            dependencies: [
                "Certification", "Store", "Bundling", "Documents", "Reporting", "CSystemCalls",
                argumentParser,
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .target(
            name: "Reporting",
            dependencies: [
                "Certification", "CTemplates", .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict),
        .target(name: "Bundling", dependencies: ["Certification", "Archive", crypto], swiftSettings: strict),
        .target(
            name: "Store",
            dependencies: [
                "Certification", "CSystemCalls", crypto, .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(name: "Archive", dependencies: ["CLibArchive", "CZlib"], swiftSettings: strict),
        .target(
            name: "Documents", dependencies: ["Certification", "Archive", "CLibXML"], swiftSettings: strict),
        .systemLibrary(
            name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .target(name: "CTemplates"),
        .target(name: "CSystemCalls"),
        .target(name: "Certification", dependencies: [crypto], swiftSettings: strict),
        .testTarget(
            name: "CertificationTests", dependencies: ["Certification"], exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "Commands", "Certification", "Documents", "Reporting", "OfficeFiles", argumentParser, crypto,
            ],
            exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(name: "ArchiveTests", dependencies: ["Archive"], swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "Archive", "Certification", "OfficeFiles"],
            swiftSettings: strict),
        .target(
            name: "OfficeFiles", dependencies: ["Archive"], path: "Tests/OfficeFiles", swiftSettings: strict),
        .testTarget(
            name: "BundlingTests", dependencies: ["Bundling", "Archive", "Certification", crypto],
            swiftSettings: strict),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Store", "Certification", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "ReportingTests", dependencies: ["Reporting", "Certification"], swiftSettings: strict),
        .testTarget(
            name: "CounterpartTests", dependencies: ["ChildProcesses"], exclude: ["Scripts"],
            swiftSettings: strict),
        .target(name: "ChildProcesses", path: "Tests/ChildProcesses", swiftSettings: strict),
        .executableTarget(
            name: "measure-suggestions", dependencies: ["Certification", "Documents"],
            path: "Tests/SuggestionMeasure",
            exclude: ["labels.tsv"], swiftSettings: strict),
        .executableTarget(
            name: "bench", dependencies: ["Certification", "Store", "ChildProcesses"], path: "Tests/Bench",
            exclude: ["Scripts"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
