import AccessRules
import DurableSQL
import Foundation
import HealthRecord
import Sealing
import Synchronization
import Testing

@testable import Custody

/// A custodian in a folder of its own, with a clock that stands until it is moved and chance that repeats itself.
final class House: Sendable {
    static let start = Instant(milliseconds: 1_775_000_000_000)  // 2026-03-31
    static let origin = "trace.example/2026/s00"
    /// The first moment of the year after, UTC, and the name that its log has.
    static let turnOfYear = Instant(milliseconds: 1_798_761_600_000)
    static let nextOrigin = "trace.example/2027/s00"
    static let secret = "Rivière-Calme-Sous-Les-Saules"
    static let passphrase = "une phrase de passe"

    let folder: String
    let node: ReleaseRecipient
    private let bootID: [UInt8]
    private let time = Mutex(House.start)
    private let sent = Mutex<[OutgoingNotice]>([])
    private let opened = Mutex(Opened())
    /// How messages leave; those that bear a code like all others.
    let carrier = Mutex(Carrier.working)
    /// Whether the carrier of letters fails.
    let isPostDown = Mutex(false)
    private let evidence = Mutex<[[UInt8]: CareEvidence]>([:])
    private let chance: Mutex<SplitMix64>
    private let counter = Mutex<UInt64>(0)

    init(seed: UInt64 = 1) throws {
        folder = NSTemporaryDirectory() + "custody-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        chance = Mutex(SplitMix64(seed: seed))
        bootID = [UInt8](repeating: 7, count: 16)
        node = try ReleaseRecipient(
            seed: [UInt8](repeating: 9, count: 32),
            nodeID: Array("app".utf8),
            bootID: bootID
        )
        try FileKeyStore.create(
            at: folder + "/keys",
            passphrase: Self.passphrase,
            cost: .minimal,
            random: random
        )
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    var random: RandomBytes {
        { [self] count in
            chance.withLock { chance in
                var bytes: [UInt8] = []
                while bytes.count < count {
                    let word = chance.next()
                    for shift in stride(from: UInt64(0), to: 64, by: 8) {
                        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
                    }
                }
                return Array(bytes.prefix(count))
            }
        }
    }

    var now: Instant { time.withLock { $0 } }
    func pass(to moment: Instant) { time.withLock { $0 = moment } }
    func pass(_ seconds: Int64) { time.withLock { $0 = $0.advanced(bySeconds: seconds) } }
    /// What has left so far: codes at once, news as they are settled.
    var notices: [OutgoingNotice] { sent.withLock { $0 } }
    /// The same once all news of the custodian opened last have left that can.
    var news: [OutgoingNotice] {
        get async throws {
            try await opened.withLock { $0.custodian }?.settleNews()
            return notices
        }
    }

    /// What becomes of a message.
    enum Carrier: Sendable {
        case working
        case failing(ContactKind)
        case hanging(ContactKind)

        fileprivate func carry(_ kind: ContactKind) async throws {
            switch self {
            case .failing(kind): throw PostDown()
            case .hanging(kind): try await Task.sleep(for: .seconds(3600))
            case .working, .failing, .hanging: return
            }
        }
    }

    private struct Opened: Sendable {
        weak var custodian: Custodian?
    }

    func number() -> UInt64 {
        counter.withLock { counter in
            counter += 1
            return counter
        }
    }

    func open(
        directory: String? = nil,
        hooks: DurabilityHooks<CustodyError> = DurabilityHooks(),
        rules: RuleBook? = nil,
        edit: (inout CustodySettings) -> Void = { _ in },
        readCard: @escaping CardReader = { (_, _) throws(CardFault) in throw .unknownAuthority }
    ) throws -> Custodian {
        var settings = CustodySettings(domain: .rehearsal, logOrigin: Self.origin)
        settings.secretRounds = 1024
        edit(&settings)
        let custodian = try Custodian(
            directory: directory ?? folder,
            keyStore: try FileKeyStore(path: folder + "/keys", passphrase: Self.passphrase, random: random),
            rules: try rules ?? Self.rulesWithLetters.get(),
            settings: settings,
            verifyAssertion: { [self] envelope, _, _ throws(EvidenceFault) in
                guard let known = evidence.withLock({ $0[envelope] }) else {
                    throw EvidenceFault(code: "DMPInvalidVIHF", element: "Assertion", remedy: "sign it")
                }
                return known
            },
            readCard: readCard,
            deliver: { [self] notice in
                try await carrier.withLock { $0 }.carry(notice.channel.kind)
                if notice.channel.kind == .letter, isPostDown.withLock({ $0 }) { throw PostDown() }
                sent.withLock { $0.append(notice) }
            },
            clock: { [self] in now },
            random: random,
            hooks: hooks
        )
        opened.withLock { $0.custodian = custodian }
        try custodian.register(node: "app", bootID: bootID, publicKey: node.publicKey)
        return custodian
    }

    /// The rules that ship, but that every set knows letters: by them the house's people come, whatever era is tried.
    static let rulesWithLetters = Result { () throws -> RuleBook in
        var texts = try RuleBook.Texts.bundled()
        for (file, bytes) in texts.policySets {
            var set = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            var keys = try #require(set["keys"] as? [String: Any])
            var mode = try #require(keys["opening.mode"] as? [String: Any])
            let modes = try #require(mode["value"] as? [String])
            mode["value"] = Set(modes + ["postedCodes"]).sorted()
            keys["opening.mode"] = mode
            set["keys"] = keys
            texts.policySets[file] = Array(
                try JSONSerialization.data(withJSONObject: set, options: [.withoutEscapingSlashes])
            )
        }
        return try RuleBook(texts)
    }

    /// The rules that ship, and a set `essai` that differs from the newest in one key.
    static func rules(_ key: String, _ value: String) throws -> RuleBook { try rules([key: value]) }

    /// The same with several keys.
    static func rules(_ values: [String: Any]) throws -> RuleBook {
        var texts = try RuleBook.Texts.bundled()
        let newest = try #require(texts.policySets.first { $0.key.contains("mes2026") }).value
        var set = try #require(try JSONSerialization.jsonObject(with: Data(newest)) as? [String: Any])
        var keys = try #require(set["keys"] as? [String: Any])
        for (key, value) in values {
            var entry = try #require(keys[key] as? [String: Any])
            entry["value"] = value
            keys[key] = entry
        }
        set["keys"] = keys
        set["id"] = "essai"
        texts.addedSets["essai.json"] = Array(
            try JSONSerialization.data(withJSONObject: set, options: [.withoutEscapingSlashes])
        )
        return try RuleBook(texts)
    }

    /// An envelope that verifies as this.
    func envelope(
        _ actor: CareActor,
        patient: INS?,
        mode: AccessMode = .normal,
        assertion: String? = nil,
        isSecret: Bool = false,
        standing: StructureStanding = .vouched
    ) -> Evidence {
        let number = number()
        let envelope = Array("envelope \(number)".utf8)
        evidence.withLock {
            $0[envelope] = CareEvidence(
                actor: actor,
                mode: mode,
                patient: patient,
                assertionID: assertion ?? "assertion \(number)",
                software: "Logiciel",
                isSecretConnection: isSecret,
                structureStanding: standing
            )
        }
        return .assertion(envelope: envelope, peerCertificate: [])
    }

    func requestID() -> UniqueID { UniqueID(random: (number(), 1)) }

    func admit(
        _ custodian: Custodian,
        _ actor: CareActor,
        for person: Person,
        mode: AccessMode = .normal,
        isSecret: Bool = false
    ) async throws(CustodyError) -> Admission {
        let envelope = envelope(actor, patient: person.ins, mode: mode, isSecret: isSecret)
        return try await custodian.admit(envelope, request: requestID(), node: "app")
    }

    /// A request that names no patient.
    func admit(
        _ custodian: Custodian,
        _ actor: CareActor,
        mode: AccessMode = .normal
    ) async throws(CustodyError) -> Admission {
        try await custodian.admit(envelope(actor, patient: nil, mode: mode), request: requestID(), node: "app")
    }

    /// The code of the newest notice that has one.
    func lastCode() throws -> String {
        let codes = notices.compactMap { notice -> String? in
            switch notice.notice {
            case .openingCode(let code), .activationCode(let code), .recoveryCode(let code), .oneTimeCode(let code, _),
                .representationCode(let code, _), .presenceCode(let code, _), .openingAnnounced(let code, _):
                code
            default: nil
            }
        }
        return try #require(codes.last)
    }
}

/// The carrier takes no letter.
struct PostDown: Error {}
