import Credentials
import HealthRecord
import Messages
import PortalDoor
import RecordService
import ServerKit

/// Every key of the configuration, with its kind, its default and what it is for.
enum Keys {
    static let dataFolder = ConfigurationKey<String>(
        "data.folder",
        .text("a folder"),
        doc: "Folder that holds host/, custody/ and application/."
    )
    static let domain = ConfigurationKey<IdentityDomain>(
        "domain",
        .choice(),
        default: .production,
        doc: "production serves real people only; rehearsal serves test and demonstration people only."
    )
    static let logOrigin = ConfigurationKey<String>(
        "trace.origin",
        .text("a name such as trace.dmp.example/2026/s00"),
        doc: "Name of the public trace log; each year's log has its own year in the place of the one given."
    )
    static let host = ConfigurationKey<String>(
        "hosting.host",
        .text("a name of at most 255 characters, or nothing"),
        default: "",
        doc: "Who keeps the records, as each new one says to its holder; nothing: trace.origin up to its first /."
    )
    static let portalHost = ConfigurationKey<String>(
        "portal.host",
        .text("a host or address"),
        default: "127.0.0.1",
        doc: "Where the patients' portal listens."
    )
    static let portalPort = ConfigurationKey<Int>(
        "portal.port",
        .integer(0...65_535),
        default: 8443,
        doc: "Port of the patients' portal."
    )
    static let portalOrigin = ConfigurationKey<String>(
        "portal.origin",
        .text("https://name[:port]"),
        doc: "The portal's address as browsers see it."
    )
    static let portalMisses = ConfigurationKey<Int>(
        "portal.missesPerTenMinutes",
        .integer(10...100_000),
        default: PortalSettings.usualMisses,
        doc: "How many wrong tries one network may make in ten minutes, all people behind its address together."
    )
    static let helpPhone = ConfigurationKey<String>(
        "service.helpPhone",
        .text("a telephone number as people read it"),
        doc: "The help desk's number, in letters, messages and pages."
    )
    static let sender = ConfigurationKey<[String]>(
        "service.sender",
        .list(of: "the lines of a postal address"),
        doc: "Who writes: the lines at the head of letters."
    )
    static let servicesHost = ConfigurationKey<String>(
        "services.host",
        .text("a host or address"),
        default: "127.0.0.1",
        doc: "Where professionals' software is answered, by mutual TLS."
    )
    static let servicesPort = ConfigurationKey<Int>(
        "services.port",
        .integer(0...65_535),
        default: 9443,
        doc: "Port for professionals' software."
    )
    static let audiences = ConfigurationKey<[String]>(
        "services.audiences",
        .list(of: "names of this service"),
        default: [],
        doc:
            "Who an assertion with an audience restriction may be for; none: https://, services.host and services.port."
    )
    static let clockTolerance = ConfigurationKey<Int>(
        "services.clockTolerance",
        .integer(30...900),
        default: Int(Freshness.profileTolerance),
        doc: "Seconds that an assertion may have been made before or after this server's clock."
    )
    static let watchSeconds = ConfigurationKey<Int>(
        "watch.seconds",
        .integer(1...60),
        default: PromiseMonitor.intervalSeconds,
        doc: "Seconds between two looks at the promises of the log and at the terms of incidents."
    )
    static let careHost = ConfigurationKey<String>(
        "care.host",
        .text("a host or address"),
        default: "127.0.0.1",
        doc: "Where the professionals' web site listens, by card."
    )
    static let carePort = ConfigurationKey<Int>(
        "care.port",
        .integer(0...65_535),
        default: 8446,
        doc: "Port of the professionals' web site."
    )
    static let careOrigin = ConfigurationKey<String>(
        "care.origin",
        .text("https://name[:port], or nothing"),
        default: "",
        doc: "The professionals' web site as browsers see it; nothing: there is none. It needs directory.file."
    )
    static let careEntrySeconds = ConfigurationKey<Int>(
        "care.entrySeconds",
        .integer(10...600),
        default: 120,
        doc: "How long an address is good that software gets to open a record once without a card (TD0.10)."
    )
    static let operatorsHost = ConfigurationKey<String>(
        "operators.host",
        .text("a host or address"),
        default: "127.0.0.1",
        doc: "Where operators are answered, by mutual TLS with the certificates of operators.file."
    )
    static let operatorsPort = ConfigurationKey<Int>(
        "operators.port",
        .integer(0...65_535),
        default: 8447,
        doc: "Port for operators."
    )
    static let operatorsFile = ConfigurationKey<String>(
        "operators.file",
        .text("a JSON file, or nothing"),
        default: "",
        doc: "Operators' certificates, each with its role (docs/operations.md); nothing: there is no such door."
    )
    static let operationsPort = ConfigurationKey<Int>(
        "operations.port",
        .integer(0...65_535),
        default: 9090,
        doc: "Port of /health and /metrics, on the loopback interface only."
    )
    static let certificate = ConfigurationKey<String>(
        "tls.certificate",
        .text("a PEM file"),
        doc: "Server certificate and its intermediates, leaf first."
    )
    static let privateKey = ConfigurationKey<String>(
        "tls.key",
        .text("a PEM file"),
        doc: "Private key of the server certificate."
    )
    static let authorities = ConfigurationKey<String>(
        "trust.authorities",
        .text("a PEM file"),
        doc: "Authorities of cards and structures (IGC-Santé)."
    )
    static let revocation = ConfigurationKey<String>(
        "trust.revocationFolder",
        .text("a folder, or nothing"),
        default: "",
        doc: "Folder of current revocation lists; production refuses to start without."
    )
    static let directory = ConfigurationKey<String>(
        "directory.file",
        .text("a JSON file, or nothing"),
        default: "",
        doc: "Structures and who works there as what (docs/operations.md); production refuses to start without."
    )
    static let legacyUntil = ConfigurationKey<String>(
        "legacy.lotSignaturesUntil",
        .text("a day such as 2027-06-30, or nothing"),
        default: "",
        doc: "Last day on which lots signed in the old form (SHA-1) are taken; nothing refuses them."
    )
    static let signatureWorkers = ConfigurationKey<Int>(
        "signatures.workers",
        .integer(0...64),
        default: 0,
        doc: "Processes that check signatures, confined by the kernel; 0: one for each processor, eight at most."
    )
    static let drawingWorkers = ConfigurationKey<Int>(
        "drawing.workers",
        .integer(0...64),
        default: 0,
        doc: "Processes that draw PDF files for each of both sites, confined by the kernel; 0: two."
    )
    static let unsignedLots = ConfigurationKey<UnsignedLots>(
        "deposit.unsignedLots",
        .choice(),
        default: .refused,
        doc: "What becomes of lots without signature; production refuses to start with accepted."
    )
    static let contentCheck = ConfigurationKey<ContentCheck>(
        "deposit.contentCheck",
        .choice(),
        default: .strict,
        doc: "strict: CDA that agrees with its metadata; lenient: for foreign test kits, refused in production."
    )
    static let passphrase = ConfigurationKey<SecretText>(
        "custody.passphrase",
        .secret("the passphrase of the key store"),
        doc: "Opens the custodian's key store; give it by the environment."
    )
    static let keyEpochDays = ConfigurationKey<Int>(
        "keys.epochDays",
        .integer(0...3650),
        default: 90,
        doc: "Days after which a new epoch of the custodian's keys begins; 0: on an operator's order alone."
    )
    static let keyCopies = ConfigurationKey<[String]>(
        "keys.copies",
        .list(of: "folders"),
        default: [],
        doc: "Folders that take a copy of the key store each time it is written; none: two copies lie beside it."
    )
    static let policySets = ConfigurationKey<String>(
        "policy.sets",
        .text("a folder, or JSON files separated by commas, or nothing"),
        default: "",
        doc: "Sets of rules beside those that ship, checked at the start (docs/rules.md)."
    )
    static let policyDefault = ConfigurationKey<String>(
        "policy.default",
        .text("the name of a set, such as mes2026"),
        default: "mes2026",
        doc: "The set of rules that new records carry; it must ship or come from policy.sets."
    )
    static let regulationCentres = ConfigurationKey<String>(
        "regulation.centres",
        .text("identifiers of structures separated by commas, or nothing"),
        default: "",
        doc: "Structures that answer calls for emergency medical help, centres 15; no other has the mode centre_15."
    )
    static let logFile = ConfigurationKey<String>(
        "log.file",
        .text("a file, or nothing"),
        default: "",
        doc: "Where events are logged; nothing for standard error."
    )
    static let singleBox = ConfigurationKey<Bool>(
        "singleBox.accepted",
        .flag,
        default: false,
        doc: "Accepts host, custodian and application in one process on a reachable address."
    )

    static var schema: ConfigurationSchema {
        get throws(ConfigurationError) {
            try ConfigurationSchema(
                [
                    dataFolder.declaration, domain.declaration, logOrigin.declaration, host.declaration,
                    portalHost.declaration,
                    portalPort.declaration, portalOrigin.declaration, portalMisses.declaration, helpPhone.declaration,
                    sender.declaration,
                    servicesHost.declaration,
                    servicesPort.declaration, audiences.declaration, clockTolerance.declaration,
                    watchSeconds.declaration,
                    careHost.declaration, carePort.declaration, careOrigin.declaration,
                    careEntrySeconds.declaration,
                    operatorsHost.declaration, operatorsPort.declaration, operatorsFile.declaration,
                    operationsPort.declaration, certificate.declaration, privateKey.declaration,
                    authorities.declaration,
                    revocation.declaration, directory.declaration, legacyUntil.declaration,
                    signatureWorkers.declaration, drawingWorkers.declaration,
                    unsignedLots.declaration,
                    contentCheck.declaration,
                    passphrase.declaration, keyEpochDays.declaration, keyCopies.declaration, policySets.declaration,
                    policyDefault.declaration, logFile.declaration,
                    regulationCentres.declaration,
                    singleBox.declaration,
                ] + MessageKeys.declarations
            )
        }
    }
}

/// `deposit.unsignedLots` as the file writes it.
enum UnsignedLots: String, CaseIterable, Sendable { case refused, accepted }
/// `deposit.contentCheck` as the file writes it.
enum ContentCheck: String, CaseIterable, Sendable { case strict, lenient }
