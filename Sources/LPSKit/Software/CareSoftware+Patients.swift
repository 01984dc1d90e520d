public import DMPWire
public import HealthRecord
internal import SOAPWire

/// Lists and searches of people, and their accesses (TD0.4, TD0.5, TD1.5).
extension CareSoftware {
    /// The records that this user is authorised on, changed since a moment (TD0.4).
    public func patients(
        since: Instant,
        by kind: PatientListQuery.DateKind = .document,
        mode: AccessMode = .normal
    ) async throws(LPSError) -> [PatientListEntry] {
        let query = PatientListQuery(since: HL7Time(since), kind: kind)
        let answer = try await ask(.patientList, patient: nil, mode: mode) { query.write(&$0) }
        let read: PatientListAnswer
        do throws(HabilitationsError) {
            read = try PatientListAnswer(answer.payload)
        } catch {
            throw .unreadable(.authorisation(element: error.element))
        }
        guard read.outcome.isSuccess else { throw .service(read.outcome) }
        return read.entries
    }

    /// The people who have these traits (TD0.5); for regulation centres alone.
    ///
    /// - Throws: `message` with `DMPTooManyPatients` where the traits are those of more than ten people.
    public func search(
        _ traits: PatientSearch.Traits,
        isProduction: Bool
    ) async throws(LPSError) -> [PatientSearchAnswer.Candidate] {
        let search = PatientSearch(
            header: header(isProduction: isProduction),
            queryID: newInstanceID(),
            traits: traits
        )
        let answer = try await ask(.patientSearch, patient: nil, mode: .regulation) { search.write(&$0) }
        let read: PatientSearchAnswer
        do throws(HL7V3Error) {
            read = try PatientSearchAnswer(answer.payload)
        } catch {
            throw .unreadable(.message(element: error.element))
        }
        switch read.outcome {
        case .found(let candidates): return candidates
        case .failed: throw .message(read.acknowledgement.details)
        }
    }

    /// Creates the patient's Internet access, changes the channel of the one-time codes, or renews the secrets (TD1.5).
    ///
    /// - Returns: the first secret, to be printed for the patient; none for a change of channel.
    public func changeAccess(
        _ request: PatientAccessRequest,
        of patient: INS
    ) async throws(LPSError) -> PatientAccessAnswer {
        let action: DMPAction =
            switch request {
            case .create: .createPatientAccess
            case .changeChannel: .patientOTPUpdate
            case .renewSecrets: .updatePatientAccess
            }
        let answer = try await ask(action, patient: patient, mode: .normal) { request.write(&$0) }
        let read: PatientAccessAnswer
        do throws(HabilitationsError) {
            read = try PatientAccessAnswer(answer.payload, to: request)
        } catch {
            throw .unreadable(.authorisation(element: error.element))
        }
        guard read.outcome.isSuccess else { throw .service(read.outcome) }
        return read
    }
}
