import Custody
import DMPWire
import HealthRecord
import RecordService
import SOAPWire

extension XDSDoor {
    /// TD0.3: the sender's own authorisation.
    func setAuthorisation(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        let asked: SetAuthorization
        do { asked = try SetAuthorization(exchange.payload) } catch { throw error.fault }
        let outcome: ServiceOutcome
        var reason: RefusalReason?
        do throws(ServiceError) {
            switch try await service.setAuthorisation(asked.change, exchange.visit) {
            case .done: outcome = .done
            case .unchanged: outcome = .unchanged
            }
        } catch {
            outcome = try error.outcome(exchange.correlation)
            reason = error.reason
        }
        let answer = SetAuthorizationAnswer(outcome)
        return Answer(reason: reason) { answer.write(&$0) }
    }

    /// TD1.6: those authorised and those blocked.
    func listAuthorisations(_ exchange: Exchange) async throws(SOAPFault) -> Answer {
        let asked: AuthorizationListQuery
        do { asked = try AuthorizationListQuery(exchange.payload) } catch { throw error.fault }
        let answer: AuthorizationListAnswer
        var reason: RefusalReason?
        do throws(ServiceError) {
            let detail: AuthorisationDetail = asked == .blocked ? .leaves : .leavesAndLastActs
            let list = try await service.authorisations(telling: detail, exchange.visit)
            var entries: [AuthorizationListEntry] = []
            if asked != .blocked {
                for leave in list.authorisations where leave.isValid(at: exchange.now) {
                    entries.append(
                        AuthorizationListEntry(
                            leave,
                            lastAct: list.lastActs[leave.subject],
                            isTreatingPhysician: list.isTreating(leave.subject)
                        )
                    )
                }
                entries += list.treatingWithoutLeave(at: exchange.now).map { physician in
                    AuthorizationListEntry(
                        treating: physician,
                        former: list.authorisations.first { $0.subject == .person(physician) },
                        lastAct: list.lastActs[.person(physician)]
                    )
                }
            }
            if asked != .active { entries += list.blocks.map { AuthorizationListEntry($0) } }
            answer = AuthorizationListAnswer(entries)
        } catch {
            answer = AuthorizationListAnswer([], outcome: try error.outcome(exchange.correlation))
            reason = error.reason
        }
        return Answer(reason: reason) { answer.write(&$0) }
    }
}

extension SetAuthorization {
    /// The change as the custodian knows it (interop sheet § 2.5).
    fileprivate var change: AuthorisationChange {
        switch self {
        case .authorise: .add(asTreatingPhysician: false)
        case .becomeTreatingPhysician: .add(asTreatingPhysician: true)
        case .withdraw: .remove
        case .stopBeingTreatingPhysician: .resignTreatingPhysician
        }
    }
}

extension ServiceOutcome {
    /// Adding or removing again succeeds and says that nothing was done (interop sheet § 2.5).
    fileprivate static let unchanged = ServiceOutcome(
        status: "DMPOk",
        context: "Aucun changement : l’autorisation était déjà dans cet état."
    )
}
