import ClinicalDocuments
import Custody
public import HealthRecord
import SafeXML
import XDSWire

extension RecordService {
    /// What the entry of a document filed in a browser says of its signature, in the record's language.
    public static let webRemark =
        "Déposé sur le site des professionnels par le titulaire de la carte ; sans signature de l’auteur."
    /// The web site as a source of lots: the repository's own identifier.
    private static let webSource = OID(literal: "1.2.250.1.213.4.1.1.1.2")

    /// Files a document that a professional has written or chosen on a page.
    ///
    /// The house wraps it as CDA under the author's name. A browser cannot sign with the card, and nobody signs in the
    /// author's place: the entry says `authenticatedOnly`, and the custodian's trace seals who filed which bytes and when.
    ///
    /// - Parameter traits: the patient's traits, read under an earlier act of the same session.
    /// - Returns: the entry as it stands.
    public func file(
        _ draft: WebDraft,
        traits: PatientTraits,
        _ visit: Visit
    ) async throws(ServiceError) -> DocumentEntry {
        guard case .care(let author) = visit.actor, visit.admission.isCareSession else { throw .sessionEnded }
        guard let patient = visit.patient else { throw .otherPatient }
        let now = clock()
        guard
            var document = LevelOneDocument(
                id: newOID(),
                type: draft.type,
                title: draft.title,
                createdAt: now,
                patient: .init(ins: patient, traits: traits),
                author: author,
                valueSets: valueSets,
                file: (draft.file.mediaType, draft.file.bytes)
            )
        else { throw .sessionEnded }
        document.actDate = draft.actDate
        document.acts = draft.acts
        document.zoneMinutes = draft.zoneMinutes
        document.vaccination = draft.vaccination
        var replaced: DocumentEntry?
        if let old = draft.replaces {
            let (entry, predecessor) = try await predecessor(old, visit)
            document.replaces = predecessor
            replaced = entry
        }
        let lot = try lot(document, draft.visibility, replacing: replaced, author, patient, now)
        _ = try await deposit(lot, visit)
        guard let entry = try await find(.uniqueIDs([document.id]), visit).first else { throw .unavailable }
        return entry
    }

    private func lot(
        _ document: LevelOneDocument,
        _ visibility: Visibility,
        replacing old: DocumentEntry?,
        _ author: CareActor,
        _ patient: INS,
        _ now: Instant
    ) throws(ServiceError) -> Lot {
        let bytes = document.bytes()
        let metadata: DerivedMetadata
        do {
            let header = try CDAHeader(XMLDocument(parsing: bytes, limits: .clinicalDocument))
            metadata = try DerivedMetadata(header, valueSets: valueSets)
        } catch {
            throw .rejected([.unusableDraft])
        }
        var entry = SubmittedEntry(id: "document1")
        entry.describe(metadata, visibility: visibility)
        entry.comments = Self.webRemark
        var set = SubmittedSet(id: "set")
        set.uniqueID = newOID()
        set.sourceID = Self.webSource
        set.patientID = PatientIdentifier(patient)
        set.submissionTime = HL7Time(now)
        set.contentType = PlaceOfWork.contentType(of: author.structure.sector)
        set.authors = metadata.authors
        set.comments = Self.webRemark
        var associations: [SubmittedAssociation] = [.member(id: "member1", set: set.id, entry: entry.id)]
        if let old {
            associations.append(
                SubmittedAssociation(id: "replaces1", type: .replaces, source: entry.id, target: old.entryUUID.urn)
            )
        }
        return Lot(
            submission: Submission(
                set: set,
                entries: [entry],
                associations: associations,
                documents: [DocumentPart(id: entry.id, content: .inline(bytes))]
            ),
            contents: [entry.id: bytes]
        )
    }

    /// What the new version says of the old one, read from it: an author keeps access to his own document.
    private func predecessor(
        _ id: UniqueID,
        _ visit: Visit
    ) async throws(ServiceError) -> (DocumentEntry, LevelOneDocument.Predecessor) {
        switch try await read(id, visit) {
        case .notFound: throw .notFound
        case .refused(let refusal): throw .refused(refusal)
        case .document(let old):
            guard let parsed = try? XMLDocument(parsing: old.bytes, limits: .clinicalDocument),
                let header = try? CDAHeader(parsed)
            else { throw .conflict("unreplaceable") }
            return (old.entry, .init(id: header.id, setID: header.setID, version: header.version))
        }
    }
}

/// The kind of activity (JDV_J59) that a sector implies.
enum PlaceOfWork {
    private static let system = "1.2.250.1.213.2.2"
    private static let establishments: Set<String> = ["SA01", "SA02", "SA03", "SA04", "SA30", "SA34", "SA36", "SA53"]

    static func contentType(of sector: Code) -> Code {
        establishments.contains(sector.value)
            ? Code("03", system, label: "Hospitalisation complète (non compris hospitalisation de semaine)")
            : Code("60", system, label: "Consultations et actes")
    }
}

extension DepositFault {
    static var unusableDraft: DepositFault {
        DepositFault(
            .registryMetadataError,
            "DocumentEntry",
            "le document ne peut pas être mis en forme pour cet auteur",
            remedy: "check that profession, sector and type belong to the value sets"
        )
    }
}

extension SubmittedEntry {
    /// The attributes that a CDA document implies.
    fileprivate mutating func describe(_ metadata: DerivedMetadata, visibility: Visibility) {
        let patient = PatientIdentifier(metadata.patient)
        kind = .stable
        status = .approved
        mimeType = metadata.mimeType
        uniqueID = metadata.uniqueID
        patientID = patient
        sourcePatientID = patient.cx
        sourcePatientInfo = metadata.sourcePatientInfo
        creationTime = metadata.creationTime
        serviceStart = metadata.serviceStart
        serviceStop = metadata.serviceStop
        language = metadata.language
        legalAuthenticator = metadata.legalAuthenticator
        authors = metadata.authors
        classCode = metadata.classCode
        typeCode = metadata.typeCode
        formatCode = metadata.formatCode
        confidentialityCodes = [metadata.confidentiality] + visibility.codes
        facilityTypeCode = metadata.facilityTypeCode
        practiceSettingCode = metadata.practiceSettingCode
        eventCodes = metadata.eventCodes
        title = metadata.title
    }
}
