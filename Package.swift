// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")

/// C libraries of the system.
let systemLibraries: [Target] = [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CXMLSec", pkgConfig: "xmlsec1-openssl", providers: [.apt(["libxmlsec1-dev"])]),
    .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CCairo", pkgConfig: "cairo", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(name: "CPoppler", pkgConfig: "poppler-glib", providers: [.apt(["libpoppler-glib-dev"])]),
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CJemalloc", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev"])]),
]

/// A room of the house: a library target and the target that holds its tests.
///
/// The tests may import what the room may, and `testDependencies` besides. `Tests/HouseTests` holds the imports of the
/// sources against a table of its own, so that a wall does not fall by a line added here.
struct Room {
    var name: String
    var dependencies: [Target.Dependency] = []
    var resources: [Resource] = []
    var testDependencies: [Target.Dependency] = []
    var testResources: [Resource] = []
    var testExclusions: [String] = []

    var targets: [Target] {
        [
            .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings),
            .testTarget(
                name: name + "Tests",
                dependencies: [.byName(name: name), "FuzzSeeds"] + dependencies + testDependencies,
                exclude: testExclusions,
                resources: testResources,
                swiftSettings: settings
            ),
        ]
    }
}

let rooms: [Room] = [
    // Floor 0: the vocabulary; how bytes are sealed and proved.
    Room(name: "HealthRecord", testDependencies: [crypto], testResources: [.copy("Fixtures")]),
    Room(name: "Sealing", dependencies: [crypto]),
    Room(name: "TraceTree", dependencies: [crypto]),
    Room(name: "StrictJSON"),
    // Floor 1: who may do what; XML that cannot hurt; the words said to people;
    // what is flushed to disk and what is put on paper; processes that can hurt nobody.
    Room(name: "AccessRules", dependencies: ["HealthRecord", "StrictJSON"], resources: [.copy("Resources")]),
    Room(name: "SafeXML", dependencies: ["CLibXML2", "CXMLSec"], testDependencies: [crypto, x509]),
    Room(name: "Wording", dependencies: ["HealthRecord"]),
    Room(name: "DurableSQL", dependencies: [grdb]),
    Room(name: "PrintedPages", dependencies: ["CCairo"]),
    Room(name: "ZipFiles", dependencies: ["CArchive"]),
    Room(name: "QRCodes", dependencies: ["CQRencode"]),
    Room(
        name: "ConfinedWorkers",
        dependencies: ["CSeccomp"],
        testDependencies: ["ConfinedWorkerProbe", "WorkerSupport"]
    ),
    // Floor 2: documents and wires; signatures computed and pages drawn apart.
    Room(
        name: "SignatureWorkers",
        dependencies: ["ConfinedWorkers", "SafeXML"],
        testDependencies: ["SignatureWorkerProbe", "WorkerSupport"]
    ),
    Room(
        name: "PDFPages",
        dependencies: ["ConfinedWorkers"],
        testDependencies: ["PDFDrawingSupport", "PrintedPages", "WorkerSupport"]
    ),
    Room(
        name: "ClinicalDocuments",
        dependencies: ["HealthRecord", "SafeXML"],
        resources: [.copy("Resources")]
    ),
    Room(name: "SOAPWire", dependencies: ["SafeXML"], testExclusions: ["Golden"]),
    Room(name: "XDSWire", dependencies: ["HealthRecord", "SafeXML"]),
    Room(
        name: "DMPWire",
        dependencies: ["HealthRecord", "SafeXML"],
        testDependencies: [crypto, x509, asn1],
        testExclusions: ["HL7V3/Golden", "Habilitations/Golden"]
    ),
    Room(
        name: "SampleRecords",
        dependencies: ["HealthRecord", "SafeXML", "PrintedPages"],
        testDependencies: ["ClinicalDocuments"]
    ),
    // Floor 3: the three trust domains' own parts.
    Room(name: "HostStore", dependencies: ["Sealing", "DurableSQL", grdb, crypto]),
    Room(
        name: "Custody",
        dependencies: [
            "HealthRecord", "AccessRules", "Sealing", "StrictJSON", "TraceTree", "DurableSQL", grdb, crypto,
            cryptoExtras,
        ]
    ),
    Room(
        name: "Credentials",
        dependencies: ["HealthRecord", "DMPWire", "SafeXML", x509, asn1, crypto, cryptoExtras],
        testDependencies: ["AccessRules", "ClinicalDocuments"]
    ),
    Room(
        name: "Messages",
        dependencies: ["HealthRecord", "Wording", "PrintedPages", "CCurl"],
        testExclusions: ["Golden", "sms_server.py", "smtp_server.py", "tls.py"]
    ),
    // Floor 4: the acts on a record.
    Room(
        name: "RecordService",
        dependencies: [
            "HealthRecord", "AccessRules", "SafeXML", "Sealing", "ClinicalDocuments", "XDSWire", "HostStore", "Custody",
            "TraceTree", crypto,
        ],
        testDependencies: ["SampleRecords", "DurableSQL", grdb]
    ),
    // Floor 5: the doors.
    Room(
        name: "ServerKit",
        dependencies: [
            hummingbird, hummingbirdCore, nioCore, nioHTTP1, nioSSL, httpTypes, crypto, logging, metrics, lifecycle,
        ],
        testDependencies: [asyncHTTPClient, hummingbirdTesting, x509, asn1, nioPosix]
    ),
    Room(
        name: "LPSKit",
        dependencies: [
            "HealthRecord", "SafeXML", "SOAPWire", "XDSWire", "DMPWire", "Credentials", "ClinicalDocuments",
            asyncHTTPClient, nioCore, nioHTTP1, nioSSL,
        ],
        testDependencies: ["SampleRecords"]
    ),
    Room(
        name: "DMPBench",
        dependencies: [
            "LPSKit", "ServerKit", "SampleRecords", "ClinicalDocuments", "DMPWire", "XDSWire", "HealthRecord",
            hummingbird, asyncHTTPClient,
            nioCore, nioHTTP1, nioSSL, httpTypes, logging, lifecycle, unixSignals,
        ],
        testDependencies: ["Credentials", "SOAPWire", "SafeXML"]
    ),
    Room(
        name: "XDSDoor",
        dependencies: [
            "ServerKit", "RecordService", "Custody", "SOAPWire", "XDSWire", "DMPWire", "HealthRecord", "SafeXML",
            crypto, hummingbird, hummingbirdCore, nioCore, httpTypes, logging,
        ],
        testDependencies: [
            "SampleRecords", "ClinicalDocuments", "AccessRules", "HostStore", "Sealing", "Credentials",
            hummingbirdTesting,
        ],
        testExclusions: ["Golden"]
    ),
    Room(
        name: "PageKit",
        dependencies: [
            "ServerKit", "ClinicalDocuments", "PDFPages", "SafeXML", "Wording", "HealthRecord", crypto, hummingbird,
            nioCore, httpTypes,
        ],
        resources: [.copy("Resources")],
        testDependencies: ["PageChecks"]
    ),
    Room(
        name: "PortalDoor",
        dependencies: [
            "PageKit", "ServerKit", "RecordService", "ClinicalDocuments", "Wording", "HealthRecord", "AccessRules",
            "Custody", "PDFPages", "PrintedPages", "ZipFiles", "QRCodes",
            "SafeXML", "XDSWire", crypto, hummingbird, hummingbirdCore, nioCore, httpTypes, logging,
        ],
        testDependencies: [
            "PageChecks", "PDFDrawingSupport", "SampleRecords", "HostStore", "Sealing", hummingbirdTesting,
        ],
        testExclusions: ["Golden"]
    ),
    Room(
        name: "CareDoor",
        dependencies: [
            "PageKit", "ServerKit", "RecordService", "ClinicalDocuments", "Wording", "HealthRecord", "AccessRules",
            "Custody", "PDFPages", "SafeXML", "XDSWire", crypto, hummingbird, nioCore, httpTypes, logging,
        ],
        testDependencies: [
            "PageChecks", "PDFDrawingSupport", "SampleRecords", "HostStore", "Sealing", "Credentials",
            hummingbirdTesting,
        ]
    ),
    Room(
        name: "OperatorDoor",
        dependencies: [
            "ServerKit", "RecordService", "HealthRecord", "Custody", "StrictJSON", crypto, hummingbird, nioCore,
            httpTypes,
            logging,
        ],
        testDependencies: [
            "Credentials", "HostStore", "Sealing", "AccessRules", "ClinicalDocuments", "SampleRecords", "TraceTree",
            hummingbirdTesting, asyncHTTPClient, nioSSL,
        ]
    ),
]

// Floor 6: assembly.
let programs: [Target] = [
    .executableTarget(
        name: "dmp",
        dependencies: [
            "HealthRecord", "AccessRules", "SafeXML", "StrictJSON", "Wording", "DurableSQL", "ClinicalDocuments",
            "XDSWire", "DMPWire", "SampleRecords", "HostStore", "Custody", "Credentials", "Messages", "RecordService",
            "ServerKit",
            "LPSKit", "DMPBench", "XDSDoor", "PortalDoor", "CareDoor", "OperatorDoor", "ConfinedWorkers",
            "SignatureWorkers", "PDFPages", "CJemalloc",
            hummingbird, arguments,
            logging, lifecycle, unixSignals, asyncHTTPClient, nioCore, nioHTTP1, nioSSL,
        ],
        swiftSettings: settings
    ),
    .executableTarget(
        name: "dmp-verify",
        dependencies: ["HealthRecord", "TraceTree", arguments],
        swiftSettings: settings
    ),
    // Draws PDF files for the doors; a program of its own, so that none of the others holds the libraries that read them.
    .executableTarget(
        name: "dmp-pages",
        dependencies: ["ConfinedWorkers", "PDFPages", "CPoppler", "CTurboJPEG"],
        swiftSettings: settings
    ),
]

let package = Package(
    name: "DMP",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: systemLibraries + rooms.flatMap(\.targets) + programs + [
        // What holds rendered pages against the rules of accessibility; tests of all doors made of pages use it.
        .target(name: "PageChecks", dependencies: ["Wording"], path: "Tests/PageChecks", swiftSettings: settings),
        // Where the chance of fuzz tests begins; all tests use it.
        .target(name: "FuzzSeeds", path: "Tests/FuzzSeeds", swiftSettings: settings),
        // Finds the programs that tests start as workers, and sees what becomes of them.
        .target(
            name: "WorkerSupport",
            dependencies: ["ConfinedWorkers"],
            path: "Tests/WorkerSupport",
            swiftSettings: settings
        ),
        // The workers that draw, for the tests of whoever shows PDF files.
        .target(
            name: "PDFDrawingSupport",
            dependencies: ["ConfinedWorkers", "PDFPages", "WorkerSupport"],
            path: "Tests/PDFDrawingSupport",
            swiftSettings: settings
        ),
        // A worker that tries what it may not do with files; the tests of ConfinedWorkers start it.
        .executableTarget(
            name: "ConfinedWorkerProbe",
            dependencies: ["ConfinedWorkers"],
            path: "Tests/ConfinedWorkerProbe",
            swiftSettings: settings
        ),
        // A worker that goes astray on purpose; the tests of SignatureWorkers start it.
        .executableTarget(
            name: "SignatureWorkerProbe",
            dependencies: ["ConfinedWorkers", "SafeXML", "SignatureWorkers"],
            path: "Tests/SignatureWorkerProbe",
            swiftSettings: settings
        ),
        .testTarget(
            name: "HouseTests",
            exclude: ["Register/rules.csv", "Register/era-keys.csv", "Register/idle-words.csv"],
            swiftSettings: settings
        ),
    ]
)
