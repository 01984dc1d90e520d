import ClinicalDocuments
import Crypto
import Custody
public import HealthRecord
import Sealing

extension RecordService {
    /// Files a document of the holder, by himself or by somebody who acts for him.
    ///
    /// - Throws: `conflict` with `size`, `mediaType`, `title`, `type` or `visibility` for what cannot be filed.
    public func depositOwn(_ document: OwnDocument, _ visit: Visit) async throws(ServiceError) -> DocumentEntry {
        try await depositOwn(document, replacing: nil, visit)
    }

    /// The same, in the place of an older version.
    func depositOwn(
        _ document: OwnDocument,
        replacing old: (entry: DocumentEntry, shown: ShownRow)?,
        _ visit: Visit
    ) async throws(ServiceError) -> DocumentEntry {
        if let fault = document.fault { throw .conflict(fault) }
        // Nobody but the holder closes a document to those who act for him (CSP R1111-50).
        if document.visibility.contains(.hiddenFromRepresentatives), !visit.actor.isTheHolder {
            throw .conflict("visibility")
        }
        guard let classCode = valueSets.classCode(forType: document.type) else { throw .conflict("type") }
        let file = try await file(visit)
        guard let ins = file.identifiers.first else { throw .unknownPatient }
        let now = clock()
        guard valueSets.accepts(document.type, in: .type, onAnyOf: [document.date ?? now.dayInFrance]) else {
            throw .conflict("type")
        }
        let author = Self.author(ins, file, visit)
        let set = personalSet(of: ins, by: author, now: now)
        let entry = entry(
            document,
            classCode,
            by: author,
            from: .personalExpression,
            in: set,
            replacing: old?.entry,
            now: now
        )
        let versions = old == nil ? [] : try await shownRows(visit)
        let work = try await custody { () async throws(CustodyError) in
            try await custodian.prepare(
                documents: [PlannedDocument(entry: entry)],
                changes: old.map {
                    [PlannedChange(shown: $0.shown, change: .replace(by: entry.id), newEntryUUID: newID())]
                } ?? [],
                versions: versions,
                submissionSet: set,
                visit.admission,
                of: visit.reference
            )
        }
        try await carryOut(work, contents: [(entry, document.bytes)], set: set, visit)
        return entry
    }

    /// The person of a visit as an author: the holder under his matricule, whoever acts for him under a name alone.
    ///
    /// A patient author's number is the INS (interop sheet § 4.2): beside another's name it would be taken for that person's.
    static func author(_ ins: INS, _ file: HolderFile, _ visit: Visit) -> Author {
        let isTheHolder = visit.actor.isTheHolder
        return Author(
            identifier: isTheHolder ? ins.matricule.text : "",
            assigningAuthority: isTheHolder ? OID(ins.root.rawValue) : nil,
            name: visit.actor.ownName ?? file.name,
            identifierType: isTheHolder ? "NH" : "",
            specialty: personalExpression
        )
    }

    /// A set of what a person brings, or sends.
    func personalSet(of ins: INS, by author: Author, now: Instant) -> SubmissionSet {
        SubmissionSet(
            id: newID(),
            uniqueID: newOID(),
            sourceID: Self.portalSource,
            patient: ins,
            submissionTime: HL7Time(now),
            contentType: FilingPlace.personalExpression.contentType,
            authors: [author],
            title: nil,
            comments: nil,
            depositedAt: now
        )
    }

    /// *Expression personnelle du patient*: the holder's own role, place and setting in the value sets.
    static let personalExpression = Author.personalExpression
    /// The portal as a source of lots, a UUID of its own under `2.25`.
    static let portalSource = OID(literal: "2.25.219740126437420139483761265394871102353")

    /// The entry of a document that the holder files, or the service.
    ///
    /// - Parameters:
    ///   - place: where it comes from.
    ///   - uniqueID: nil for a new number.
    func entry(
        _ document: OwnDocument,
        _ classCode: Code,
        by author: Author,
        from place: FilingPlace,
        in set: SubmissionSet,
        replacing old: DocumentEntry?,
        uniqueID: OID? = nil,
        now: Instant
    ) -> DocumentEntry {
        let id = newID()
        let day = document.date.map { HL7Time($0.midnight) }
        return DocumentEntry(
            id: id,
            entryUUID: id,
            metadataVersion: 1,
            uniqueID: uniqueID ?? newOID(),
            submissionSetID: set.id,
            patient: set.patient,
            sourcePatientID: "",
            sourcePatientInfo: [],
            mimeType: document.mediaType,
            formatCode: valueSets.formatCode(forMediaType: document.mediaType)
                ?? Code("urn:ihe:iti:xds:2017:mimeTypeSufficient", "1.3.6.1.4.1.19376.1.2.3"),
            classCode: classCode,
            typeCode: document.type.labelled(valueSets.label(document.type, in: .type)),
            facilityTypeCode: place.facilityType,
            practiceSettingCode: place.practiceSetting,
            eventCodes: [],
            confidentiality: Code("N", CodeSystem.confidentiality, label: "Normal"),
            visibility: document.visibility,
            status: .approved,
            title: document.title,
            comments: nil,
            creationTime: old?.creationTime ?? HL7Time(now),
            serviceStart: old?.serviceStart ?? day ?? HL7Time(now),
            serviceStop: nil,
            language: "fr-FR",
            authors: [author],
            legalAuthenticator: nil,
            referenceIDs: [],
            size: UInt64(document.bytes.count),
            sha256: Array(SHA256.hash(data: document.bytes)),
            sha1: Array(Insecure.SHA1.hash(data: document.bytes)),
            depositedAt: now,
            signature: .authenticatedOnly,
            replaces: old?.id
        )
    }
}

extension Actor {
    /// Whether the holder acts, and nobody for him.
    fileprivate var isTheHolder: Bool { if case .holder = self { true } else { false } }

    /// The name under which a person on the portal files: a representative his own.
    fileprivate var ownName: PersonName? {
        switch self {
        case .holder(let name), .representative(let name, _): name
        case .care, .system: nil
        }
    }
}
