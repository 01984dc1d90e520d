import Credentials
import Custody
import Foundation
import HealthRecord
import RecordService
import ServerKit

extension DeploymentSettings {
    /// Reads a configuration's values and the files that they name.
    init(_ configuration: Configuration) throws {
        let domain = try configuration.value(Keys.domain)
        let unsigned = try configuration.value(Keys.unsignedLots)
        let contentCheck = try configuration.value(Keys.contentCheck)
        if domain == .production, unsigned == .accepted { throw StartFailure.unsignedInProduction }
        if domain == .production, contentCheck != .strict { throw StartFailure.lenientInProduction }
        let authorities = try configuration.value(Keys.authorities)
        let (certificate, key) = (try configuration.value(Keys.certificate), try configuration.value(Keys.privateKey))
        let logName = try configuration.value(Keys.logOrigin)
        // What may stand on a line of a signed note (C2SP signed-note), and of it visible ASCII alone.
        guard (1...255).contains(logName.utf8.count),
            logName.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "+") })
        else { throw StartFailure.badLogName }
        let lists = try configuration.value(Keys.revocation)
        if domain == .production, lists.isEmpty { throw StartFailure.noRevocationLists }
        let passphrase = try configuration.value(Keys.passphrase).reveal()
        guard !passphrase.isEmpty else { throw StartFailure.missingPassphrase }
        let logFile = try configuration.value(Keys.logFile)
        try self.init(
            folders: DataFolders(root: configuration.value(Keys.dataFolder)),
            domain: domain,
            logOrigin: logName,
            passphrase: passphrase,
            keyStoreCost: .production,
            secretRounds: 32_768,
            portal: Address(host: configuration.value(Keys.portalHost), port: configuration.value(Keys.portalPort)),
            portalOrigin: configuration.value(Keys.portalOrigin),
            services: Address(
                host: configuration.value(Keys.servicesHost),
                port: configuration.value(Keys.servicesPort)
            ),
            operationsPort: configuration.value(Keys.operationsPort),
            identity: FileFailure.naming("tls.certificate, tls.key", "\(certificate), \(key)") {
                try TLSIdentity(
                    chain: PEMFile.certificates(Self.read(certificate)),
                    privateKey: .pem(Self.read(key))
                )
            },
            anchors: FileFailure.naming(Keys.authorities.name, authorities) {
                try TrustAnchors(pem: [String(decoding: Self.read(authorities), as: UTF8.self)])
            },
            revocation: domain == .production ? .strict : .rehearsal,
            revocationFolder: lists.isEmpty ? nil : lists,
            legacy: Self.legacy(try configuration.value(Keys.legacyUntil)),
            directory: Self.directory(try configuration.value(Keys.directory), domain),
            structureNames: [:],
            service: ServiceSettings(
                unsignedLots: unsigned == .accepted ? .accepted : .refused,
                contentCheck: contentCheck == .strict ? .strict : .lenient
            ),
            isSingleBoxAccepted: configuration.value(Keys.singleBox),
            log: logFile.isEmpty ? .standardError : Self.log(logFile)
        )
        portalMisses = try configuration.value(Keys.portalMisses)
        let careOrigin = try configuration.value(Keys.careOrigin)
        if !careOrigin.isEmpty {
            care = CareSite(
                address: Address(
                    host: try configuration.value(Keys.careHost),
                    port: try configuration.value(Keys.carePort)
                ),
                origin: careOrigin,
                entrySeconds: try configuration.value(Keys.careEntrySeconds)
            )
        }
        let operatorsFile = try configuration.value(Keys.operatorsFile)
        if !operatorsFile.isEmpty {
            operators = OperatorSite(
                address: Address(
                    host: try configuration.value(Keys.operatorsHost),
                    port: try configuration.value(Keys.operatorsPort)
                ),
                table: try OperatorsFile.table(at: operatorsFile)
            )
        }
        if case .confirmed(let known) = directory { workplaces = known }
        audiences = Set(try configuration.value(Keys.audiences))
        guard !audiences.contains("") else { throw StartFailure.blankAudience }
        freshness = Freshness(tolerance: Int64(try configuration.value(Keys.clockTolerance)))
        policySet = try configuration.value(Keys.policyDefault)
        addedSets = try AddedSets(at: configuration.value(Keys.policySets))
        regulationCentres = try Self.structures(configuration.value(Keys.regulationCentres))
    }

    /// The structures of a list; a wrong one stops the start: a centre that is left out could not help.
    private static func structures(_ text: String) throws -> Set<StructureID> {
        Set(
            try text.split(separator: ",").map { part in
                let name = part.trimmingCharacters(in: .whitespaces)
                guard let id = StructureID(name) else { throw StartFailure.badStructure(name) }
                return id
            }
        )
    }

    private static func legacy(_ text: String) throws -> LegacySignatures {
        if text.isEmpty { return .refused }
        guard let day = CalendarDate(text) else { throw StartFailure.badDay(key: "legacy.lotSignaturesUntil") }
        return .until(day.midnight.advanced(bySeconds: 86_400))
    }

    /// The operator's directory; production believes no structure or profession on a software's word alone.
    private static func directory(_ path: String, _ domain: IdentityDomain) throws -> DirectoryCheck {
        guard !path.isEmpty else {
            if domain == .production { throw StartFailure.noDirectory }
            return .stated
        }
        let bytes = try read(path)
        do { return .confirmed(by: try DirectoryTable(json: bytes).directory) } catch {
            throw StartFailure.badDirectory(path, error)
        }
    }

    private static func log(_ path: String) throws -> LogSink {
        do throws(LogSinkError) { return try .file(path: path) } catch {
            throw StartFailure.unwritable(path, key: Keys.logFile.name)
        }
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw StartFailure.unreadable(path) }
        return [UInt8](data)
    }
}
