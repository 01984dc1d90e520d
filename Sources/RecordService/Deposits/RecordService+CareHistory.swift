import ClinicalDocuments
import Crypto
import Custody
public import HealthRecord
import HostStore
import Sealing

/// The health insurance's feed: it writes the history of care into a record and reads nothing (CSP L1111-15; C10).
extension RecordService {
    /// Files a statement of the history of care; the answer is the same whether it was filed now, before, or withheld.
    ///
    /// - Throws: `conflict` with `size`, `mediaType`, `title`, `date`, or `insurer.historyTerm` for care of before the term of
    ///   the record's set; `unknownPatient`; `refused` where the set knows no such feed or the record is closed.
    public func feedCareHistory(_ history: CareHistory, of ins: QualifiedINS) async throws(ServiceError) {
        if let fault = history.fault { throw .conflict(fault.rawValue) }
        let admission: Admission
        do { admission = try await custodian.admitInsurerFeed(to: ins, request: newID(), node: node.name) } catch {
            if case .recordMismatch = error { throw .unknownPatient }
            throw ServiceError(error)
        }
        let visit = Visit(admission: admission, reference: nil, identityRow: nil)
        defer { leave(visit) }
        let finding = try await custody { () async throws(CustodyError) in
            try await custodian.checkCareHistory(from: history.from, performers: history.performers, admission)
        }
        guard finding == .fileable, !history.tellsOfSecretCare, try await row(of: history.id) == nil else { return }
        let now = clock()
        let set = SubmissionSet(
            id: newID(),
            uniqueID: newOID(),
            sourceID: Self.insurerSource,
            patient: ins.ins,
            submissionTime: HL7Time(now),
            contentType: Self.insurerFeed,
            authors: [Self.insurer],
            title: nil,
            comments: nil,
            depositedAt: now
        )
        let entry = entry(history, in: set, now: now)
        let work = try await custody { () async throws(CustodyError) in
            try await custodian.prepare(
                documents: [PlannedDocument(entry: entry)],
                changes: [],
                submissionSet: set,
                admission,
                of: nil
            )
        }
        try await carryOut(work, contents: [(entry, history.bytes)], set: set, visit)
    }

    /// *Alimentation automatique par l'Assurance maladie* (TRE_R85).
    static let insurerFeed = Author.insurerFeed
    /// *Données de remboursement*, class 60.
    static let careHistoryType = Code("REMB", CodeSystem.frenchType, label: "Données de remboursement")
    static let careHistoryClass = Code("60", CodeSystem.documentClass, label: "Données de remboursement")
    /// The feed as a source of lots, a UUID of its own under `2.25`.
    static let insurerSource = OID(literal: "2.25.187364519082736450918273645091827364509")
    static let insurer = Author(
        identifier: "ALIM_AM",
        assigningAuthority: nil,
        name: PersonName(family: "Assurance maladie", given: ""),
        identifierType: "EI",
        specialty: insurerFeed
    )

    private func entry(_ history: CareHistory, in set: SubmissionSet, now: Instant) -> DocumentEntry {
        let id = newID()
        func time(_ day: CalendarDate) -> HL7Time { HL7Time(day.midnight) }
        return DocumentEntry(
            id: id,
            entryUUID: id,
            metadataVersion: 1,
            uniqueID: history.id,
            submissionSetID: set.id,
            patient: set.patient,
            sourcePatientID: "",
            sourcePatientInfo: [],
            mimeType: history.mediaType,
            formatCode: valueSets.formatCode(forMediaType: history.mediaType)
                ?? Code("urn:ihe:iti:xds:2017:mimeTypeSufficient", "1.3.6.1.4.1.19376.1.2.3"),
            classCode: Self.careHistoryClass,
            typeCode: Self.careHistoryType.labelled(
                valueSets.label(Self.careHistoryType, in: .type) ?? Self.careHistoryType.label
            ),
            facilityTypeCode: Self.insurerFeed,
            practiceSettingCode: Self.insurerFeed,
            eventCodes: [],
            confidentiality: Code("N", CodeSystem.confidentiality, label: "Normal"),
            visibility: [],
            status: .approved,
            title: history.title,
            comments: nil,
            creationTime: HL7Time(now),
            serviceStart: time(history.from),
            serviceStop: time(history.to),
            language: "fr-FR",
            authors: [Self.insurer],
            legalAuthenticator: nil,
            referenceIDs: [],
            size: UInt64(history.bytes.count),
            sha256: Array(SHA256.hash(data: history.bytes)),
            sha1: Array(Insecure.SHA1.hash(data: history.bytes)),
            depositedAt: now,
            signature: .authenticatedOnly,
            replaces: nil
        )
    }
}
