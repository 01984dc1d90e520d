import AccessRules
public import Custody
public import HealthRecord

/// Categories that the holder closes to a profession (order of 26/10/2023).
extension RecordService {
    /// Closes a category to a profession, or opens it again; never wider than the matrix.
    public func setCategory(
        _ closure: CategoryClosure,
        isClosed: Bool,
        _ visit: Visit
    ) async throws(ServiceError) -> Custody.ChangeEffect {
        try await custody { () async throws(CustodyError) in
            try await custodian.carryOut(isClosed ? .closeCategory(closure) : .openCategory(closure), visit.admission)
        }
    }

    /// The categories that a profession reads, which the holder may close to it, in order.
    public func categories(ofProfession profession: String, _ visit: Visit) async throws(ServiceError) -> [String] {
        let set = try await file(visit).policy.policySet
        return rules.categories(ofProfession: profession, under: set)
    }
}
