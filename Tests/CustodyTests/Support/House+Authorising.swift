import HealthRecord

@testable import Custody

extension House {
    /// A professional states the person's consent for himself.
    func authorise(_ custodian: Custodian, _ actor: CareActor, _ person: Person) async throws {
        let visit = try await admit(custodian, actor, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
    }

    /// Whether a professional gets the person's list.
    func mayList(_ custodian: Custodian, _ actor: CareActor, _ person: Person) async -> Bool {
        guard let visit = try? await admit(custodian, actor, for: person) else { return false }
        return (try? await custodian.list(visit, of: person.reference)) != nil
    }
}

extension TeamMember {
    init(_ actor: CareActor) {
        self.init(subject: actor.subject, name: actor.name, profession: actor.profession, structure: actor.structure)
    }
}
