/// What each room may import of the house's other rooms, and of the libraries that only some rooms may touch.
///
/// The rooms of docs/architecture.md; an arrow that is not here is a wall.
enum HouseRules {
    static let rooms: [String: Set<String>] = [
        "HealthRecord": [],
        "Sealing": ["Crypto"],
        "TraceTree": ["Crypto"],
        "StrictJSON": [],
        "AccessRules": ["HealthRecord", "StrictJSON"],
        "SafeXML": ["CLibXML2", "CXMLSec"],
        "ConfinedWorkers": ["CSeccomp"],
        "SignatureWorkers": ["ConfinedWorkers", "SafeXML"],
        "PDFPages": ["ConfinedWorkers"],
        "Wording": ["HealthRecord"],
        "DurableSQL": ["GRDB"],
        "PrintedPages": ["CCairo"],
        "ZipFiles": ["CArchive"],
        "QRCodes": ["CQRencode"],
        "ClinicalDocuments": ["HealthRecord", "SafeXML"],
        "SOAPWire": ["SafeXML"],
        "XDSWire": ["HealthRecord", "SafeXML"],
        "DMPWire": ["HealthRecord", "SafeXML"],
        "SampleRecords": ["HealthRecord", "SafeXML", "PrintedPages"],
        "HostStore": ["Sealing", "DurableSQL", "GRDB", "Crypto"],
        "Custody": [
            "HealthRecord", "AccessRules", "Sealing", "StrictJSON", "TraceTree", "DurableSQL", "GRDB", "Crypto",
            "CryptoExtras",
        ],
        "Credentials": ["HealthRecord", "DMPWire", "SafeXML", "X509", "SwiftASN1", "Crypto", "CryptoExtras"],
        "Messages": ["HealthRecord", "Wording", "PrintedPages", "CCurl"],
        "RecordService": [
            "HealthRecord", "AccessRules", "SafeXML", "Sealing", "ClinicalDocuments", "XDSWire", "HostStore", "Custody",
            "TraceTree", "Crypto",
        ],
        "ServerKit": ["Crypto", "Hummingbird", "HummingbirdCore", "NIOCore", "NIOHTTP1", "NIOSSL", "HTTPTypes"],
        "XDSDoor": [
            "ServerKit", "RecordService", "Custody", "SOAPWire", "XDSWire", "DMPWire", "HealthRecord", "SafeXML",
            "Crypto",
            "Hummingbird", "HummingbirdCore", "NIOCore", "HTTPTypes",
        ],
        "PageKit": [
            "ServerKit", "ClinicalDocuments", "PDFPages", "SafeXML", "Wording", "HealthRecord", "Crypto",
            "Hummingbird", "NIOCore", "HTTPTypes",
        ],
        "PortalDoor": [
            "PageKit", "ServerKit", "RecordService", "Custody", "ClinicalDocuments", "AccessRules", "Wording",
            "HealthRecord",
            "PDFPages", "PrintedPages", "SafeXML", "ZipFiles", "QRCodes",
            "XDSWire", "Crypto", "Hummingbird", "HummingbirdCore", "NIOCore", "HTTPTypes",
        ],
        "CareDoor": [
            "PageKit", "ServerKit", "RecordService", "Custody", "ClinicalDocuments", "AccessRules", "Wording",
            "HealthRecord", "PDFPages", "SafeXML", "XDSWire", "Crypto", "Hummingbird", "NIOCore", "HTTPTypes",
        ],
        "OperatorDoor": [
            "ServerKit", "RecordService", "Custody", "HealthRecord", "StrictJSON", "Crypto", "Hummingbird", "NIOCore",
            "HTTPTypes",
        ],
        "LPSKit": [
            "HealthRecord", "SafeXML", "SOAPWire", "XDSWire", "DMPWire", "Credentials", "ClinicalDocuments",
            "AsyncHTTPClient", "NIOCore", "NIOSSL", "NIOHTTP1", "NIOFoundationCompat",
        ],
        "DMPBench": [
            "LPSKit", "ServerKit", "SampleRecords", "ClinicalDocuments", "DMPWire", "XDSWire", "HealthRecord",
            "Hummingbird", "AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOSSL", "HTTPTypes", "UnixSignals",
        ],
        "dmp": [
            "HealthRecord", "AccessRules", "SafeXML", "Wording", "DurableSQL", "ClinicalDocuments", "XDSWire",
            "DMPWire",
            "SampleRecords", "StrictJSON", "HostStore", "Custody", "Credentials", "Messages", "RecordService",
            "ServerKit", "LPSKit",
            "DMPBench", "XDSDoor", "PortalDoor", "CareDoor", "OperatorDoor", "ConfinedWorkers", "SignatureWorkers",
            "PDFPages", "Hummingbird",
            "ArgumentParser",
            "AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOSSL", "HTTPTypes", "UnixSignals",
        ],
        // Whoever trusts nobody reads little: what an event is, and how it is proved.
        "dmp-verify": ["HealthRecord", "TraceTree", "ArgumentParser"],
        // Whoever reads what a stranger made holds nothing else.
        "dmp-pages": ["ConfinedWorkers", "PDFPages", "CPoppler", "CTurboJPEG"],
    ]

    /// Libraries that anybody may use.
    static let common: Set<String> = [
        "Foundation", "Glibc", "Dispatch", "Synchronization", "Logging", "CoreMetrics", "Metrics", "ServiceLifecycle",
    ]
}
