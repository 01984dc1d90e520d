import Custody
import HealthRecord
import RecordService
import SampleRecords
import XDSWire

/// One thing that somebody does in a random history, and what it must leave in the record's chain.
struct HistoryMove: Sendable {
    /// What becomes of those who see something, if it is done.
    enum Tendency { case withdraws, other }

    let name: String
    /// The act that the move is; nil where it leaves no trace on a record by design.
    let act: TracedAct?
    /// What may stand beside it: a document that is named is located, or listed, first (TD3.1).
    var beside: Set<TracedAct> = []
    var tendency = Tendency.other
    let run: @Sendable (Visit) async throws(ServiceError) -> Bool

    /// Verbs that need nobody's leave to try, on the record as a whole; for whoever comes.
    static func looking(_ service: RecordService) -> [HistoryMove] {
        [
            HistoryMove(name: "list", act: .list) { visit async throws(ServiceError) in
                _ = try await service.list(visit)
                return true
            },
            HistoryMove(name: "history", act: .readHistory) { visit async throws(ServiceError) in
                _ = try await service.history(limit: 3, visit)
                return true
            },
        ]
    }

    /// What professionals do about the record and their own standing.
    static func standing(_ service: RecordService) -> [HistoryMove] {
        [
            HistoryMove(name: "standing", act: .testExistence) { visit async throws(ServiceError) in
                try await service.standing(visit) != nil
            },
            HistoryMove(name: "authorisations", act: .listAuthorisations) { visit async throws(ServiceError) in
                _ = try await service.authorisations(visit)
                return true
            },
            HistoryMove(name: "declare", act: .authorise) { visit async throws(ServiceError) in
                _ = try await service.setAuthorisation(.add(asTreatingPhysician: false), visit)
                return true
            },
            HistoryMove(name: "declare as treating", act: .declareTreatingPhysician) {
                visit async throws(ServiceError) in
                _ = try await service.setAuthorisation(.add(asTreatingPhysician: true), visit)
                return true
            },
            HistoryMove(name: "give back", act: .revoke, tendency: .withdraws) { visit async throws(ServiceError) in
                _ = try await service.setAuthorisation(.remove, visit)
                return true
            },
            // TD0.4 reads the professional's own register: no record is opened, so none has a trace of it.
            HistoryMove(name: "my patients", act: nil) { visit async throws(ServiceError) in
                _ = try await service.myPatients(StandingQuery(), visit)
                return true
            },
        ]
    }

    /// What is done to one document.
    static func documents(_ service: RecordService, _ id: OID) -> [HistoryMove] {
        func change(_ name: String, _ act: TracedAct, _ change: DocumentChange, _ tendency: Tendency) -> HistoryMove {
            HistoryMove(name: name, act: act, beside: [.locate, .list], tendency: tendency) {
                visit async throws(ServiceError) in
                _ = try await service.change(.uniqueIDs([id]), change, visit)
                return true
            }
        }
        return [
            HistoryMove(name: "read", act: .read) { visit async throws(ServiceError) in
                if case .document = try await service.read([id], visit).first { true } else { false }
            },
            change("mask", .mask, .mask, .withdraws),
            change("unmask", .unmask, .unmask, .other),
            change("announce", .reveal, .reveal(.hiddenFromPatient), .other),
            change("close to others", .hideFromRepresentatives, .hideFromRepresentatives, .withdraws),
            change("open to others", .reveal, .reveal(.hiddenFromRepresentatives), .other),
            change("archive", .archive, .archive, .other),
            change("restore", .restore, .restore, .other),
            change("delete", .delete, .delete, .withdraws),
        ]
    }

    /// What a holder decides, or somebody for him.
    static func wishes(_ service: RecordService, about caller: Caller, now: Instant) -> [HistoryMove] {
        func wish(_ name: String, _ act: TracedAct, _ wish: HolderWish, _ tendency: Tendency) -> HistoryMove {
            HistoryMove(name: name, act: act, tendency: tendency) { visit async throws(ServiceError) in
                _ = try await service.carryOut(wish, visit, opinion: .asked)
                return true
            }
        }
        let actor = caller.actor
        let leave = Authorisation(
            subject: actor.subject,
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure,
            since: now,
            until: now.advanced(bySeconds: 30 * 86_400),
            origin: .givenByHolder,
            lastAct: now
        )
        let block = Block(subject: actor.subject, name: actor.name, profession: actor.profession, since: now)
        let letters = CategoryClosure(profession: actor.profession.role.value, category: "10")
        return [
            wish("authorise", .authorise, .authorise(leave), .other),
            wish("authorise", .authorise, .authorise(leave), .other),
            wish("revoke", .revoke, .revoke(actor.subject), .withdraws),
            wish("block", .block, .block(block), .withdraws),
            wish("unblock", .unblock, .unblock(actor.subject), .other),
            wish("close a category", .changeWishes, .closeCategory(letters), .withdraws),
            wish("open a category", .changeWishes, .openCategory(letters), .other),
            wish(
                "refuse emergencies",
                .changeWishes,
                .emergency(EmergencyWishes(refusesBreakGlass: true, refusesRegulation: true)),
                .withdraws
            ),
            wish(
                "open emergencies",
                .changeWishes,
                .emergency(EmergencyWishes(opensMaskedDocuments: true)),
                .other
            ),
        ]
    }
}
