import ClinicalDocuments
import Custody
import HealthRecord
import HostStore
import Sealing

/// Filing the proof of a carer's access, when he takes it up and when it ends (access and life cycle § 1.1).
extension RecordService {
    /// *Document administratif* of the patient (JDV_J66), class 95: the type of the holder's administrative papers.
    static let administrativePaper = Code("DOCPAT09", CodeSystem.frenchType)

    /// Files a proof in the service's own name, as every document is filed: prepared, sealed, committed with its trace.
    ///
    /// Its number follows from mandate and occasion, so that it is filed once, whatever was stopped half way.
    ///
    /// - Returns: whether it was filed now.
    func file(_ certificate: MandateCertificate) async throws(ServiceError) -> Bool {
        do throws(ServiceError) { return try await fileNow(certificate) } catch {
            try await custody { () async throws(CustodyError) in try await custodian.putOffCertificate(certificate) }
            throw error
        }
    }

    private func fileNow(_ certificate: MandateCertificate) async throws(ServiceError) -> Bool {
        guard let printMandate, let number = certificate.document else { throw .unavailable }
        // A number that somebody has used elsewhere is not this proof.
        let isNew = try await row(of: number)?.recordID != certificate.record
        var isFiled = false
        if isNew {
            guard let paper = try? printMandate(certificate) else { throw .unavailable }
            isFiled = try await file(paper, of: certificate, as: number)
        }
        try await custody { () async throws(CustodyError) in try await custodian.forgetCertificate(certificate) }
        return isFiled
    }

    private func file(
        _ paper: MandatePaper,
        of certificate: MandateCertificate,
        as number: OID
    ) async throws(ServiceError) -> Bool {
        let admission = try await custody { () async throws(CustodyError) in
            try custodian.admitService(
                Custodian.calendarService,
                for: certificate.record,
                request: newID(),
                node: node.name
            )
        }
        let visit = Visit(admission: admission, reference: nil, identityRow: nil)
        defer { leave(visit) }
        let (entry, set) = try entry(paper, of: certificate, as: number)
        let work: PreparedWork
        do {
            work = try await custodian.prepare(
                documents: [PlannedDocument(entry: entry)],
                changes: [],
                submissionSet: set,
                admission,
                of: nil
            )
        } catch .refused {
            // The record's rules do not take it, and its history says so; the certificate can still be printed.
            return false
        } catch {
            throw ServiceError(error)
        }
        try await carryOut(work, contents: [(entry, paper.bytes)], set: set, visit)
        return true
    }

    private func entry(
        _ paper: MandatePaper,
        of certificate: MandateCertificate,
        as number: OID
    ) throws(ServiceError) -> (DocumentEntry, SubmissionSet) {
        guard let classCode = valueSets.classCode(forType: Self.administrativePaper) else { throw .conflict("type") }
        let now = clock()
        let set = SubmissionSet(
            id: newID(),
            uniqueID: newOID(),
            sourceID: Author.serviceNumber,
            patient: certificate.patient,
            submissionTime: HL7Time(now),
            contentType: FilingPlace.service.contentType,
            authors: [.service],
            title: nil,
            comments: nil,
            depositedAt: now
        )
        let document = OwnDocument(
            title: paper.title,
            type: Self.administrativePaper,
            mediaType: "application/pdf",
            bytes: paper.bytes,
            // Who acts for somebody is no professional's business.
            visibility: .maskedToProfessionals,
            date: certificate.day
        )
        let entry = entry(
            document,
            classCode,
            by: .service,
            from: .service,
            in: set,
            replacing: nil,
            uniqueID: number,
            now: now
        )
        return (entry, set)
    }
}
