public import Custody
import Foundation
public import HealthRecord
import Sealing

/// What TD0.2 tells of a record.
public struct RecordStanding: Sendable {
    /// State, authorisation, role, wishes.
    public let standing: Standing
    /// The holder's traits.
    public let traits: PatientTraits
}

extension RecordService {
    /// Tells whether a record stands and how the actor stands to it; nil when there is none.
    public func standing(
        _ visit: Visit,
        readingTraits: Bool = false
    ) async throws(ServiceError) -> RecordStanding? {
        let standing = try await custody { () async throws(CustodyError) in
            try await custodian.testExistence(visit.admission, of: visit.reference, readingTraits: readingTraits)
        }
        guard let standing, let reference = visit.reference, let row = visit.identityRow else { return nil }
        let key = try node.open(standing.identityKey, as: IdentityKey.self)
        guard let plain = try? key.open(row, record: reference.record),
            let traits = try? JSONDecoder().decode(PatientTraits.self, from: Data(plain))
        else { throw .incomplete }
        return RecordStanding(standing: standing, traits: traits)
    }

    /// Changes a care actor's own authorisation (TD0.3).
    public func setAuthorisation(
        _ change: AuthorisationChange,
        _ visit: Visit
    ) async throws(ServiceError) -> Custody.ChangeEffect {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.setAuthorisation(change, visit.admission, of: visit.reference)
        }
    }

    /// Authorised and blocked professionals of a record (TD1.6).
    public func authorisations(
        telling detail: AuthorisationDetail = .leaves,
        _ visit: Visit
    ) async throws(ServiceError) -> AuthorisationList {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.listAuthorisations(telling: detail, visit.admission, of: visit.reference)
        }
    }
}
