import Credentials
import Custody
import Foundation
import HealthRecord
import RecordService
import ServerKit

extension DeploymentSettings {
    /// Reads a configuration's values and the files that they name.
    init(_ configuration: Configuration) throws {
        try Self.check(configuration)
        let domain = try configuration.value(Keys.domain)
        let unsigned = try configuration.value(Keys.unsignedLots)
        let contentCheck = try configuration.value(Keys.contentCheck)
        let lists = try configuration.value(Keys.revocation)
        let passphrase = try configuration.value(Keys.passphrase).reveal()
        let logFile = try configuration.value(Keys.logFile)
        try self.init(
            folders: DataFolders(root: configuration.value(Keys.dataFolder)),
            domain: domain,
            logOrigin: configuration.value(Keys.logOrigin),
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
            identity: Self.identity(configuration),
            anchors: Self.anchors(configuration),
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
        operators = try Self.operators(configuration)
        if case .confirmed(let known) = directory { workplaces = known }
        audiences = Set(try configuration.value(Keys.audiences))
        freshness = Freshness(tolerance: Int64(try configuration.value(Keys.clockTolerance)))
        signatureWorkers = try configuration.value(Keys.signatureWorkers)
        drawingWorkers = try configuration.value(Keys.drawingWorkers)
        watchSeconds = try configuration.value(Keys.watchSeconds)
        keyEpochDays = try configuration.value(Keys.keyEpochDays)
        keyCopies = try configuration.value(Keys.keyCopies)
        policySet = try configuration.value(Keys.policyDefault)
        addedSets = try AddedSets(at: configuration.value(Keys.policySets))
        host = try Self.host(configuration.value(Keys.host))
        regulationCentres = try Self.structures(configuration.value(Keys.regulationCentres))
    }

    /// Who keeps the records; nil where nobody is named.
    static func host(_ text: String) throws -> HostID? {
        guard !text.isEmpty else { return nil }
        guard let id = HostID(text) else { throw StartFailure.badHost }
        return id
    }

    /// The structures of a list; a wrong one stops the start: a centre that is left out could not help.
    static func structures(_ text: String) throws -> Set<StructureID> {
        Set(
            try text.split(separator: ",").map { part in
                let name = part.trimmingCharacters(in: .whitespaces)
                guard let id = StructureID(name) else { throw StartFailure.badStructure(name) }
                return id
            }
        )
    }

    static func legacy(_ text: String) throws -> LegacySignatures {
        if text.isEmpty { return .refused }
        guard let day = CalendarDate(text) else { throw StartFailure.badDay(key: "legacy.lotSignaturesUntil") }
        return .until(day.midnight.advanced(bySeconds: 86_400))
    }

    /// The operator's directory; production believes no structure or profession on a software's word alone.
    static func directory(_ path: String, _ domain: IdentityDomain) throws -> DirectoryCheck {
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

    /// The operators' door, where a file says who comes in.
    static func operators(_ configuration: Configuration) throws -> OperatorSite? {
        let file = try configuration.value(Keys.operatorsFile)
        guard !file.isEmpty else { return nil }
        return OperatorSite(
            address: Address(
                host: try configuration.value(Keys.operatorsHost),
                port: try configuration.value(Keys.operatorsPort)
            ),
            table: try OperatorsFile.table(at: file, for: try configuration.value(Keys.domain))
        )
    }

    /// The server's own certificate and key.
    static func identity(_ configuration: Configuration) throws -> TLSIdentity {
        let (certificate, key) = (try configuration.value(Keys.certificate), try configuration.value(Keys.privateKey))
        try PrivateFiles.checkKey(key)
        let chain = PEMFile.certificates(try read(certificate))
        let identity = try FileFailure.naming("tls.certificate, tls.key", "\(certificate), \(key)") {
            try TLSIdentity(chain: chain, privateKey: .pem(read(key)))
        }
        if try configuration.value(Keys.domain) == .production,
            let issuer = chain.lazy.compactMap({ TestHierarchy.issuer(ofDER: $0) }).first
        {
            throw StartFailure.testCertificate(certificate, issuer: issuer)
        }
        return identity
    }

    /// The authorities that are believed.
    static func anchors(_ configuration: Configuration) throws -> TrustAnchors {
        let path = try configuration.value(Keys.authorities)
        let anchors = try FileFailure.naming(Keys.authorities.name, path) {
            try TrustAnchors(pem: [String(decoding: read(path), as: UTF8.self)])
        }
        if try configuration.value(Keys.domain) == .production, !anchors.testNames.isEmpty {
            throw StartFailure.testAuthorities(path, anchors.testNames)
        }
        return anchors
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw StartFailure.unreadable(path) }
        return [UInt8](data)
    }
}
