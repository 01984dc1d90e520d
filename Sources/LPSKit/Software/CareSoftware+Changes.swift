public import HealthRecord
internal import SOAPWire
public import XDSWire

/// Changes to documents, each by the entry as the registry last listed it (TD3.3).
extension CareSoftware {
    /// Hides a document from professionals other than its author and the treating physician.
    public func mask(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await update(entry, of: patient) { codes in
            if !codes.contains(Visibility.maskedCode) { codes.append(Visibility.maskedCode) }
        }
    }

    /// Shows a masked document to professionals again.
    public func unmask(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await update(entry, of: patient) { codes in codes.removeAll { $0 == Visibility.maskedCode } }
    }

    /// Shows the patient a document that waited for its announcement.
    public func revealToPatient(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await update(entry, of: patient) { codes in codes.removeAll { $0 == Visibility.hiddenFromPatientCode } }
    }

    /// Shows the legal representatives a document that was kept from them.
    public func revealToRepresentatives(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await update(entry, of: patient) { codes in
            codes.removeAll { $0 == Visibility.hiddenFromRepresentativesCode }
        }
    }

    /// Takes a document away; its author may.
    public func delete(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await setStatus(.deleted, entry, patient)
    }

    /// Sets a document aside.
    public func archive(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await setStatus(.archived, entry, patient)
    }

    /// Takes a document back out of the archive.
    public func restore(_ entry: SubmittedEntry, of patient: INS) async throws(LPSError) {
        try await setStatus(.approved, entry, patient)
    }

    private func update(
        _ entry: SubmittedEntry,
        of patient: INS,
        _ change: (inout [Code]) -> Void
    ) async throws(LPSError) {
        guard let logicalID = UniqueID(entry.logicalID ?? entry.id) else { throw .outgoing(.notListed) }
        let previous = entry.version.flatMap { UInt32($0) } ?? 1
        var entry = entry
        entry.id = "document1"
        entry.version = nil
        change(&entry.confidentialityCodes)
        try await send(
            .newMetadataVersion(entry: entry, logicalID: logicalID, previousVersion: previous),
            of: patient
        )
    }

    private func setStatus(
        _ status: AvailabilityStatus,
        _ entry: SubmittedEntry,
        _ patient: INS
    ) async throws(LPSError) {
        guard let id = UniqueID(entry.id), let from = entry.status else { throw .outgoing(.notListed) }
        try await send(.changeStatus(entry: id, from: from, to: status), of: patient)
    }

    private func send(_ update: MetadataUpdate, of patient: INS) async throws(LPSError) {
        let request = MetadataUpdateRequest(
            set: newSet(for: patient, contentType: Self.consultation),
            updates: [update]
        )
        let answer = try await ask(.updateDocumentSet, patient: patient, mode: .normal) { request.write(into: &$0) }
        _ = try Self.response(answer)
    }
}
