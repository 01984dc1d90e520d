import Custody
import HealthRecord
import XDSWire

/// Why a new version of metadata is no change that the record offers.
enum UpdateMisfit: Error, Hashable {
    /// More than one change in one entry.
    case several
    /// More changes than a message may ask for.
    case tooMany(Int)
    /// From one status to another that nobody may ask for.
    case statusChange
    /// The version it starts from is not the latest.
    case version
    /// An attribute that never changes is not as it was.
    case unmodifiable(String)
    /// A visibility that a sender cannot give.
    case visibility
    /// Closing again what was opened to the legal representatives.
    case opened
    /// Nothing is changed.
    case nothing

    func problem(_ correlation: String) -> RegistryProblem {
        switch self {
        case .several:
            RegistryProblem(
                .metadataUpdateOperationError,
                "DocumentEntry.confidentialityCode",
                "plusieurs changements d’une même fiche",
                remedy: "send one change per document and message",
                correlation
            )
        case .tooMany(let limit):
            RegistryProblem(
                .metadataUpdateOperationError,
                "SubmitObjectsRequest",
                "trop de changements dans un message",
                remedy: "send \(limit) at most",
                correlation
            )
        case .statusChange:
            RegistryProblem(
                .metadataUpdateError,
                "Association.NewStatus",
                "ce changement de statut n’est pas offert",
                remedy: "archive, restore or delete",
                correlation
            )
        case .version:
            RegistryProblem(
                .metadataVersionError,
                "Association.PreviousVersion",
                "la version de départ n’est pas la dernière",
                remedy: "query again, then send the latest version",
                correlation
            )
        case .unmodifiable(let attribute):
            RegistryProblem(
                .unmodifiableMetadataError,
                "DocumentEntry." + attribute,
                "cette métadonnée ne change pas",
                remedy: "send \(attribute) as it is, or replace the document",
                correlation
            )
        case .visibility:
            RegistryProblem(
                .metadataUpdateError,
                "DocumentEntry.confidentialityCode",
                "cette visibilité ne peut être donnée",
                remedy: "mask, unmask, remove INVISIBLE_PATIENT, add INVISIBLE_REPRESENTANTS_LEGAUX once or remove it",
                correlation
            )
        case .opened:
            RegistryProblem(
                .metadataUpdateError,
                "DocumentEntry.confidentialityCode",
                "ce document a été ouvert aux représentants légaux, et le reste",
                remedy: "send it without INVISIBLE_REPRESENTANTS_LEGAUX: opening it to them cannot be undone",
                correlation
            )
        case .nothing:
            RegistryProblem(
                .metadataUpdateError,
                "DocumentEntry",
                "aucun changement demandé",
                remedy: "change the confidentialityCode",
                correlation
            )
        }
    }
}

extension SubmittedEntry {
    /// The change that this copy of an entry's metadata asks for: of its visibility, and of nothing else.
    func change(of current: DocumentEntry, repository: OID) throws(UpdateMisfit) -> DocumentChange {
        let before = SubmittedEntry(current, repository: repository)
        if let attribute = firstDifference(from: before) { throw .unmodifiable(attribute) }
        var asked = current.visibility.intersection([
            .secretConnection, .maskedOnceRevealed, .openedToRepresentatives,
        ])
        for code in confidentialityCodes {
            switch code {
            case Visibility.maskedCode: asked.insert(.maskedToProfessionals)
            case Visibility.hiddenFromPatientCode: asked.insert(.hiddenFromPatient)
            case Visibility.hiddenFromRepresentativesCode: asked.insert(.hiddenFromRepresentatives)
            case current.confidentiality: break
            default: throw .unmodifiable("confidentialityCode")
            }
        }
        let added = asked.subtracting(current.visibility)
        // TD3.3b is one way (EX_3.3-1045).
        if added.contains(.hiddenFromRepresentatives), current.visibility.contains(.openedToRepresentatives) {
            throw .opened
        }
        let removed = current.visibility.subtracting(asked)
        switch (added, removed) {
        case ([], []): throw .nothing
        case (.maskedToProfessionals, []): return .mask
        case ([], .maskedToProfessionals): return .unmask
        case ([], let revealed) where !revealed.contains(.maskedToProfessionals): return .reveal(revealed)
        // Closed to representatives after it was filed, at the minor's request (CSP R1111-50).
        case (.hiddenFromRepresentatives, []): return .hideFromRepresentatives
        case (let given, _) where given.contains(.hiddenFromPatient): throw .visibility
        default: throw .several
        }
    }

    /// The first attribute that is not as it stands.
    ///
    /// The patient is held against the assertion instead: an entry keeps the matricule under which it was filed.
    private func firstDifference(from before: SubmittedEntry) -> String? {
        let same: [(String, Bool)] = [
            ("uniqueId", uniqueID == before.uniqueID), ("hash", hash == nil || hash == before.hash),
            ("size", size == nil || size == before.size),
            ("repositoryUniqueId", repositoryUniqueID == nil || repositoryUniqueID == before.repositoryUniqueID),
            ("mimeType", mimeType == before.mimeType), ("classCode", classCode == before.classCode),
            ("typeCode", typeCode == before.typeCode), ("formatCode", formatCode == before.formatCode),
            ("healthcareFacilityTypeCode", facilityTypeCode == before.facilityTypeCode),
            ("practiceSettingCode", practiceSettingCode == before.practiceSettingCode),
            ("eventCodeList", eventCodes == before.eventCodes),
            ("creationTime", creationTime?.hl7 == before.creationTime?.hl7),
            ("serviceStartTime", serviceStart?.hl7 == before.serviceStart?.hl7),
            ("serviceStopTime", serviceStop?.hl7 == before.serviceStop?.hl7),
            ("languageCode", language == before.language), ("title", title == before.title),
            ("comments", comments == before.comments),
            ("author", authors.map(\.identifier) == before.authors.map(\.identifier)),
            ("legalAuthenticator", legalAuthenticator?.identifier == before.legalAuthenticator?.identifier),
            ("sourcePatientId", sourcePatientID == before.sourcePatientID),
            ("referenceIdList", referenceIDs == before.referenceIDs),
            ("confidentialityCode", confidentialityCodes.contains { $0 == before.confidentialityCodes.first }),
        ]
        return same.first { !$0.1 }?.0
    }
}
