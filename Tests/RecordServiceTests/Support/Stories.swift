import Custody
import HealthRecord
import RecordService
import SampleRecords
import Testing
import XDSWire

/// Turns that several stories take.
extension Office {
    static let parentSecret = "Le-Vieux-Moulin-Tourne-Encore"

    /// Files one letter and answers its identifier.
    @discardableResult
    func file(
        _ number: UInt64,
        of patient: SamplePatient,
        by author: SampleProfessional,
        visibility: Visibility = [],
        type: Code = Lots.consultation,
        isSecret: Bool = false
    ) async throws -> OID {
        let letter = try Lots.letter(number, of: patient, by: author, visibility: visibility, type: type)
        let lot = try Lots.lot([letter], number: number)
        _ = try await service.deposit(lot, try await visit(author, patient, isSecret: isSecret))
        return letter.id
    }

    /// A parent of a minor: declared, accepted.
    func parent(of patient: SamplePatient) async throws -> INS {
        let ins = INS(try #require(NIR(body: "1700521231999")), root: .test)
        let qualified = try #require(QualifiedINS(ins, in: .rehearsal))
        let birthDate = try #require(CalendarDate(year: 1970, month: 5, day: 1))
        _ = try await service.declareRepresentative(
            NewRepresentative(
                name: PersonName(family: "Parent", given: "Claude"),
                birthDate: birthDate,
                ins: qualified,
                kind: .parent,
                address: ["ici"]
            ),
            of: try #require(QualifiedINS(patient.ins, in: .rehearsal)),
            basis: "régime obligatoire"
        )
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

    /// Takes a mandate up, with the code that came.
    func accept(_ acceptance: RepresentationAcceptance) async throws {
        let proofs = try await service.beginRepresentation(acceptance)
        let typed = try proofs.map { TypedProof(token: $0.token, code: try lastCode()) }
        try await service.acceptRepresentation(acceptance, typed)
    }

    /// A request of somebody on the portal, by identifier and secret.
    func portal(_ identifier: INS, _ secret: String) async throws -> Visit {
        let challenge = try await service.beginSignIn(
            identifier: .matricule(identifier),
            secret: secret,
            preferring: nil
        )
        let session = try await service.completeSignIn(token: challenge.token, code: try lastCode())
        return try await service.admit(.session(token: session.text), request: UniqueID(random: (number, 1)))
    }

    func qualified(_ patient: SamplePatient) throws -> QualifiedINS {
        try #require(QualifiedINS(patient.ins, in: .rehearsal))
    }

    /// A sample patient of another age.
    static func child(_ key: String = "paul") throws -> SamplePatient {
        try #require(world.patients.first { $0.isMinor(on: now.date) })
    }
}
