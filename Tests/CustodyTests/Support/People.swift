import HealthRecord
import Sealing
import Testing

@testable import Custody

/// Somebody with a record, all fictitious.
struct Person: Sendable {
    let ins: INS
    let reference: RecordReference
    var record: RecordID { reference.record }
}

enum People {
    static func ins(_ number: Int, root: INSRoot = .test) throws -> INS {
        INS(try #require(NIR(body: "170052123" + String(1_000 + number))), root: root)
    }

    static func qualified(_ number: Int) throws -> QualifiedINS {
        try #require(QualifiedINS(try ins(number), in: .rehearsal))
    }

    static func traits(born: CalendarDate? = nil) throws -> PatientTraits {
        PatientTraits(
            birthFamilyName: "Essai",
            birthGivenNames: ["Dominique"],
            birthDate: try born ?? #require(CalendarDate(year: 1970, month: 5, day: 1)),
            sex: .male,
            address: ["1 rue de l’Essai", "21000 Dijon"]
        )
    }

    static func doctor(
        _ number: Int = 1,
        structure: Int = 1,
        sector: String = "SA07",
        role: String = "10",
        specialty: String? = "SM26",
        holder: HolderKind = .professional
    ) throws -> CareActor {
        let body = "99900" + String(10_000 + number)
        let rpps = try #require((0...9).lazy.compactMap { RPPS(body + "\($0)") }.first)
        return CareActor(
            person: ProfessionalID(rpps),
            name: PersonName(family: "Essai", given: "Camille"),
            profession: Profession(
                role: Code(role, CodeSystem.profession),
                specialty: specialty.map { Code($0, CodeSystem.specialty) }
            ),
            structure: Structure(
                id: try #require(StructureID("1" + String(990_000_000 + structure))),
                name: "Structure \(structure)",
                sector: Code(sector, CodeSystem.sector)
            ),
            holder: holder,
            authentication: .direct
        )
    }

    static func leave(_ actor: CareActor, until: Instant? = nil) -> Authorisation {
        Authorisation(
            subject: actor.subject,
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure,
            since: House.start,
            until: until,
            origin: .givenByHolder,
            lastAct: House.start
        )
    }

    static func block(_ actor: CareActor) -> Block {
        Block(subject: actor.subject, name: actor.name, profession: actor.profession, since: House.start)
    }

    static func request(
        _ number: Int,
        code: String,
        secret: String = House.secret,
        birthDate: CalendarDate? = nil
    ) throws -> OpeningRequest {
        OpeningRequest(
            ins: try qualified(number),
            code: code,
            birthDate: try birthDate ?? traits().birthDate,
            secret: secret,
            phone: "+33612345678",
            email: "dominique@example.org",
            emergency: EmergencyWishes()
        )
    }
}

extension House {
    /// Opens a record as people do, with both letters.
    func person(
        _ custodian: Custodian,
        _ number: Int = 1,
        activated: Bool = true,
        born: CalendarDate? = nil,
        traits: PatientTraits? = nil
    ) async throws -> Person {
        let ins = try People.ins(number)
        try await custodian.invite(Invitation(ins: ins, traits: try traits ?? People.traits(born: born)))
        let request = try People.request(number, code: try lastCode(), birthDate: born)
        let prepared = try await custodian.prepareOpening(request)
        _ = try await custodian.commitOpening(request)
        guard activated else { return Person(ins: ins, reference: prepared.reference) }
        if custodian.givesOwnAccess(born: request.birthDate, on: now.dayInFrance) {
            try await activate(custodian, ins: request.ins, code: try lastCode(), secret: Self.secret)
        } else {
            try await makeActive(custodian, prepared.reference.record)
        }
        return Person(ins: ins, reference: prepared.reference)
    }

    /// The state of a minor's record that was activated before that was refused.
    private func makeActive(_ custodian: Custodian, _ record: RecordID) async throws {
        _ = try await custodian.ledger.commit { transaction in
            var context = try #require(try transaction.context(of: record))
            context.change { file in
                file.policy.state = .open(internet: .active)
                file.channelsUnprovenSince = nil
            }
            let draft = custodian.systemDraft(.activateAccess, "", "activation.postedCode", context)
            _ = try transaction.append(draft, to: &context)
        }
    }

    /// Activates with the second letter, and proves every way to be reached.
    func activate(_ custodian: Custodian, ins: QualifiedINS, code: String, secret: String) async throws(CustodyError) {
        let proofs = try await custodian.beginActivation(ins: ins, code: code, secret: secret)
        let codes = notices.compactMap { if case .oneTimeCode(let code, _) = $0.notice { code } else { nil } }
        let typed = zip(proofs, codes.suffix(proofs.count)).map { TypedProof(token: $0.token, code: $1) }
        try await custodian.completeActivation(ins: ins, typed)
    }

    /// The first access to a record that waits for its holder, every way proved.
    func activateOpened(_ custodian: Custodian, _ request: OpeningRequest) async throws(CustodyError) {
        let proofs = try await custodian.beginFirstAccess(request)
        let codes = notices.compactMap { if case .oneTimeCode(let code, _) = $0.notice { code } else { nil } }
        let typed = zip(proofs, codes.suffix(proofs.count)).map { TypedProof(token: $0.token, code: $1) }
        try await custodian.completeFirstAccess(request, typed)
    }

    /// Signs in as people do and admits the session.
    func session(_ custodian: Custodian, _ person: Person) async throws -> String {
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(person.ins),
            secret: Self.secret,
            preferring: nil
        )
        return try await custodian.completeSignIn(token: challenge.token, code: try lastCode()).text
    }

    func holder(_ custodian: Custodian, _ token: String) async throws(CustodyError) -> Admission {
        try await custodian.admit(.session(token: token), request: requestID(), node: "app")
    }
}

extension Custodian {
    /// The events of a record as they lie in the table, held against chain, commitments and encoding.
    func chain(of record: RecordID) async throws -> [TraceEvent] {
        try await ledger.commit { transaction in
            let context = try #require(try transaction.context(of: record))
            return try context.checkedChain(in: transaction.database)
        }.value
    }
}
