public import Custody
public import HealthRecord
import HostStore
import Sealing

/// Records as such, opened, changed and closed by professionals where the set provides for it (TD0.5, TD1.1 to TD1.5).
extension RecordService {
    /// Opens a record with the person's consent (TD1.1).
    public func openByProfessional(_ opening: ProfessionalOpening, _ visit: Visit) async throws(ServiceError) {
        let prepared = try await custody { () async throws(CustodyError) in
            try await custodian.prepareOpening(opening, visit.admission)
        }
        try await file(prepared)
        try await custody { () async throws(CustodyError) in try await custodian.commitOpening(visit.admission) }
    }

    /// Administrative data (TD1.3a).
    public func administrativeData(_ visit: Visit) async throws(ServiceError) -> AdministrativeData {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.administrativeData(visit.admission, of: visit.reference)
        }
    }

    /// Changes administrative data (TD1.3b).
    public func updateAdministrativeData(
        _ change: AdministrativeChange,
        _ visit: Visit
    ) async throws(ServiceError) {
        try await requireRecord(visit)
        let changed = try await custody { () async throws(CustodyError) in
            try await custodian.updateAdministrativeData(change, visit.admission, of: visit.reference)
        }
        guard let row = changed.row else { return }
        for _ in 0..<Self.commitAttempts {
            guard let version = try await identityVersion(of: visit) else { throw .unknownPatient }
            do {
                try await host.updateIdentity(of: changed.record, expectedVersion: version, ciphertext: row)
                return
            } catch .stale { continue } catch { throw ServiceError(error) }
        }
        throw .conflict("moved")
    }

    /// Closes a record at the patient's request or on a death (TD1.4).
    public func closeByProfessional(
        reason: ClosureReason,
        text: String = "",
        _ visit: Visit
    ) async throws(ServiceError) {
        try await requireRecord(visit)
        try await custody { () async throws(CustodyError) in
            try await custodian.closeByProfessional(reason: reason, text: text, visit.admission, of: visit.reference)
        }
    }

    /// Opens a closed record again with the patient's consent (TD1.2).
    public func reopen(consent: Bool, _ visit: Visit) async throws(ServiceError) {
        try await requireRecord(visit)
        try await custody { () async throws(CustodyError) in
            try await custodian.reopenByProfessional(consent: consent, visit.admission, of: visit.reference)
        }
    }

    /// Makes an Internet account for the holder (TD1.5a).
    public func createPatientAccess(
        _ address: CodeAddress,
        _ visit: Visit
    ) async throws(ServiceError) -> InitialSecret {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.createPatientAccess(address, visit.admission, of: visit.reference)
        }
    }

    /// Changes a way by which codes come (TD1.5b).
    public func setCodeChannel(_ wish: CodeChannelWish, _ visit: Visit) async throws(ServiceError) {
        try await requireRecord(visit)
        try await custody { () async throws(CustodyError) in
            try await custodian.setCodeChannel(wish, visit.admission, of: visit.reference)
        }
    }

    /// Gives the account a new first secret (TD1.5d).
    public func reissueSecret(_ visit: Visit) async throws(ServiceError) -> InitialSecret {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.reissueSecret(visit.admission, of: visit.reference)
        }
    }

    /// Finds a person without a matricule, for a regulation centre (TD0.5).
    public func search(_ query: PersonQuery, _ visit: Visit) async throws(ServiceError) -> [FoundPerson] {
        try await custody { () async throws(CustodyError) in try await custodian.search(query, visit.admission) }
    }

    /// Files a record to be at the host.
    func file(_ prepared: PreparedOpening) async throws(ServiceError) {
        guard let tag = Bytes32(bytes: prepared.reference.tag.bytes),
            let code = Bytes32(bytes: prepared.reference.bindCode)
        else { throw .unavailable }
        try await hosted { () async throws(HostStoreError) in
            _ = try await host.createRecord(
                NewRecord(
                    recordID: prepared.reference.record,
                    tag: tag,
                    bindMAC: code,
                    identityCiphertext: prepared.identityRow,
                    ingestDay: clock().date.daysSinceEpoch
                )
            )
        }
    }

    private func identityVersion(of visit: Visit) async throws(ServiceError) -> Int? {
        guard let tag = visit.reference?.tag, let key = Bytes32(bytes: tag.bytes) else { return nil }
        return try await hosted { () async throws(HostStoreError) in
            try await host.record(forTag: key)?.identityVersion
        }
    }
}
