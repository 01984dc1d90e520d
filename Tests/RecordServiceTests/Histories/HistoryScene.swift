import AccessRules
import Foundation
import HealthRecord
import SampleRecords
import Sealing
import Synchronization
import Testing

@testable import Custody
@testable import RecordService

/// One record in the middle of its people, and what a test knows of it beside the code under test.
final class HistoryScene {
    /// Who comes by the portal.
    enum Person: CaseIterable { case holder, other }

    /// What the test itself remembers of a document.
    struct Known {
        let id: OID
        let entry: UniqueID
        let author: ProfessionalID?
        let depositedAt: Instant
        var isHidden: Bool
        var isClosedToOthers: Bool
        var isMasked: Bool
    }

    let folder: Folder
    let office: Office
    let patient: SamplePatient
    let set: String
    let book: RuleBook
    let callers: [Caller]
    /// Who acts for the holder: a parent, or a carer.
    let otherINS: INS
    let life: Life
    private var record: RecordID?
    var random: SplitMix64
    var documents: [Known] = []
    var blocked: Set<CareSubject> = []
    var number: UInt64 = 0
    private var tokens: [Person: String] = [:]

    /// What kind of life the record leads.
    enum Life: CaseIterable { case child, helped, protected }

    init(seed: UInt64, set: String, life: Life) async throws {
        random = SplitMix64(seed: seed)
        folder = try Folder()
        self.set = set
        self.life = life
        office = try Office(folder: folder.path, regulationCentres: Office.world.regulationCentres)
        patient = life == .child ? try Office.child() : try Lots.patient()
        book = try RuleBook.bundled()
        callers = try HistoryCast.everybody()
        try await office.open(patient)
        switch life {
        case .child: otherINS = try await office.parent(of: patient)
        case .helped: otherINS = try await office.mandate(.carer, of: patient)
        case .protected: otherINS = try await office.mandate(.representation, of: patient)
        }
        if set != "mes2026" { try await office.service.migrate(try office.qualified(patient), to: set) }
        record = try office.service.record(of: try await visit(people[0]))
    }

    /// Who may come by the portal: a child has no access of its own in any set.
    var people: [Person] { life == .child ? [.other] : [.holder, .other] }

    /// A caller's request.
    func visit(_ caller: Caller) async throws -> Visit {
        let number = office.number
        let envelope = Array("envelope \(number)".utf8)
        let evidence = CareEvidence(
            actor: caller.actor,
            mode: caller.mode,
            patient: patient.ins,
            assertionID: "assertion \(number)",
            software: "Logiciel",
            isSecretConnection: false,
            structureStanding: .vouched
        )
        office.desk.evidence.withLock { $0[envelope] = evidence }
        let request = UniqueID(random: (number, 1))
        return try await office.service.admit(.assertion(envelope: envelope, peerCertificate: []), request: request)
    }

    /// A request by the portal, in the session that stands or in a new one.
    func visit(_ person: Person) async throws -> Visit {
        if let token = tokens[person] {
            let request = UniqueID(random: (office.number, 1))
            if let visit = try? await office.service.admit(.session(token: token), request: request) { return visit }
        }
        let (ins, secret) = person == .holder ? (patient.ins, patient.secretCode) : (otherINS, Office.parentSecret)
        let challenge = try await office.service.beginSignIn(
            identifier: .matricule(ins),
            secret: secret,
            preferring: nil
        )
        let session = try await office.service.completeSignIn(token: challenge.token, code: try office.lastCode())
        tokens[person] = session.text
        return try await office.service.admit(
            .session(token: session.text),
            request: UniqueID(random: (office.number, 1))
        )
    }

    /// Every event of the record since one, as it lies in the chain and not as a reader is shown it.
    func events(after sequence: UInt64) async throws -> [TraceEvent] {
        try await office.custodian.events(of: try await context(), after: sequence)
    }

    /// Where the chain stands.
    func sequence() async throws -> UInt64 { try await context().traceSequence }

    /// The record as the custodian has it.
    func context() async throws -> RecordContext {
        let record = try #require(record)
        return try #require(try await office.custodian.contextAfterCommit(of: record))
    }
}

extension Office {
    /// Somebody who acts for an adult: a carer, asked by the holder; who a court put in charge, declared.
    func mandate(_ kind: RepresentativeKind, of patient: SamplePatient) async throws -> INS {
        let ins = INS(try #require(NIR(body: "1700521231998")), root: .test)
        let qualified = try #require(QualifiedINS(ins, in: .rehearsal))
        let birthDate = try #require(CalendarDate(year: 1970, month: 5, day: 1))
        let new = NewRepresentative(
            name: PersonName(family: "Proche", given: "Claude"),
            birthDate: birthDate,
            ins: qualified,
            kind: kind,
            until: kind == .carer ? now.advanced(bySeconds: 300 * 86_400) : nil,
            address: ["ici"]
        )
        if kind == .carer {
            _ = try await service.inviteRepresentative(new, try await holder(patient))
        } else {
            _ = try await service.declareRepresentative(new, of: try self.qualified(patient), basis: "jugement")
        }
        try await accept(
            RepresentationAcceptance(
                ins: qualified,
                code: try lastCode(),
                birthDate: birthDate,
                secret: Self.parentSecret,
                phone: "+33612000000",
                email: nil
            )
        )
        return ins
    }
}
