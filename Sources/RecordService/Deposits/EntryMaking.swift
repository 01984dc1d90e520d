import AccessRules
import HealthRecord
import XDSWire

/// What all entries of a lot share.
struct LotFacts {
    let set: SubmissionSet
    let patient: INS
    let defaultVisibility: Visibility
    let signature: SignatureStanding
    let now: Instant
}

extension CheckedDocument {
    /// The entry as it will stand; nil when an attribute that the profile requires is absent.
    func entry(id: UniqueID, replacing: UniqueID?, _ lot: LotFacts) -> DocumentEntry? {
        let sent = submitted
        guard let uniqueID = sent.uniqueID, let mimeType = sent.mimeType, let formatCode = sent.formatCode,
            let classCode = sent.classCode, let typeCode = sent.typeCode, let facility = sent.facilityTypeCode,
            let practice = sent.practiceSettingCode, let creationTime = sent.creationTime,
            let confidentiality = sent.confidentialityCodes.first(where: { $0.system == CodeSystem.confidentiality })
        else { return nil }
        return DocumentEntry(
            id: id,
            entryUUID: id,
            metadataVersion: 1,
            uniqueID: uniqueID,
            submissionSetID: lot.set.id,
            patient: lot.patient,
            sourcePatientID: sent.sourcePatientID ?? "",
            sourcePatientInfo: sent.sourcePatientInfo,
            mimeType: mimeType,
            formatCode: formatCode,
            classCode: classCode,
            typeCode: typeCode,
            facilityTypeCode: facility,
            practiceSettingCode: practice,
            eventCodes: sent.eventCodes,
            confidentiality: confidentiality,
            visibility: visibility.union(sent.isLotSignature ? [] : lot.defaultVisibility),
            status: .approved,
            title: sent.title ?? "",
            comments: sent.comments,
            creationTime: creationTime,
            serviceStart: sent.serviceStart,
            serviceStop: sent.serviceStop,
            language: sent.language ?? "",
            authors: sent.authors,
            legalAuthenticator: sent.legalAuthenticator,
            referenceIDs: sent.referenceIDs,
            size: UInt64(bytes.count),
            sha256: sha256,
            sha1: sha1,
            depositedAt: lot.now,
            signature: lot.signature,
            replaces: replacing
        )
    }

    /// What rules need to know of a document about to be filed by one of its authors.
    var facts: DocumentFacts {
        DocumentFacts(
            typeCode: submitted.typeCode ?? Code("", CodeSystem.loinc),
            classCode: submitted.classCode ?? Code("", CodeSystem.documentClass),
            visibility: visibility,
            relation: .author
        )
    }

    private var visibility: Visibility {
        var visibility: Visibility = []
        for code in submitted.confidentialityCodes {
            switch code {
            case Visibility.maskedCode: visibility.insert(.maskedToProfessionals)
            case Visibility.hiddenFromPatientCode: visibility.insert(.hiddenFromPatient)
            case Visibility.hiddenFromRepresentativesCode: visibility.insert(.hiddenFromRepresentatives)
            default: break
            }
        }
        return visibility
    }
}

extension SubmissionSet {
    /// The set as it will stand; nil when an attribute that the profile requires is absent.
    init?(_ sent: SubmittedSet, id: UniqueID, patient: INS, now: Instant) {
        guard let uniqueID = sent.uniqueID, let sourceID = sent.sourceID, let submissionTime = sent.submissionTime,
            let contentType = sent.contentType
        else { return nil }
        self.init(
            id: id,
            uniqueID: uniqueID,
            sourceID: sourceID,
            patient: patient,
            submissionTime: submissionTime,
            contentType: contentType,
            authors: sent.authors,
            title: sent.title,
            comments: sent.comments,
            depositedAt: now
        )
    }
}
