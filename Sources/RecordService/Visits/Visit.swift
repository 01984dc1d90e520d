import AccessRules
public import Custody
public import HealthRecord
import HostStore
import Sealing

/// One request of somebody whom the custodian has admitted, and the record that it is about.
public struct Visit: Sendable {
    let admission: Admission
    let reference: RecordReference?
    let identityRow: [UInt8]?

    /// Who asks.
    public var actor: Actor { admission.actor }
    /// In what mode.
    public var mode: AccessMode { admission.mode }
    /// The patient whom the evidence names.
    public var patient: INS? { admission.patient?.ins }
    /// The mandate by which somebody acts for the holder; nil for the holder and for care actors.
    public var mandate: UniqueID? { admission.mandate }
    /// Identifier of the request.
    public var request: UniqueID { admission.request }
    /// The record that the host files under the patient's matricule, whichever of several it is; nil for none.
    ///
    /// Good for telling two requests of one record from those of two, and shown to nobody: no act has proved it yet.
    public var record: UniqueID? { reference.flatMap { UniqueID(bytes: $0.record.bytes) } }
    /// Whether a record stands under the patient's identifier; always for a holder's session.
    var hasRecord: Bool { reference != nil || admission.record != nil }
}

extension RecordService {
    /// Lets a request in on its evidence and finds the record that it names.
    public func admit(_ evidence: Evidence, request: UniqueID) async throws(ServiceError) -> Visit {
        let admission = try await custody { () async throws(CustodyError) in
            try await custodian.admit(evidence, request: request, node: node.name)
        }
        guard admission.patient != nil else { return Visit(admission: admission, reference: nil, identityRow: nil) }
        let tag = try await custody { () async throws(CustodyError) in try custodian.tag(for: admission) }
        guard let key = Bytes32(bytes: tag.bytes),
            let head = try await hosted({ () async throws(HostStoreError) in try await host.record(forTag: key) })
        else { return Visit(admission: admission, reference: nil, identityRow: nil) }
        let reference = RecordReference(record: head.recordID, tag: tag, bindCode: head.bindMAC.bytes)
        return Visit(admission: admission, reference: reference, identityRow: head.identityCiphertext)
    }

    /// Passes where a record stands; where none does, the request is an act all the same: decided, its assertion used up.
    ///
    /// Whoever may not ask whether a record stands is refused as he would be on one.
    func requireRecord(_ visit: Visit) async throws(ServiceError) {
        guard !visit.hasRecord else { return }
        try await custody { () async throws(CustodyError) in
            try await custodian.noteUnknownRecord(visit.admission, act: .testExistence)
        }
        throw .unknownPatient
    }

    /// Ends a request.
    public func leave(_ visit: Visit) { custodian.dismiss(visit.admission) }

    /// Holds the patient of a message against the patient of the evidence (security design § 4.8, V7).
    public func check(_ patient: INS?, against visit: Visit) throws(ServiceError) {
        guard let patient, patient == visit.patient else { throw .otherPatient }
    }
}
