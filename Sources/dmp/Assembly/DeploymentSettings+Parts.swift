import Credentials
import Custody
import DurableSQL
import Foundation
import HealthRecord
import HostStore
import Logging
import ServerKit

extension DeploymentSettings {
    /// One legal entity must not hold host and custodian on a reachable machine without saying so (security design § 1.2).
    func checkSeparation() throws {
        guard !isSingleBoxAccepted else { return }
        let doors = [
            (Keys.portalHost, portal), (Keys.servicesHost, services), (Keys.careHost, care?.address),
            (Keys.operatorsHost, operators?.address),
        ]
        for (key, address) in doors {
            guard let address, !address.isLoopback else { continue }
            throw StartFailure.singleBox(address.host, key: key.name)
        }
    }

    /// An address as browsers see it, by the key that gives it.
    func origin(_ text: String, of key: ConfigurationKey<String>) throws -> WebOrigin {
        guard let origin = WebOrigin(text) else { throw StartFailure.badOrigin(text, key: key.name) }
        return origin
    }

    /// The least length of a passphrase, in characters: a key store that was stolen is tried at leisure.
    ///
    /// ANSSI, Recommandations relatives à l'authentification multifacteur et aux mots de passe (2021), table of lengths:
    /// 15 for what has to be strong to very strong.
    static let leastPassphrase = 15

    /// Refuses keys and folders that lie open, and a passphrase that protects nothing.
    func checkPrivacy() throws {
        for folder in [folders.root, folders.host, folders.custody] { try PrivateFiles.checkFolder(folder) }
        for place in FileKeyStore.places(of: folders.keyStore, copies: keyCopies) { try PrivateFiles.checkKey(place) }
        // A store that is there has its passphrase already.
        guard domain == .production, !FileManager.default.fileExists(atPath: folders.keyStore) else { return }
        guard passphrase.count >= Self.leastPassphrase else {
            throw StartFailure.shortPassphrase(least: Self.leastPassphrase)
        }
    }

    /// Opens the key store, and makes it at the very first start of an empty folder.
    func openKeyStore() throws -> FileKeyStore {
        if !FileManager.default.fileExists(atPath: folders.keyStore) {
            // A store that is missing beside a database that is not would lock every record: never make one then.
            guard !FileManager.default.fileExists(atPath: folders.custody + "/custody.sqlite") else {
                throw StartFailure.unreadable(folders.keyStore)
            }
            try FileKeyStore.create(
                at: folders.keyStore,
                passphrase: passphrase,
                copies: keyCopies,
                cost: keyStoreCost,
                random: SystemClock.random
            )
        }
        return try FileKeyStore(
            path: folders.keyStore,
            passphrase: passphrase,
            copies: keyCopies,
            random: SystemClock.random
        )
    }

    /// The secret of the portal's forms, made at the first start.
    func portalSecret() throws -> [UInt8] {
        let path = folders.portalSecret
        if let known = FileManager.default.contents(atPath: path), known.count >= 32 { return [UInt8](known) }
        let secret = SystemClock.random(32)
        guard
            FileManager.default.createFile(
                atPath: path,
                contents: Data(secret),
                attributes: [.posixPermissions: 0o600]
            )
        else { throw StartFailure.unreadable(path) }
        return secret
    }

    /// The current revocation lists, each checked against its authority.
    func revocationLists() throws -> RevocationLists {
        try revocationFolder.map { try Self.revocationLists(in: $0, anchors, domain) } ?? RevocationLists()
    }

    private static func revocationLists(
        in folder: String,
        _ anchors: TrustAnchors,
        _ domain: IdentityDomain
    ) throws -> RevocationLists {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw StartFailure.unreadable(folder)
        }
        let lists = try names.sorted().filter { $0.hasSuffix(".crl") || $0.hasSuffix(".pem") }.map { name in
            let path = folder + "/" + name
            do { return try RevocationList(read(path), anchors: anchors) } catch let error as RevocationListError {
                throw StartFailure.badRevocationList(path, error)
            }
        }
        // An empty folder would refuse every card, or, where something else empties it, forget whom it named.
        if domain == .production, lists.isEmpty { throw StartFailure.noRevocationLists }
        return RevocationLists(lists)
    }

    /// Takes the lists of this moment: a card revoked while the process runs must not pass until its next start.
    ///
    /// Lists that cannot be read leave those before in force, until they are out of date.
    func revocationRenewal(_ certificates: CertificateVerifier, _ log: EventLog) -> @Sendable () -> Void {
        guard let folder = revocationFolder else { return {} }
        return { [anchors, domain] in
            do {
                certificates.replace(lists: try Self.revocationLists(in: folder, anchors, domain))
            } catch {
                log.record(DeploymentEvent.revocationListsUnreadable)
            }
        }
    }
}

extension HostHooks {
    /// After a failed flush nothing is written any more and the process ends, so that a restart learns what is on disk.
    static func stopping(_ log: EventLog) -> HostHooks { HostHooks(failed: { _ in log.endAfterFailedFlush() }) }
}

extension DurabilityHooks<CustodyError> {
    /// The same for the custodian's tables.
    static func stopping(_ log: EventLog) -> DurabilityHooks<CustodyError> {
        DurabilityHooks<CustodyError>(failed: { _ in log.endAfterFailedFlush() })
    }
}

extension EventLog {
    /// Status 70, software error: a supervisor starts the process again.
    fileprivate func endAfterFailedFlush() {
        record(DeploymentEvent.storageFailed)
        _exit(70)
    }
}

/// What happens to a deployment as a whole.
enum DeploymentEvent: String, EventCode {
    /// It is ready.
    case ready
    /// It starts with host, custodian and application in one process (security design § 1.2).
    case oneTrustDomain
    /// A store failed; the process ends.
    case storageFailed
    /// A copy was made.
    case copied
    /// A copy could not be made.
    case copyFailed
    /// The host has fewer rows than the custodian committed: an older copy was put in its place.
    case hostBehind
    /// The revocation lists cannot be read again; those before stay in force.
    case revocationListsUnreadable

    var level: Logger.Level {
        switch self {
        case .ready, .oneTrustDomain, .copied: .notice
        case .storageFailed: .critical
        case .copyFailed, .hostBehind, .revocationListsUnreadable: .error
        }
    }
}

/// Where the keys lie that open the data.
enum KeyPlace: String, ReasonCode {
    /// In a file in the same folder as what they open: that protects against a partial theft only (security design § 2.3).
    case keysBesideData
}
