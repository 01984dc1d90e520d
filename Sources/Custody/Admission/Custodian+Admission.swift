import Crypto
import Foundation
import GRDB
public import HealthRecord
public import Sealing

extension Custodian {
    /// The most characters of the reason for an emergency: it stands in every trace of it.
    static let reasonLimit = 1000

    /// Makes an application node known for one boot; keys released to it are sealed with this public key.
    public func register(node: String, bootID: [UInt8], publicKey: [UInt8]) throws(CustodyError) {
        do {
            nodes.register(
                try ReleaseSender(publicKey: publicKey, nodeID: Array(node.utf8), bootID: bootID, random: random),
                node: node
            )
        } catch {
            throw .unavailable
        }
    }

    /// Verifies who makes a request; everything that the request does then goes by the admission.
    ///
    /// - Throws: `evidence` naming the attribute at fault, `notAdmitted` for a session that has ended.
    public func admit(_ evidence: Evidence, request: UniqueID, node: String) async throws(CustodyError) -> Admission {
        let now = clock()
        let admission: Admission
        switch evidence {
        case .assertion(let envelope, let peerCertificate):
            admission = try await admitCare(envelope, peerCertificate, request: request, node: node, now: now)
        case .session(let token):
            admission = try await admitPerson(token, request: request, node: node, now: now)
        case .careSession(let evidence):
            admission = try await admitBrowser(evidence, request: request, node: node, now: now)
        }
        guard admissions.enter(admission, now: now) else { throw .unavailable }
        return admission
    }

    /// Ends a request; its admission opens nothing any more.
    public func dismiss(_ admission: Admission) { admissions.leave(admission) }

    /// The tag under which the host files the patient of an admission.
    public func tag(for admission: Admission) throws(CustodyError) -> BlindTag {
        guard let patient = admission.patient else { throw .recordMismatch }
        return try tag(of: patient)
    }

    /// The tag under which the host files a patient.
    public func tag(of patient: QualifiedINS) throws(CustodyError) -> BlindTag {
        do {
            return try working.blindIndex.tag(ins: patient.ins.matricule.text, oid: patient.ins.root.rawValue)
        } catch {
            throw .unavailable
        }
    }

    private func admitCare(
        _ envelope: [UInt8],
        _ peerCertificate: [UInt8],
        request: UniqueID,
        node: String,
        now: Instant
    ) async throws(CustodyError) -> Admission {
        let care: CareEvidence
        do {
            care = try await verifyAssertion(envelope, peerCertificate, now)
        } catch {
            throw .evidence(error)
        }
        if case .breakGlass(let reason) = care.mode, reason.unicodeScalars.count > Self.reasonLimit {
            throw .evidence(
                EvidenceFault(
                    code: "DMPInvalidVIHF",
                    element: "Mode_Acces_Raison",
                    remedy: "say in at most \(Self.reasonLimit) characters why"
                )
            )
        }
        var patient: QualifiedINS?
        if let ins = care.patient {
            guard let qualified = QualifiedINS(ins, in: settings.domain) else {
                throw .evidence(
                    EvidenceFault(
                        code: "DMPInvalidPatient",
                        element: "urn:oasis:names:tc:xacml:2.0:resource:resource-id",
                        remedy: "use an identifier under a root that this environment serves"
                    )
                )
            }
            patient = qualified
        }
        return Admission(
            id: newID(),
            request: request,
            actor: .care(care.actor),
            mode: care.mode,
            patient: patient,
            record: nil,
            mandate: nil,
            software: care.software,
            isSecretConnection: care.isSecretConnection,
            assertionID: care.assertionID,
            structureStanding: care.structureStanding,
            node: node,
            expires: now.advanced(bySeconds: AdmissionBook.lifetimeSeconds)
        )
    }

    private func admitPerson(
        _ token: String,
        request: UniqueID,
        node: String,
        now: Instant
    ) async throws(CustodyError) -> Admission {
        let session = try await session(of: token, now: now)
        return Admission(
            id: newID(),
            request: request,
            actor: session.actor,
            mode: .normal,
            patient: nil,
            record: session.record,
            mandate: session.mandate,
            software: "",
            isSecretConnection: false,
            assertionID: nil,
            structureStanding: .stated,
            node: node,
            expires: now.advanced(bySeconds: AdmissionBook.lifetimeSeconds)
        )
    }

    /// Lets the service itself in, for what time brings to one record; the rules say what that may be.
    public func admitService(
        _ service: String,
        for record: RecordID,
        request: UniqueID,
        node: String
    ) throws(CustodyError) -> Admission {
        let now = clock()
        let admission = Admission(
            id: newID(),
            request: request,
            actor: .system(service),
            mode: .normal,
            patient: nil,
            record: record,
            mandate: nil,
            software: "",
            isSecretConnection: false,
            assertionID: nil,
            structureStanding: .stated,
            node: node,
            expires: now.advanced(bySeconds: AdmissionBook.lifetimeSeconds)
        )
        guard admissions.enter(admission, now: now) else { throw .unavailable }
        return admission
    }

    /// The record that an admission may act on: that of the session, or the one whose tag is bound to the patient named.
    func record(of admission: Admission, _ reference: RecordReference?) throws(CustodyError) -> RecordID {
        if let record = admission.record { return record }
        guard let reference, reference.tag == (try tag(for: admission)),
            working.bind.isValid(reference.bindCode, record: reference.record, tag: reference.tag)
        else { throw .recordMismatch }
        return reference.record
    }

    /// The record of an admitted request as it is now, inside the transaction that acts on it.
    ///
    /// A binding code is good for ever, a matricule is not: one that was taken from the record, or has passed to another,
    /// opens nothing, whatever the host still files under it.
    func context(
        of record: RecordID,
        for admission: Admission,
        in transaction: CustodyTransaction
    ) throws -> RecordContext {
        guard let context = try transaction.context(of: record), admission.mayName(context) else {
            throw CustodyError.recordMismatch
        }
        return try transaction.whole(context)
    }

    /// The same after what was committed so far.
    func contextAfterCommit(of record: RecordID, for admission: Admission) async throws(CustodyError) -> RecordContext?
    {
        guard let context = try await contextAfterCommit(of: record), admission.mayName(context) else { return nil }
        return context
    }

    /// Uses up the assertion of an admission within the transaction of its first act (security design § 4.8, V5).
    func claim(_ admission: Admission, in transaction: CustodyTransaction) throws {
        guard let hasClaimed = admissions.hasClaimed(admission, now: transaction.now) else {
            throw CustodyError.notAdmitted
        }
        guard !hasClaimed, let assertionID = admission.assertionID else { return }
        let digest = Data(SHA256.hash(data: Data(assertionID.utf8)))
        try transaction.database.cachedStatement(sql: "DELETE FROM assertion_seen WHERE expires < ?")
            .execute(arguments: [transaction.now.milliseconds])
        try transaction.database.cachedStatement(
            sql: "INSERT OR IGNORE INTO assertion_seen (digest, expires) VALUES (?, ?)"
        ).execute(arguments: [digest, transaction.now.advanced(bySeconds: Self.replayWindowSeconds).milliseconds])
        guard transaction.database.changesCount == 1 else { throw CustodyError.replayed }
    }

    /// How long a used assertion is remembered.
    static let replayWindowSeconds: Int64 = 86_400
}
