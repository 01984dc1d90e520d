import AccessRules
import Custody
import HealthRecord
import RecordService

/// What the one signed in may do, so that pages offer only what will be done: decided by the judgement that the act will
/// meet, with the mandate of whoever acts for somebody and what a court has taken from it.
extension PortalDoor {
    func may(_ act: Act, _ stay: Stay) -> Bool { may(act, .record, stay) }

    func may(_ act: Act, _ resource: Resource, _ stay: Stay) -> Bool {
        service.isPossible(act, resource, under: stay.file.policy, stay.visit)
    }

    func may(_ act: Act, on entry: DocumentEntry, _ stay: Stay) -> Bool {
        may(act, .document(DocumentFacts(entry, for: stay.visit.actor)), stay)
    }

    /// Whether documents are open to the one signed in: a court may have kept them out of a mandate.
    func seesDocuments(_ stay: Stay) -> Bool { may(.search, stay) }

    /// The documents in sight; none where they are not open, so that the rest of a page can be read all the same.
    func listing(_ stay: Stay) async throws -> [DocumentEntry] {
        seesDocuments(stay) ? try await service.list(stay.visit).entries : []
    }

    /// The same, without the signatures of lots and what was deleted.
    func clinical(_ stay: Stay) async throws -> [DocumentEntry] { try await listing(stay).filter(\.isClinical) }
}

extension ProfessionalChoice {
    /// The act that a choice is.
    var act: Act {
        switch self {
        case .authorise: .authorise
        case .revoke: .revoke
        case .block: .block
        case .unblock: .unblock
        case .nameTreating: .declareTreatingPhysician
        case .endTreating: .removeTreatingPhysician
        case .nameAdministrator: .nameAdministrator
        case .endAdministrator: .withdrawAdministrator
        }
    }
}
