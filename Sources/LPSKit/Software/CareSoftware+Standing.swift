public import DMPWire
public import HealthRecord
internal import SOAPWire

extension CareSoftware {
    /// Whether a record exists, how it stands, and what this user may do (TD0.2); nil where there is none.
    ///
    /// The traits it may hold must not be shown (RG_0320).
    public func standing(of patient: INS, mode: AccessMode = .normal) async throws(LPSError) -> PatientFile? {
        try await file(of: patient, .existence, mode)
    }

    /// The same with the administrative data (TD1.3a).
    public func administrativeData(
        of patient: INS,
        mode: AccessMode = .normal
    ) async throws(LPSError) -> PatientFile? {
        try await file(of: patient, .administrativeData, mode)
    }

    private func file(
        of patient: INS,
        _ reason: PatientQuery.Reason,
        _ mode: AccessMode
    ) async throws(LPSError) -> PatientFile? {
        let query = PatientQuery(
            header: header(isProduction: patient.root.isProduction),
            reason: reason,
            queryID: newInstanceID(),
            patient: patient
        )
        let answer = try await ask(.patientQuery, patient: patient, mode: mode) { query.write(&$0) }
        let read: PatientQueryAnswer
        do throws(HL7V3Error) {
            read = try PatientQueryAnswer(answer.payload)
        } catch {
            throw .unreadable(.message(element: error.element))
        }
        switch read.outcome {
        case .found(let file): return file
        case .notFound: return nil
        case .failed: throw .message(read.acknowledgement.details)
        }
    }

    /// The head of a message by this software.
    func header(isProduction: Bool) -> HL7MessageHeader {
        HL7MessageHeader(
            id: newInstanceID(),
            creationTime: HL7Time(writer.sources.clock()),
            processing: isProduction ? .production : .debugging,
            receiver: .dmp,
            sender: HL7Device(id: product.oid, softwareName: product.software.name)
        )
    }

    func newInstanceID() -> InstanceID { InstanceID(product.oid, writer.sources.ids().text) }
}
