public import DMPWire
public import HealthRecord
internal import SOAPWire

/// The life of a record, as far as a professional takes part in it (TD1.1 – TD1.4).
extension CareSoftware {
    /// Opens a record for somebody who consents to it (TD1.1).
    ///
    /// - Parameters:
    ///   - file: the INS and the traits; contact and wishes where they are known.
    ///   - consent: what the patient said; nothing is opened without consent.
    ///   - isReadFromCard: whether the traits were read on the insured person's card.
    /// - Throws: `message` with `DMPFound` where a record stands already.
    public func createRecord(
        _ file: PatientFile,
        consent: Bool,
        isReadFromCard: Bool = false
    ) async throws(LPSError) {
        try await send(.create(consent: consent), file, isReadFromCard: isReadFromCard)
    }

    /// Opens a closed record again for somebody who consents to it (TD1.2).
    public func reactivateRecord(of patient: INS, consent: Bool) async throws(LPSError) {
        try await send(.reactivate(consent: consent), PatientFile(identifiers: [patient], status: .active))
    }

    /// Changes administrative data and wishes (TD1.3b); `file` holds the whole person.
    public func changeAdministrativeData(_ file: PatientFile) async throws(LPSError) {
        try await send(.modify, file)
    }

    /// Closes a record at its holder's request (TD1.4).
    ///
    /// - Throws: `message` with `DMPClosed` where it is closed already.
    public func closeRecord(
        of patient: INS,
        reason: ClosureReason = .holderRequest,
        text: String? = nil
    ) async throws(LPSError) {
        let closure = PatientFileClosure(at: nil, reasonCode: reason.rawValue, text: text)
        try await send(.close(closure), PatientFile(identifiers: [patient], status: .active))
    }

    private func send(
        _ request: RecordChange.Request,
        _ file: PatientFile,
        isReadFromCard: Bool = false
    ) async throws(LPSError) {
        let change = RecordChange(
            header: header(isProduction: file.identifiers.first?.root.isProduction ?? false),
            request: request,
            author: RecordAuthor(person: actor.person, structure: actor.structure.id),
            file: file,
            isReadFromCard: isReadFromCard
        )
        guard let change else { throw .outgoing(.missingTraits) }
        let action: DMPAction = request.reason == .creation ? .recordCreation : .recordUpdate
        let answer = try await ask(action, patient: change.patient, mode: .normal) { change.write(&$0) }
        let read: RecordChangeAnswer
        do throws(HL7V3Error) {
            read = try RecordChangeAnswer(answer.payload)
        } catch {
            throw .unreadable(.message(element: error.element))
        }
        guard read.isAccepted else { throw .message(read.acknowledgement.details) }
    }
}
