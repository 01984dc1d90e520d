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

    /// What is answered; of several changes the one at fault is counted, as their associations stand in the message.
    func problem(_ correlation: String, at position: Int? = nil) -> RegistryProblem {
        let (code, element, text, remedy) = said
        guard let position else { return RegistryProblem(code, element, text, remedy: remedy, correlation) }
        let own = "Association."
        let rest = element.hasPrefix(own) ? "." + String(element.dropFirst(own.count)) : "/" + element
        return RegistryProblem(code, "Association[\(position)]" + rest, text, remedy: remedy, correlation)
    }

    private var said: (code: RegistryErrorCode, element: String, text: String, remedy: String) {
        switch self {
        case .several:
            (
                .metadataUpdateOperationError,
                "DocumentEntry.confidentialityCode",
                "plusieurs changements d’une même fiche",
                "send one change per document and message"
            )
        case .tooMany(let limit):
            (
                .metadataUpdateOperationError,
                "SubmitObjectsRequest",
                "trop de changements dans un message",
                "send \(limit) at most"
            )
        case .statusChange:
            (
                .metadataUpdateError,
                "Association.NewStatus",
                "ce changement de statut n’est pas offert",
                "archive, restore or delete"
            )
        case .version:
            (
                .metadataVersionError,
                "Association.PreviousVersion",
                "la version de départ n’est pas la dernière",
                "query again, then send the latest version"
            )
        case .unmodifiable(let attribute):
            (
                .unmodifiableMetadataError,
                "DocumentEntry." + attribute,
                "cette métadonnée ne change pas",
                "send \(attribute) as it is, or replace the document"
            )
        case .visibility:
            (
                .metadataUpdateError,
                "DocumentEntry.confidentialityCode",
                "cette visibilité ne peut être donnée",
                "mask, unmask, remove INVISIBLE_PATIENT, add INVISIBLE_REPRESENTANTS_LEGAUX once or remove it"
            )
        case .opened:
            (
                .metadataUpdateError,
                "DocumentEntry.confidentialityCode",
                "ce document a été ouvert aux représentants légaux, et le reste",
                "send it without INVISIBLE_REPRESENTANTS_LEGAUX: opening it to them cannot be undone"
            )
        case .nothing:
            (
                .metadataUpdateError,
                "DocumentEntry",
                "aucun changement demandé",
                "change the confidentialityCode"
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
        guard current.visibility.mayBecome(added) else { throw .opened }
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
