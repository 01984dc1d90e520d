import ConfinedWorkers
import Credentials
import Custody
import Foundation
import HealthRecord
import Messages
import OperatorDoor
import PortalDoor
import RecordService
import ServerKit
import Wording

/// What a deployment is made of, once its configuration has been read and its files found.
struct DeploymentSettings {
    var folders: DataFolders
    var domain: IdentityDomain
    var logOrigin: String
    /// Who keeps the records; nil: as the log is named.
    var host: HostID?
    var passphrase: String
    var keyStoreCost: FileKeyStore.Cost
    var secretRounds: Int
    var codeRounds = 4096
    var portal: Address
    var portalOrigin: String
    /// How many wrong tries one network may make on the portal in ten minutes.
    var portalMisses = PortalSettings.usualMisses
    var services: Address
    var operationsPort: Int
    var identity: TLSIdentity
    var anchors: TrustAnchors
    var revocation: RevocationPolicy
    var revocationFolder: String?
    /// Seconds after which the lists are read again; at most an hour (security design § 1.3).
    var revocationSeconds = 900
    /// Days after which a new epoch of the custodian's keys begins; 0: on an order alone.
    var keyEpochDays = 90
    /// Folders that take copies of the key store; none: they lie beside it.
    var keyCopies: [String] = []
    /// How many processes compute signatures side by side; 0: one for each processor, eight at most.
    var signatureWorkers = 0
    /// How many processes draw PDF files for each site, side by side; 0: two.
    var drawingWorkers = 0
    /// Seconds between two looks at what has to be watched.
    var watchSeconds = PromiseMonitor.intervalSeconds
    var legacy: LegacySignatures
    var directory: DirectoryCheck
    var structureNames: [StructureID: String]
    var service: ServiceSettings
    var isSingleBoxAccepted: Bool
    var log: LogSink
    /// The set of rules under which records open.
    var policySet = "mes2026"
    /// Sets of rules beside those that ship.
    var addedSets = AddedSets()
    /// The names under which an assertion may address this service; none: where it listens.
    var audiences: Set<String> = []
    /// How far from the server's clock an assertion may have been made.
    var freshness = Freshness()
    /// The structures that regulate, *centres 15*.
    var regulationCentres: Set<StructureID> = []
    /// The professionals' web site; nil where there is none.
    var care: CareSite?
    /// The operators' door; nil where there is none.
    var operators: OperatorSite?
    /// Where professionals work, which a card alone does not tell.
    var workplaces: CareDirectory?

    /// Secured messaging, by which documents leave; nil where there is none.
    var secureMail: SecureMailing?

    /// Where the professionals' web site listens, and its address as browsers see it.
    struct CareSite {
        var address: Address
        var origin: String
        /// How long an address is good that opens a record there once (TD0.10), in seconds.
        var entrySeconds = 120
    }

    /// Where the operators' door listens, and whom it knows.
    struct OperatorSite {
        var address: Address
        var table: OperatorTable
    }

    /// Where a door listens.
    struct Address {
        var host: String
        var port: Int
        var origin: String { "https://\(host.contains(":") ? "[\(host)]" : host):\(port)" }
        var isLoopback: Bool { ["127.0.0.1", "::1", "localhost"].contains(host) }
    }

    /// The names that mean this service in an assertion.
    var ownNames: Set<String> { audiences.isEmpty ? [services.origin] : audiences }

    /// What the custodian is told.
    var custody: CustodySettings {
        var settings = CustodySettings(domain: domain, logOrigin: logOrigin, policySet: policySet)
        if let host { settings.host = host }
        settings.relyingParty = RelyingParty(origin: portalOrigin)
        settings.secretRounds = secretRounds
        settings.codeRounds = codeRounds
        settings.keyEpochDays = keyEpochDays
        settings.regulationCentres = regulationCentres
        if let care { settings.entryLifetime = Int64(care.entrySeconds) }
        if let workplaces {
            settings.directory = { subject in await workplaces.answer(subject) }
            // A directory that is silent is asked again; nobody's care waits for it.
            settings.careContact = { person in try await workplaces.contact(person) }
        }
        return settings
    }
}

/// Why a deployment does not start; each case says what to do.
enum StartFailure: Error, CustomStringConvertible {
    case unreadable(String)
    case noRevocationLists
    case badRevocationList(String, RevocationListError)
    case testAuthorities(String, [String])
    case testCertificate(String, issuer: String)
    case noDirectory
    case badDirectory(String, DirectoryTableError)
    case singleBox(String, key: String)
    case cannotListen(String, String, DoorError.ListeningFault)
    case badDay(key: String)
    case missingPassphrase
    case unspoken(String)
    case notADemonstration(String)
    case badOrigin(String, key: String)
    case noPolicySet(String)
    case policySetTwice(String)
    case noGateway
    case noMessageFolder(String)
    case unwritable(String, key: String)
    case outboxInProduction(String)
    case badMessageSetting(String, MessageSettingsError)
    case unsignedInProduction
    case lenientInProduction
    case exampleSender(String, without: String)
    case badSecureDomains(String)
    case halfIdentity(String, beside: String)
    case blankAudience
    case badStructure(String)
    case badOperators(String, String)
    case hostLost(String, records: Int)
    case custodyLost(String, documents: Int)
    case unusableFolder(String)
    case badLogName
    case badHost
    case openKey(String, mode: String)
    case openConfiguration(String, mode: String, secrets: [String])
    case openFolder(String, mode: String)
    case shortPassphrase(least: Int)
    case noConfiguration(String, line: Int?)
    case sharedPlaces([String])
    case noSignatureWorkers(WorkerStartError)

    var description: String {
        switch self {
        case .unreadable(let file): "cannot read \(file): check that it exists and is readable"
        case .noRevocationLists:
            "production needs current revocation lists: set trust.revocationFolder to a folder that holds them"
        case .badRevocationList(let file, let error):
            "trust.revocationFolder holds \(file), \(error.reason): take it out, or fetch it again"
        case .testAuthorities(let file, let names):
            "trust.authorities \(file) holds \(names.joined(separator: ", ")): anybody may have the keys of a test "
                + "authority, take it out; production believes IGC-Santé's own alone"
        case .testCertificate(let file, let issuer):
            "tls.certificate \(file) comes from \(issuer), a test authority that no browser should believe: production "
                + "needs a certificate of its own"
        case .noDirectory:
            "production needs a directory of structures and professionals: set directory.file"
        case .cannotListen(let door, let address, .taken):
            "something else listens on \(address): set \(door).port to a free one"
        case .cannotListen(let door, let address, .forbidden):
            "this process may not listen on \(address): set \(door).port to one that it may have"
        case .cannotListen(let door, let address, .notOurs):
            "\(address) is no address of this machine: set \(door).host to one that is"
        case .singleBox(let address, let key):
            "\(key) is \(address), reachable from elsewhere, and host, custodian and application share this process: "
                + "set singleBox.accepted to accept one trust domain, or listen on 127.0.0.1"
        case .badDirectory(let file, let error): "directory.file \(file) \(error.reason)"
        case .badDay(let key): "\(key) must be a day such as 2027-06-30"
        case .notADemonstration(let folder):
            "\(folder) holds what no demonstration made: name an empty or a new folder with --data"
        case .badStructure(let text):
            "regulation.centres names \(text): write identifiers of structures, commas between"
        case .badOperators(let file, let reason): "operators.file \(file): \(reason)"
        case .unusableFolder(let folder):
            "\(folder.isEmpty ? "data.folder" : folder) cannot be made or written: name a folder in which this user may "
                + "write (data.folder, or --data of a demonstration)"
        case .noConfiguration(let file, let line):
            "\(file)\(line.map { ", line \($0)" } ?? ""): write one JSON object; dmp configuration prints an example"
        case .openKey(let file, let mode):
            "\(file) holds a key that others can read (mode \(mode)): chmod 600 it, or 640 where root owns it"
        case .openConfiguration(let file, let mode, let secrets):
            "\(file) holds \(secrets.joined(separator: ", ")) and others can read it (mode \(mode)): give secrets by the "
                + "environment, or chmod 600 it, or 640 where root owns it"
        case .openFolder(let folder, let mode): "anybody may write into \(folder) (mode \(mode)): chmod 700 it"
        case .shortPassphrase(let least):
            "DMP_CUSTODY_PASSPHRASE is short: production makes no key store under fewer than \(least) characters"
        case .badLogName:
            "trace.origin is no name of a log: write it without spaces or +, such as trace.dmp.example/2026/s00"
        case .badHost:
            "hosting.host is no name: write up to 255 characters without spaces or accents, such as dmp.example"
        case .noSignatureWorkers(let error):
            "signatures are checked in processes of their own: \(error.sentence(of: .signature))"
        case .sharedPlaces(let faults): faults.joined(separator: "\n")
        case .hostLost(let folder, let records):
            "\(folder) holds no record, and the custodian knows of \(records): put the host's folder back from a copy "
                + "(docs/operations.md, Copies)"
        case .custodyLost(let folder, let documents):
            "\(folder) has never traced an event, and the host holds \(documents) documents: put the custodian's folder "
                + "back from a copy (docs/operations.md, Copies)"
        case .badOrigin(let text, let key): "\(key) is \(text): write it as https://name[:port]"
        case .noPolicySet(let path):
            "\(path) holds no set of rules: put JSON files there, or take policy.sets out"
        case .policySetTwice(let file):
            "two files of policy.sets are named \(file): name each once"
        case .noGateway: "text messages need their gateway: set sms.url, or messages.sms to none"
        case .noMessageFolder(let key):
            "\(key) needs a folder to write into: set messages.folder, or \(key) to none"
        case .unwritable(let folder, let key):
            "\(key) is \(folder), where nothing can be written: make that folder, or name another"
        case .outboxInProduction(let key):
            "\(key) is outbox, which keeps codes in clear for rehearsals: production needs another way, or none"
        case .badMessageSetting(let key, let error): "\(key) cannot be (\(error.rawValue)): \(error.remedy)"
        case .unsignedInProduction:
            "deposit.unsignedLots is accepted, which is for rehearsals: production needs refused"
        case .lenientInProduction:
            "deposit.contentCheck is lenient, which is for rehearsals: production needs strict"
        case .exampleSender(let key, let without):
            "\(key) is an example's address: production needs the sender that people know, or \(without) none"
        case .badSecureDomains(let key):
            "\(key) names no domain: write names such as mssante.fr, commas between"
        case .halfIdentity(let key, let other): "\(key) is empty beside \(other): name both files, or neither"
        case .blankAudience: "services.audiences holds an empty name: write each name, or take the key out"
        case .unspoken(let key): "\(key) is empty: letters and messages name it to patients"
        case .missingPassphrase: "the key store needs its passphrase: set DMP_CUSTODY_PASSPHRASE"
        }
    }
}

extension RevocationListError {
    /// What is wrong with it.
    fileprivate var reason: String {
        switch self {
        case .unreadable: "which is no revocation list"
        case .unsupported: "which is a part of a list"
        case .weakSignature: "which is signed as nobody should any more"
        case .unknownAuthority: "whose authority is not in trust.authorities"
        case .invalidSignature: "which its authority has not signed"
        }
    }
}

extension DirectoryTableError {
    /// What is wrong with it, and what to write.
    fileprivate var reason: String {
        switch self {
        case .unreadable: "is no directory: write it as docs/operations.md shows"
        case .notAnIdentifier(let text): "names \(text): write identifiers of structures and professionals"
        case .notAnAddress(let person): "gives \(person) a contact that is no mailbox: write an address, or take it out"
        }
    }
}
