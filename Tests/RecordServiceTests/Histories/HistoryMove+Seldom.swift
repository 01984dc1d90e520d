import Custody
import HealthRecord
import RecordService
import SampleRecords

/// What is done seldom: roles, teams, presence, those who act for the holder, requests.
extension HistoryMove {
    /// Roles that a holder gives and takes, what he asks of the operator, his own copies and papers.
    static func seldomWishes(_ service: RecordService, about caller: Caller, now: Instant) throws -> [HistoryMove] {
        func wish(
            _ name: String,
            _ act: TracedAct,
            _ wish: HolderWish,
            _ tendency: Tendency = .other
        ) -> HistoryMove {
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
            until: nil,
            origin: .givenByHolder,
            lastAct: now
        )
        var moves = [
            wish("name an administrator", .nameAdministrator, .nameAdministrator(leave)),
            wish("name a treating physician", .declareTreatingPhysician, .declareTreatingPhysician(leave)),
            wish("refuse heirs", .changeWishes, .refuseHeirs(true)),
            HistoryMove(name: "export the history", act: .export) { visit async throws(ServiceError) in
                _ = try await service.exportTraces(visit)
                return true
            },
            HistoryMove(name: "ask for a copy", act: .request) { visit async throws(ServiceError) in
                _ = try await service.ask(.copy, visit)
                return true
            },
            HistoryMove(name: "take a request back", act: .request) { visit async throws(ServiceError) in
                let waiting = try await service.requests(visit).last { $0.standing == .pending }
                guard let waiting else { return false }
                try await service.cancelRequest(waiting.id, visit)
                return true
            },
            HistoryMove(name: "say that one is there", act: .confirmPresence) { visit async throws(ServiceError) in
                guard let asked = try await service.pendingPresence(visit).first else { return false }
                try await service.answerPresence(asked.id, isThere: true, visit)
                return true
            },
            HistoryMove(name: "end a team", act: .endTeam, tendency: .withdraws) { visit async throws(ServiceError) in
                guard let team = try await service.file(visit).policy.careTeams.last else { return false }
                _ = try await service.carryOut(.endTeam(team.id), visit)
                return true
            },
        ]
        if let person = actor.person {
            let withdrawn = HolderWish.withdrawAdministrator(person)
            moves.append(wish("withdraw an administrator", .withdrawAdministrator, withdrawn, .withdraws))
        }
        return moves
    }

    /// Who is asked to act for the holder, and told that he is not.
    static func mandates(_ service: RecordService, of new: NewRepresentative) -> [HistoryMove] {
        [
            HistoryMove(name: "invite a carer", act: .declareRepresentative) { visit async throws(ServiceError) in
                _ = try await service.inviteRepresentative(new, visit)
                return true
            },
            HistoryMove(name: "take an invitation back", act: .endRepresentation) { visit async throws(ServiceError) in
                let invited = try await service.representatives(visit).first { one in
                    if case .invited = one.standing { true } else { false }
                }
                guard let invited else { return false }
                try await service.endRepresentation(invited.id, visit)
                return true
            },
        ]
    }

    /// What professionals state about others, about the holder's presence and about themselves.
    ///
    /// - Parameter emergency: an opening in an emergency that nobody has justified yet.
    static func seldomStatements(
        _ service: RecordService,
        about other: Caller,
        justifying emergency: UniqueID?
    ) -> [HistoryMove] {
        let actor = other.actor
        let member = TeamMember(
            subject: actor.subject,
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure
        )
        return [
            HistoryMove(name: "administrative data", act: .readIdentity) { visit async throws(ServiceError) in
                _ = try await service.administrativeData(visit)
                return true
            },
            HistoryMove(name: "declare a team", act: .declareTeam) { visit async throws(ServiceError) in
                _ = try await service.declareTeam(TeamDeclaration(name: "Équipe", members: [member]), visit)
                return true
            },
            HistoryMove(name: "state the consent for another", act: .delegateConsent) {
                visit async throws(ServiceError) in
                _ = try await service.delegateConsent(to: member, visit)
                return true
            },
            HistoryMove(name: "ask for presence", act: .requestPresence) { visit async throws(ServiceError) in
                _ = try await service.requestPresence(by: .portal, visit)
                return true
            },
            HistoryMove(name: "justify an emergency", act: .justifyEmergency) { visit async throws(ServiceError) in
                guard let emergency else { return false }
                try await service.justifyEmergency(emergency, "Coma, aucun proche joignable", visit)
                return true
            },
        ]
    }

    /// What a treating physician does at the holder's request, and how he stops being one.
    static func treating(_ service: RecordService, about other: Caller, now: Instant) -> [HistoryMove] {
        let actor = other.actor
        let block = Block(subject: actor.subject, name: actor.name, profession: actor.profession, since: now)
        return [
            HistoryMove(name: "block at the request", act: .block) { visit async throws(ServiceError) in
                _ = try await service.blockAtRequest(block, visit)
                return true
            },
            HistoryMove(name: "resign", act: .resignTreatingPhysician, tendency: .withdraws) {
                visit async throws(ServiceError) in
                _ = try await service.setAuthorisation(.resignTreatingPhysician, visit)
                return true
            },
        ]
    }
}
