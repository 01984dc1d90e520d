import Custody
import Foundation
import OperatorDoor
import Testing

/// Who may order what (security design § 1.2: human roles; seed 004: separation of roles).
@Suite struct RoleTests {
    /// The table typed out, apart from the code's: a line for each verb, the roles that may order it or confirm it.
    static let table: [String: Set<OperatorRole>] = [
        "invite": [.registrar], "announce": [.registrar], "close": [.registrar], "reopen": [.registrar],
        "erase": [.registrar, .officer, .dataProtection],
        "merge": [.registrar, .officer, .dataProtection],
        "undo-merge": [.registrar], "add-identifier": [.registrar], "remove-identifier": [.registrar],
        "representative": [.registrar], "court-end": [.registrar], "heirs": [.registrar],
        "undo-death": [.registrar, .officer, .dataProtection],
        "suspend": [.support], "lift": [.support], "requests": [.support],
        "settle": [.support, .registrar, .officer, .dataProtection],
        "treating": [.insurer], "end-treating": [.insurer], "feed": [.insurer],
        "host-request": [.registrar], "host-approve": [.officer, .dataProtection],
        "host-end": [.officer, .dataProtection],
        "host-list": [.hostPhysician], "host-read": [.hostPhysician],
        "object-suspension": [.registrar], "object-opening": [.registrar], "reports": [.dataProtection],
        "emergencies": [.dataProtection], "security": [.officer, .dataProtection],
        "incident": [.support, .officer, .dataProtection], "incident-told": [.dataProtection],
        "incident-note": [.support, .officer, .dataProtection],
        "incident-persons": [.dataProtection, .officer], "incidents": [.officer, .dataProtection, .auditor],
        "identity": [.registrar],
        "migrate": [.officer], "effect": [.officer],
        "keys": [.officer, .dataProtection, .auditor], "keys-renew": [.officer, .dataProtection],
        "proof": [.auditor], "journal": [.auditor],
    ]

    static let cells: [(String, OperatorRole)] = OperatorVerb.allCases.flatMap { verb in
        OperatorRole.allCases.map { (verb.rawValue, $0) }
    }

    @Test func theTableKnowsEveryVerb() {
        #expect(Set(Self.table.keys) == Set(OperatorVerb.allCases.map(\.rawValue)))
    }

    /// Access and life cycle § 6.
    @Test func eachCellIsAnsweredAsTheTableSays() async throws {
        let desk = try Desk()
        for (verb, role) in Self.cells {
            let reply = try await desk.send(verb, Array("[".utf8), with: Desk.certificate(role))
            let isAllowed = Self.table[verb]?.contains(role) == true
            // A role outside the verb learns nothing of what is wrong with the body.
            #expect(reply.text.contains(isAllowed ? "badJSON" : "roleRefused"), "\(verb) \(role)")
            #expect(reply.status == (isAllowed ? 400 : 403), "\(verb) \(role)")
        }
    }

    @Test func nobodyElseIsAnswered() async throws {
        let desk = try Desk()
        for certificate in [nil, Desk.certificate(77)] {
            let reply = try await desk.send("suspend", Array("{}".utf8), with: certificate)
            #expect(reply.status == 403 && reply.text.contains("peerRefused"))
        }
        #expect(try await desk.send("read", Array("{}".utf8), with: Desk.certificate(.support)).status == 404)
    }

    @Test func noOrderExistsForARoleOutsideItsVerb() throws {
        for (verb, role) in Self.cells where Self.table[verb]?.contains(role) != true {
            let name = OperatorName(name: "A", role: role, certificate: Desk.fingerprint(1))
            let known = try #require(OperatorVerb(rawValue: verb))
            #expect(throws: OrderRefusal.role) {
                _ = try OperatorOrder(id: Desk.someID, verb: known, by: name, paper: "pièce")
            }
        }
    }

    @Test(arguments: ["", "  ", "a\nb", "a\u{85}b", String(repeating: "x", count: 201)])
    func noOrderExistsWithoutAPaper(paper: String) {
        let name = OperatorName(name: "A", role: .support, certificate: Desk.fingerprint(1))
        #expect(throws: OrderRefusal.paper) {
            _ = try OperatorOrder(id: Desk.someID, verb: .lift, by: name, paper: paper)
        }
    }

    @Test func aTableGivesEachPersonOneRole() {
        let one = OperatorName(name: "Rose Greffe", role: .registrar, certificate: Desk.fingerprint(1))
        let again = OperatorName(name: "ROSE GREFFE", role: .support, certificate: Desk.fingerprint(2))
        #expect(throws: OperatorTable.Fault.twoRoles) { _ = try OperatorTable([one, again]) }
        #expect(throws: OperatorTable.Fault.certificateTwice) { _ = try OperatorTable([one, one]) }
    }
}
