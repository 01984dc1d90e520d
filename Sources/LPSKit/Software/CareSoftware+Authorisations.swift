public import DMPWire
public import HealthRecord
internal import SOAPWire

extension CareSoftware {
    /// Declares that the patient lets this user read the record, and declares him treating physician where asked (TD0.3).
    public func declareAuthorisation(
        for patient: INS,
        asTreatingPhysician: Bool = false
    ) async throws(LPSError) {
        try await set(asTreatingPhysician ? .becomeTreatingPhysician : .authorise, patient)
    }

    /// Takes this user's authorisation away (TD0.3).
    public func removeAuthorisation(for patient: INS) async throws(LPSError) { try await set(.withdraw, patient) }

    /// Ends this user's standing as treating physician; the authorisation stays (TD0.3).
    public func stopBeingTreatingPhysician(of patient: INS) async throws(LPSError) {
        try await set(.stopBeingTreatingPhysician, patient)
    }

    /// Who is authorised or blocked on a record (TD1.6).
    public func authorisations(
        of patient: INS,
        _ query: AuthorizationListQuery = .active
    ) async throws(LPSError) -> [AuthorizationListEntry] {
        let answer = try await ask(.listAuthorizationByPatient, patient: patient, mode: .normal) { query.write(&$0) }
        let read: AuthorizationListAnswer
        do throws(HabilitationsError) {
            read = try AuthorizationListAnswer(answer.payload)
        } catch {
            throw .unreadable(.authorisation(element: error.element))
        }
        guard read.outcome.isSuccess else { throw .service(read.outcome) }
        return read.entries
    }

    private func set(_ request: SetAuthorization, _ patient: INS) async throws(LPSError) {
        let answer = try await ask(.setAuthorization, patient: patient, mode: .normal) { request.write(&$0) }
        let read: SetAuthorizationAnswer
        do throws(HabilitationsError) {
            read = try SetAuthorizationAnswer(answer.payload)
        } catch {
            throw .unreadable(.authorisation(element: error.element))
        }
        guard read.outcome.isSuccess else { throw .service(read.outcome) }
    }
}
