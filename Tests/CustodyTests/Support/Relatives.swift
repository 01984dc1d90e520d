import HealthRecord
import Testing

@testable import Custody

/// Those who act for others in tests.
enum Relatives {
    static let secret = "Le-Vieux-Moulin-Tourne-Encore"

    static func birthDate() throws -> CalendarDate { try #require(CalendarDate(year: 1968, month: 2, day: 3)) }

    static func new(
        _ number: Int,
        _ kind: RepresentativeKind,
        limits: RepresentativeLimits = [],
        until: Instant? = nil
    ) throws -> NewRepresentative {
        NewRepresentative(
            name: PersonName(family: "Parent", given: "Numéro \(number)"),
            birthDate: try birthDate(),
            ins: try People.qualified(number),
            kind: kind,
            limits: limits,
            until: until,
            address: ["2 rue de l’Essai", "21000 Dijon"]
        )
    }

    static func acceptance(
        _ number: Int,
        code: String,
        birthDate: CalendarDate? = nil
    ) throws -> RepresentationAcceptance {
        RepresentationAcceptance(
            ins: try People.qualified(number),
            code: code,
            birthDate: try birthDate ?? self.birthDate(),
            secret: secret,
            phone: "+33687654321",
            email: nil
        )
    }
}

extension House {
    /// A child of twelve at the house's start.
    static var childhood: CalendarDate? { CalendarDate(year: 2014, month: 1, day: 15) }

    /// Declares and accepts; answers the mandate.
    @discardableResult
    func represent(
        _ custodian: Custodian,
        _ person: Person,
        _ number: Int,
        _ kind: RepresentativeKind = .parent,
        limits: RepresentativeLimits = []
    ) async throws -> UniqueID {
        let ins = try #require(QualifiedINS(person.ins, in: .rehearsal))
        let id = try await custodian.declareRepresentative(
            try Relatives.new(number, kind, limits: limits),
            of: ins,
            basis: "essai"
        )
        try await accept(custodian, try Relatives.acceptance(number, code: try lastCode()))
        return id
    }

    /// Takes a mandate up, with the code that came where one was sent.
    func accept(_ custodian: Custodian, _ acceptance: RepresentationAcceptance) async throws {
        let proofs = try await custodian.beginRepresentation(acceptance)
        let typed = try proofs.map { TypedProof(token: $0.token, code: try lastCode()) }
        try await custodian.acceptRepresentation(acceptance, typed)
    }

    /// Signs a representative in with his own secret and code.
    func relative(_ custodian: Custodian, _ number: Int) async throws -> String {
        let challenge = try await custodian.beginSignIn(
            identifier: .matricule(try People.ins(number)),
            secret: Relatives.secret,
            preferring: nil
        )
        return try await custodian.completeSignIn(token: challenge.token, code: try lastCode()).text
    }

    /// Runs the calendar until nothing is due; answers the tasks left for the host.
    @discardableResult
    func bringTime(_ custodian: Custodian) async throws -> [HostTask] {
        var run = try await custodian.timeBrings(limit: 10)
        while run.hasMore, run.acts > 0 { run = try await custodian.timeBrings(limit: 10) }
        return run.tasks
    }
}
