import HealthRecord
import Testing

@testable import AccessRules

/// What a court may keep out of a mandate, act by act: written apart from the code that decides (§ 1.1).
@Suite struct MandateLimitTests {
    private static let limited: [(Mandate.Limit, Set<Act>)] = [
        (.content, [.read, .search, .findReference, .export]),
        (
            .documents,
            [
                .read, .search, .findReference, .export, .feed, .replace, .mask, .unmask, .archive, .restore, .delete,
            ]
        ),
        (
            .sharing,
            [
                .authorise, .revoke, .block, .unblock, .declareTreatingPhysician, .removeTreatingPhysician, .delegate,
                .nameAdministrator, .withdrawAdministrator, .endDelegation, .unmask,
            ]
        ),
        (.wishes, [.changeWishes, .changeContact, .close, .reopen, .requestErasure]),
        (
            .decisions,
            [
                .mask, .unmask, .archive, .restore, .delete, .authorise, .revoke, .block, .unblock,
                .declareTreatingPhysician, .removeTreatingPhysician, .changeWishes, .changeContact, .delegate, .close,
                .reopen, .requestErasure, .nameAdministrator, .withdrawAdministrator, .endDelegation,
            ]
        ),
    ]

    /// What a guardian does at all, each on what it can be done to.
    private static let acts: [Act] = [
        .readIdentity, .listAuthorisations, .search, .findReference, .read, .feed, .replace, .mask, .unmask, .archive,
        .restore, .delete, .authorise, .revoke, .block, .unblock, .declareTreatingPhysician, .removeTreatingPhysician,
        .changeWishes, .changeContact, .delegate, .readHistory, .export, .report, .close, .reopen, .requestErasure,
        .nameAdministrator, .withdrawAdministrator, .endDelegation,
    ]

    private func resource(_ act: Act) throws -> Resource {
        switch act {
        case .unmask: .document(House.document(.maskedToProfessionals, origin: .holder))
        case .restore: .document(House.document(status: .archived, origin: .holder))
        case .feed, .replace: .document(House.document("DOCPAT01", classCode: "11", origin: .holder))
        default:
            if act.needsDocument {
                .document(House.document(origin: .holder))
            } else if act.needsTarget {
                .target(.person(try House.person(9)))
            } else {
                .record
            }
        }
    }

    private func decision(_ act: Act, _ limits: Set<Mandate.Limit>) throws -> Decision {
        var policy = try House.policy()
        if act == .reopen || act == .requestErasure {
            policy.state = .closed(at: House.now, reason: .holderRequest)
        }
        let facts = Circumstances(mandate: Mandate(basis: .representation, limits: limits))
        return try House.ask(House.representative(.guardian), act, resource(act), policy, circumstances: facts)
    }

    @Test(arguments: acts) func eachLimitKeepsOutItsActsAndNoOther(act: Act) throws {
        #expect(try decision(act, []).isPermitted, "\(act)")
        for (limit, acts) in Self.limited {
            // Some wishes share: which of them do is told elsewhere.
            if act == .changeWishes, limit == .sharing { continue }
            let decided = try decision(act, [limit])
            if acts.contains(act) {
                #expect(decided.rule == .mandateLimited && !decided.isPermitted, "\(limit)")
            } else {
                #expect(decided.isPermitted, "\(limit)")
            }
        }
    }
}
