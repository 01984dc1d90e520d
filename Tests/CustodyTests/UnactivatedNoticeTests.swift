import HealthRecord
import Testing

@testable import Custody

/// Whoever never came to his record, which opened by itself, is told by letter: by any means (§ 5; R1111-48).
@Suite struct UnactivatedNoticeTests {
    /// A record of which nothing but an address is known.
    private func opened(
        _ house: House,
        _ custodian: Custodian,
        born: CalendarDate? = nil
    ) async throws -> Person {
        try await custodian.announce(Invitation(ins: try People.ins(1), traits: try People.traits(born: born)))
        house.pass(60 * 86_400)
        let tag = try custodian.tag(of: try People.qualified(1))
        let prepared = try #require(try await custodian.prepareAnnounced(tag))
        try await custodian.commitAnnounced(tag)
        return Person(ins: try People.ins(1), reference: prepared.reference)
    }

    private func accesses(_ house: House) async throws -> [OutgoingNotice] {
        try await house.news.filter { sent in
            switch sent.notice {
            case .firstAccess, .emergencyAccess: true
            default: false
            }
        }
    }

    @Test func aFirstAccessAndAnEmergencyAreToldByLetter() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let person = try await opened(house, custodian)
        let (reader, guest) = (try People.doctor(2, structure: 2), try People.doctor(3, structure: 3))
        let visit = try await house.admit(custodian, reader, for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), visit, of: person.reference)
        let rush = try await house.admit(custodian, guest, for: person, mode: .breakGlass(reason: "inconscient"))
        _ = try await custodian.list(rush, of: person.reference)
        let sent = try await accesses(house)
        #expect(
            sent.map(\.notice) == [
                .firstAccess(by: reader.name, at: house.now), .emergencyAccess(by: guest.name, at: house.now),
            ]
        )
        #expect(sent.allSatisfy { $0.channel == .letter(["1 rue de l’Essai", "21000 Dijon"]) })
        // With the first access comes a telephone and an e-mail, and no letter any more.
        let codes = try await house.news.compactMap {
            if case .activationCode(let code) = $0.notice { code } else { nil }
        }
        try await house.activateOpened(custodian, try People.request(1, code: try #require(codes.last)))
        let other = try await house.admit(custodian, try People.doctor(4, structure: 4), for: person)
        _ = try await custodian.setAuthorisation(.add(asTreatingPhysician: false), other, of: person.reference)
        #expect(try await accesses(house).map(\.channel.kind) == [.letter, .letter, .email])
        try custodian.close()
    }

    /// § 3.7: the post of a minor is opened by those from whom a secret connection is kept.
    @Test func ofASecretConnectionNoLetterTells() async throws {
        let house = try House()
        let custodian = try house.open { $0.policySet = "mes2026" }
        let birth = try #require(CalendarDate(year: 2010, month: 1, day: 15))
        let person = try await opened(house, custodian, born: birth)
        for isSecret in [true, false] {
            let rush = try await house.admit(
                custodian,
                try People.doctor(2),
                for: person,
                mode: .breakGlass(reason: isSecret ? "inconscient" : "Arrêt cardiaque"),
                isSecret: isSecret
            )
            _ = try await custodian.list(rush, of: person.reference)
            #expect(try await accesses(house).count == (isSecret ? 0 : 1))
        }
        try custodian.close()
    }
}
