import Custody
import HealthRecord
import RecordService

/// What a verb does, once its fields are read.
typealias OrderedAct = @Sendable () async throws(ServiceError) -> UniqueID?

extension OperatorDoor {
    /// Reads the fields of a verb and says what will be done; nothing is done yet.
    func act(_ fields: OrderFields, under order: OperatorOrder) throws(OperatorFault) -> OrderedAct {
        if fields.verb.isOfTheRegister { return try incidentAct(fields, under: order) }
        let service = service
        if fields.verb == .keysRenew {
            return { () async throws(ServiceError) in
                try await service.renewKeys(as: order.id)
                return nil
            }
        }
        let ins = try fields.matricule()
        switch fields.verb {
        case .invite, .announce:
            let invitation = Invitation(ins: ins.ins, traits: try fields.traits())
            let isInvitation = fields.verb == .invite
            // The letters lead to an access of one's own, and a minor has none: his record opens by itself or at a desk.
            let hasAccess = service.givesOwnAccess(born: invitation.traits.birthDate, on: clock().dayInFrance)
            return { () async throws(ServiceError) in
                if isInvitation, !hasAccess { throw .conflict("minor") }
                if isInvitation { try await service.invite(invitation) } else { try await service.announce(invitation) }
                return nil
            }
        case .suspend:
            let reason = try fields.choice(.reason, SuspensionReason.self)
            return { () async throws(ServiceError) in
                try await service.suspend(ins, reason: reason.rawValue)
                return nil
            }
        case .lift:
            return { () async throws(ServiceError) in
                try await service.liftSuspension(ins)
                return nil
            }
        case .close:
            let reason = try fields.choice(.reason, ClosingReason.self)
            return { () async throws(ServiceError) in
                try await service.close(ins, reason: reason.closure)
                return nil
            }
        case .reopen:
            return { () async throws(ServiceError) in
                try await service.reopenOnPaper(ins)
                return nil
            }
        case .erase:
            return { () async throws(ServiceError) in try await service.eraseOnPaper(ins) }
        case .objectSuspension:
            return { () async throws(ServiceError) in try await service.objectToSuspension(of: ins) }
        case .objectOpening:
            return { () async throws(ServiceError) in
                try await service.opposeOnPaper(ins)
                return nil
            }
        case .undoDeath:
            return { () async throws(ServiceError) in
                try await service.undoDeath(ins, basis: order.paper)
                return nil
            }
        case .merge, .undoMerge, .addIdentifier, .removeIdentifier, .identity: return try identityAct(fields, ins)
        case .representative:
            let new = try fields.newRepresentative()
            return { () async throws(ServiceError) in
                try await service.declareRepresentative(new, of: ins, basis: order.paper)
            }
        case .endRepresentative:
            let representative = try fields.matricule(.other, root: .otherRoot).ins
            return { () async throws(ServiceError) in
                try await service.endRepresentation(by: representative, of: ins, basis: order.paper)
                return nil
            }
        case .treating:
            let leave = try fields.declaredPhysician(at: clock())
            return { () async throws(ServiceError) in
                try await service.declareTreatingPhysician(leave, of: ins)
                return nil
            }
        case .endTreating:
            return { () async throws(ServiceError) in
                try await service.endDeclaration(ofTreatingPhysician: ins)
                return nil
            }
        case .migrate:
            let set = try fields.needed(.set)
            return { () async throws(ServiceError) in
                try await service.migrate(ins, to: set)
                return nil
            }
        case .heirs:
            let claim = try fields.heirClaim()
            return { () async throws(ServiceError) in try await service.heirClaim(claim, of: ins) }
        case .settle:
            let (request, answer) = (try fields.id(.request), try fields.choice(.answer, RequestAnswer.self))
            return { () async throws(ServiceError) in
                try await service.settleRequest(request, of: ins, granted: answer == .granted)
                return nil
            }
        case .hostRequest, .hostApprove, .hostEnd: return try hostAct(fields, ins, under: order)
        case .feed:
            let history = try fields.careHistory()
            return { () async throws(ServiceError) in
                try await service.feedCareHistory(history, of: ins)
                return nil
            }
        case .requests, .reports, .effect, .hostList, .hostRead, .emergencies, .security, .incident,
            .incidentNote, .incidentTold, .incidentPersons, .incidents, .keys, .keysRenew, .proof, .journal:
            return { nil }
        }
    }

    private func hostAct(
        _ fields: OrderFields,
        _ ins: QualifiedINS,
        under order: OperatorOrder
    ) throws(OperatorFault) -> OrderedAct {
        let service = service
        switch fields.verb {
        case .hostApprove:
            let request = try fields.id(.request)
            return { () async throws(ServiceError) in
                _ = try await service.approveHostAccess(request, of: ins, by: order.by.name)
                return nil
            }
        case .hostEnd:
            return { () async throws(ServiceError) in
                try await service.endHostAccess(of: ins)
                return nil
            }
        default:
            return { () async throws(ServiceError) in
                try await service.recordHostRequest(of: ins, basis: order.paper)
            }
        }
    }

    private func identityAct(_ fields: OrderFields, _ ins: QualifiedINS) throws(OperatorFault) -> OrderedAct {
        let service = service
        switch fields.verb {
        case .undoMerge:
            return { () async throws(ServiceError) in
                try await service.undoMerge(ins)
                return nil
            }
        case .removeIdentifier:
            return { () async throws(ServiceError) in
                try await service.removeIdentifier(ins)
                return nil
            }
        case .identity:
            let standing = try fields.identity()
            return { () async throws(ServiceError) in
                try await service.setIdentity(standing, of: ins)
                return nil
            }
        case .merge:
            let (other, differing) = (try fields.matricule(.other, root: .otherRoot), try fields.differing())
            return { () async throws(ServiceError) in
                try await service.merge(ins, into: other, differing: differing)
                return nil
            }
        default:
            let day = fields.text(.since) == nil ? nil : try fields.day(.since)
            let other = try fields.matricule(.other, root: .otherRoot)
            return { () async throws(ServiceError) in
                try await service.addIdentifier(other, to: ins, from: day)
                return nil
            }
        }
    }
}

/// Why a record is suspended (CSP R1111-36).
enum SuspensionReason: String, CaseIterable, Sendable {
    /// A fraud.
    case fraud
    /// A serious malfunction.
    case defect
}

/// Why an operator closes a record (CSP R1111-36).
enum ClosingReason: String, CaseIterable, Sendable {
    /// The holder died.
    case death
    /// The holder asked for it in writing.
    case request
    /// The authority that runs the service decided.
    case authority

    var closure: ClosureReason {
        switch self {
        case .death: .death
        case .request: .holderRequest
        case .authority: .authority
        }
    }
}

/// How a request is answered.
enum RequestAnswer: String, CaseIterable, Sendable {
    /// It is done, or let.
    case granted
    /// It is not.
    case refused
}
