import AccessRules
import ClinicalDocuments
import Custody
import DurableSQL
import Foundation
import HealthRecord
import HostStore
import RecordService
import SampleRecords
import Sealing
import Synchronization
import Testing

/// The whole application on one folder: custodian, host and service, with people who do not exist.
final class Office: Sendable {
    static let now = Instant(milliseconds: 1_775_000_000_000)  // 2026-03-31
    static let world = SamplePopulation(seed: 7, now: now)
    static let passphrase = "une phrase de passe"

    let folder: String
    let custodian: Custodian
    let host: HostStore
    let service: RecordService
    let desk: Desk

    /// What lasts from one opening of the folder to the next within a test.
    final class Desk: Sendable {
        let time = Mutex(Office.now)
        let sent = Mutex<[OutgoingNotice]>([])
        let evidence = Mutex<[[UInt8]: CareEvidence]>([:])
        let counter: Mutex<UInt64>
        let verdict = Mutex<Result<SignatureStanding, DepositFault>>(.success(.advanced))
        /// Whether proofs cannot be printed.
        let isOutOfPaper = Mutex(false)

        init(first: UInt64) { counter = Mutex(first) }

        var number: UInt64 {
            counter.withLock { counter in
                counter += 1
                return counter
            }
        }
    }

    /// Numbers that no other opening of the folder uses: `shift` keeps a child process apart from its parent.
    init(
        folder: String,
        shift: UInt64 = 0,
        settings: ServiceSettings = ServiceSettings(unsignedLots: .accepted),
        hostHooks: HostHooks = HostHooks(),
        custodyHooks: DurabilityHooks<CustodyError> = DurabilityHooks(),
        policySet: String = "mes2026",
        changesPerWork: Int? = nil,
        valueSets: ValueSets? = nil,
        regulationCentres: Set<StructureID> = [],
        desk kept: Desk? = nil
    ) throws {
        self.folder = folder
        let desk = kept ?? Desk(first: shift)
        self.desk = desk
        let random: RandomBytes = { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        }
        let keys = folder + "/keys"
        if !FileManager.default.fileExists(atPath: keys) {
            try FileManager.default.createDirectory(atPath: folder + "/custody", withIntermediateDirectories: true)
            try FileKeyStore.create(at: keys, passphrase: Self.passphrase, cost: .minimal, random: random)
        }
        var custody = CustodySettings(domain: .rehearsal, logOrigin: "trace.example/2026/s00")
        custody.secretRounds = 1024
        custody.policySet = policySet
        if let changesPerWork { custody.changesPerWork = changesPerWork }
        custody.regulationCentres = regulationCentres
        let rules = try RuleBook.bundled()
        custodian = try Custodian(
            directory: folder + "/custody",
            keyStore: try FileKeyStore(path: keys, passphrase: Self.passphrase, random: random),
            rules: rules,
            settings: custody,
            verifyAssertion: { envelope, _, _ throws(EvidenceFault) in
                guard let known = desk.evidence.withLock({ $0[envelope] }) else {
                    throw EvidenceFault(code: "DMPInvalidVIHF", element: "Assertion", remedy: "sign it")
                }
                return known
            },
            deliver: { notice in desk.sent.withLock { $0.append(notice) } },
            clock: { desk.time.withLock { $0 } },
            random: random,
            hooks: custodyHooks
        )
        host = try HostStore(directory: folder + "/host", hooks: hostHooks)
        service = try RecordService(
            custodian: custodian,
            host: host,
            rules: rules,
            valueSets: try valueSets ?? ValueSets.bundled(),
            nodeName: "app",
            settings: settings,
            judgeLot: { _, _, _, _, _ throws(DepositFault) in try desk.verdict.withLock { $0 }.get() },
            printMandate: { certificate in
                if desk.isOutOfPaper.withLock({ $0 }) { throw ServiceError.unavailable }
                return MandatePaper(
                    title: "\(certificate.occasion)",
                    bytes: Array("%PDF- \(certificate.mandate.name.family) \(certificate.at.milliseconds)".utf8)
                )
            },
            clock: { desk.time.withLock { $0 } },
            random: random
        )
    }

    func close() async throws {
        await host.close()
        try custodian.close()
    }

    func pass(_ seconds: Int64) { desk.time.withLock { $0 = $0.advanced(bySeconds: seconds) } }
    func judge(_ verdict: Result<SignatureStanding, DepositFault>) { desk.verdict.withLock { $0 = verdict } }
    var number: UInt64 { desk.number }

    /// What has left so far: codes at once, news as they are settled.
    var notices: [OutgoingNotice] { desk.sent.withLock { $0 } }
    /// The same once all news that can have left.
    var news: [OutgoingNotice] {
        get async throws {
            try await custodian.settleNews()
            return notices
        }
    }
    var now: Instant { desk.time.withLock { $0 } }

    func lastCode() throws -> String {
        let codes = desk.sent.withLock { $0 }.compactMap { notice -> String? in
            switch notice.notice {
            case .openingCode(let code), .activationCode(let code), .oneTimeCode(let code, _),
                .representationCode(let code, _), .presenceCode(let code, _), .openingAnnounced(let code, _):
                code
            default: nil
            }
        }
        return try #require(codes.last)
    }

    /// Opens somebody's record by the two letters.
    func open(_ patient: SamplePatient) async throws {
        let request = try await invited(patient)
        try await service.open(request)
        // A minor's record waits for whoever acts for him.
        guard service.givesOwnAccess(born: patient.traits.birthDate, on: Self.now.date) else { return }
        try await activate(request.ins, secret: patient.secretCode)
    }

    /// Activates with the second letter, and proves every way to be reached.
    func activate(_ ins: QualifiedINS, secret: String) async throws {
        let proofs = try await service.beginActivation(ins: ins, code: try lastCode(), secret: secret)
        let codes = notices.compactMap { if case .oneTimeCode(let code, _) = $0.notice { code } else { nil } }
        let typed = zip(proofs, codes.suffix(proofs.count)).map { TypedProof(token: $0.token, code: $1) }
        try await service.completeActivation(ins: ins, typed)
    }

    /// The first access to a record that waits for its holder, every way proved.
    func activateOpened(_ request: OpeningRequest) async throws {
        let proofs = try await service.beginFirstAccess(request)
        let codes = notices.compactMap { if case .oneTimeCode(let code, _) = $0.notice { code } else { nil } }
        let typed = zip(proofs, codes.suffix(proofs.count)).map { TypedProof(token: $0.token, code: $1) }
        try await service.completeFirstAccess(request, typed)
    }

    /// What an invited person sends to open a record.
    func invited(_ patient: SamplePatient) async throws -> OpeningRequest {
        try await service.invite(Invitation(ins: patient.ins, traits: patient.traits))
        return OpeningRequest(
            ins: try #require(QualifiedINS(patient.ins, in: .rehearsal)),
            code: try lastCode(),
            birthDate: patient.traits.birthDate,
            secret: patient.secretCode,
            phone: patient.phone,
            email: patient.email,
            emergency: EmergencyWishes()
        )
    }

    /// A request of a professional about somebody.
    func visit(
        _ professional: SampleProfessional,
        _ patient: SamplePatient,
        mode: AccessMode = .normal,
        isSecret: Bool = false
    ) async throws -> Visit {
        try await visit(professional, patient.ins, mode: mode, isSecret: isSecret)
    }

    /// The same by matricule.
    func visit(
        _ professional: SampleProfessional,
        _ patient: INS,
        mode: AccessMode = .normal,
        isSecret: Bool = false
    ) async throws -> Visit {
        let number = number
        let envelope = Array("envelope \(number)".utf8)
        desk.evidence.withLock {
            $0[envelope] = CareEvidence(
                actor: professional.actor(),
                mode: mode,
                patient: patient,
                assertionID: "assertion \(number)",
                software: "Logiciel",
                isSecretConnection: isSecret,
                structureStanding: .vouched
            )
        }
        return try await service.admit(
            .assertion(envelope: envelope, peerCertificate: []),
            request: UniqueID(random: (number, 1))
        )
    }

    /// A request of the holder on the portal.
    func holder(_ patient: SamplePatient) async throws -> Visit {
        let challenge = try await service.beginSignIn(
            identifier: .matricule(patient.ins),
            secret: patient.secretCode,
            preferring: nil
        )
        let session = try await service.completeSignIn(token: challenge.token, code: try lastCode())
        return try await service.admit(.session(token: session.text), request: UniqueID(random: (number, 1)))
    }

    /// The holder gives somebody leave.
    func authorise(_ professional: SampleProfessional, _ patient: SamplePatient) async throws {
        let actor = professional.actor()
        _ = try await service.carryOut(
            .authorise(
                Authorisation(
                    subject: actor.subject,
                    name: actor.name,
                    profession: actor.profession,
                    structure: actor.structure,
                    since: now,
                    until: nil,
                    origin: .givenByHolder,
                    lastAct: now
                )
            ),
            try await holder(patient)
        )
    }
}

/// A folder that goes with the test.
final class Folder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "office-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
