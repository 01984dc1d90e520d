import ClinicalDocuments
import Crypto
import HealthRecord
import SafeXML
import XDSWire

/// A document of a lot once it has been held against its metadata and the value sets.
struct CheckedDocument {
    let submitted: SubmittedEntry
    let bytes: [UInt8]
    let sha256: [UInt8]
    let sha1: [UInt8]
    /// What the document says it replaces; the wire must say the same.
    let replacesInDocument: OID?

    /// Whether it has a header that tells what it replaces, as neither a KOS nor the lot's signature has.
    var isClinical: Bool { !submitted.isLotSignature && submitted.mimeType == "text/xml" }
}

/// Holds a lot against its own documents, the value sets and its sender, and collects all that is wrong.
struct LotCheck {
    let valueSets: ValueSets
    let contentCheck: ServiceSettings.ContentCheck
    let now: Instant
    private(set) var faults: [DepositFault] = []

    /// How far ahead of the service's clock a sender's may be, in seconds; a zone that was left out is less than a day.
    static let clockTolerance: Int64 = 86_400

    init(valueSets: ValueSets, contentCheck: ServiceSettings.ContentCheck, now: Instant) {
        self.valueSets = valueSets
        self.contentCheck = contentCheck
        self.now = now
    }

    /// Checks one entry with its bytes.
    mutating func check(_ entry: SubmittedEntry, bytes: [UInt8]?) -> CheckedDocument? {
        let name = "DocumentEntry[\(entry.id.prefix(64))]"
        guard let bytes else {
            fault(.missingDocument, name, "le document annoncé n’est pas dans le message", "send the document's part")
            return nil
        }
        guard !bytes.isEmpty else {
            fault(.repositoryMetadataError, name, "le document est vide", "send the document's bytes")
            return nil
        }
        let sha1 = Array(Insecure.SHA1.hash(data: bytes))
        if let size = entry.size, size != UInt64(bytes.count) {
            fault(
                .repositoryMetadataError,
                name + ".size",
                "la taille annoncée n’est pas celle du document",
                "send the byte count, or none"
            )
        }
        if let hash = entry.hash, hash != sha1 {
            fault(
                .repositoryMetadataError,
                name + ".hash",
                "l’empreinte annoncée n’est pas celle du document",
                "send the SHA-1 of the exact bytes, or none"
            )
        }
        refuseService(entry.authors.contains(where: \.isService), name + ".author")
        refuseService(entry.legalAuthenticator?.isService == true, name + ".legalAuthenticator")
        refuseFuture(entry.creationTime, name + ".creationTime")
        checkCodes(entry, name)
        checkAuthors(entry.authors, of: entry.patientID?.ins, on: Self.days(of: entry), name)
        checkReferences(entry, name)
        checkEvents(entry, name)
        var replaced: OID?
        if entry.isLotSignature {
            checkSignature(entry, name)
        } else {
            replaced = checkContent(entry, bytes, name)
        }
        return CheckedDocument(
            submitted: entry,
            bytes: bytes,
            sha256: Array(SHA256.hash(data: bytes)),
            sha1: sha1,
            replacesInDocument: replaced
        )
    }

    /// Checks that the sender's structure is among the institutions of the lot's authors (interop § 4.2).
    mutating func checkAuthors(_ set: SubmittedSet, sender: CareActor) {
        refuseService(set.authors.contains(where: \.isService), "SubmissionSet.author")
        refuseService(set.sourceID == Author.serviceNumber, "SubmissionSet.sourceId")
        let institutions = set.authors.flatMap(\.institutions)
        guard institutions.contains(where: { $0.structure == sender.structure.id }) else {
            fault(
                .registryMetadataError,
                "SubmissionSet.authorInstitution",
                "aucune structure d’auteur n’est celle de l’émetteur",
                "name the structure of the assertion in authorInstitution"
            )
            return
        }
        if let person = sender.person, sender.authentication == .direct, sender.holder != .employee,
            !set.authors.contains(where: { $0.professional == person })
        {
            fault(
                .registryMetadataError,
                "SubmissionSet.authorPerson",
                "l’émetteur n’est pas l’auteur du lot",
                "name the card's holder in authorPerson"
            )
        }
    }

    /// Checks what the set says of itself: it has been sent already, and its kind of activity is of JDV_J59, in force when it
    /// was sent or on a day of its documents; so are the specialties and roles of its authors, of theirs.
    mutating func checkSet(_ set: SubmittedSet, of entries: [SubmittedEntry] = []) {
        refuseFuture(set.submissionTime, "SubmissionSet.submissionTime")
        let days = [set.submissionTime].compactMap { $0?.start.date } + entries.flatMap(Self.days(of:))
        checkAuthors(set.authors, of: set.patientID?.ins, on: days, "SubmissionSet")
        guard let kind = set.contentType else { return }
        hold(kind, in: .contentType, on: days, "SubmissionSet.contentTypeCode")
    }

    /// Nothing is written or sent in the future; the care itself may lie there, as an appointment does.
    private mutating func refuseFuture(_ time: HL7Time?, _ element: String) {
        guard let time, time.start > now.advanced(bySeconds: Self.clockTolerance) else { return }
        fault(.registryMetadataError, element, "la date est dans le futur", "send the time in UTC, and set your clock")
    }

    /// Only the service files in its own name, and it sends no lots.
    private mutating func refuseService(_ isNamed: Bool, _ element: String) {
        guard isNamed else { return }
        fault(.registryMetadataError, element, "le service lui-même est nommé ici", "name who wrote or sends it")
    }

    private mutating func checkCodes(_ entry: SubmittedEntry, _ name: String) {
        let codes: [(Code?, ValueSetName, String)] = [
            (entry.typeCode, .type, "typeCode"), (entry.classCode, .classCode, "classCode"),
            (entry.formatCode, .format, "formatCode"),
            (entry.facilityTypeCode, .facility, "healthcareFacilityTypeCode"),
            (entry.practiceSettingCode, .practice, "practiceSettingCode"),
        ]
        let days = Self.days(of: entry)
        for (code, set, attribute) in codes {
            guard let code, !(entry.isLotSignature && set != .facility && set != .practice) else { continue }
            hold(code, in: set, on: days, "\(name).\(attribute)")
        }
        for code in entry.confidentialityCodes {
            hold(
                code,
                in: .confidentiality,
                on: days,
                "\(name).confidentialityCode",
                remedy: "use N, R or V and the visibility codes of JDV_J58"
            )
        }
        if let type = entry.typeCode, let expected = valueSets.classCode(forType: type), let stated = entry.classCode,
            contentCheck == .strict, expected != stated
        {
            fault(
                .registryMetadataError,
                "\(name).classCode",
                "la classe n’est pas celle du type",
                "use class \(expected.value)"
            )
        }
    }

    /// What the profile fixes of a signature's entry (interop § 4.9), so that no list shows it as a document; its class is held by
    /// its type.
    private mutating func checkSignature(_ entry: SubmittedEntry, _ name: String) {
        guard contentCheck == .strict else { return }
        let codes = Set(entry.confidentialityCodes)
        let fixed: [(attribute: String, isRight: Bool, expected: String)] = [
            ("mimeType", entry.mimeType == "text/xml", "text/xml"), ("languageCode", entry.language == "art", "art"),
            (
                "formatCode", Self.signatureFormats.contains { $0 == entry.formatCode },
                Self.signatureFormats.map(\.value).joined(separator: " / ")
            ),
            (
                "confidentialityCode", codes.isSuperset(of: Self.signatureConfidentiality),
                Self.signatureConfidentiality.map(\.value).joined(separator: ", ")
            ),
        ]
        for (attribute, isRight, expected) in fixed where !isRight {
            fault(
                .registryMetadataError,
                "\(name).\(attribute)",
                "la fiche de la signature n’est pas celle que le profil fixe",
                "send \(expected)"
            )
        }
    }

    /// That of the profile, and that of IHE's detached signatures, which JDV_J60 holds too.
    private static let signatureFormats = [
        Code("http://www.w3.org/2000/09/xmldsig#", "URN"),
        Code("urn:ihe:iti:dsg:detached:2014", "1.3.6.1.4.1.19376.1.2.3"),
    ]
    private static let signatureConfidentiality = [
        Code("N", CodeSystem.confidentiality), Visibility.maskedCode, Visibility.hiddenFromPatientCode,
    ]

    /// The DMP knows few types of numbers (interop § 4.8): by another type nobody would look for the document.
    private mutating func checkReferences(_ entry: SubmittedEntry, _ name: String) {
        for reference in entry.referenceIDs {
            // What is no CXi is remarked where it is read.
            guard let type = try? ReferenceIdentifier(cxi: reference).type else { continue }
            hold(
                Code(type, CodeSystem.referenceIDType),
                in: .referenceIDType,
                on: Self.days(of: entry),
                "\(name).referenceIdList",
                remedy: "use a type of JDV_J231: accession, order or studyInstanceUID"
            )
        }
    }

    /// By which machine and where: modality and region of the set, beside acts and diagnoses of other systems (interop § 4.3).
    ///
    /// The system of regions is all of SNOMED CT, so that only an imaging document's are regions.
    private mutating func checkEvents(_ entry: SubmittedEntry, _ name: String) {
        let isImaging = entry.classCode == Code("31", CodeSystem.documentClass)
        for code in entry.eventCodes {
            for set in [ValueSetName.modality] + (isImaging ? [.anatomicRegion] : [])
            where valueSets.judges(code, in: set) {
                hold(code, in: set, on: Self.days(of: entry), "\(name).eventCodeList")
            }
        }
    }

    /// The day of the act and the day it was written down.
    private static func days(of entry: SubmittedEntry) -> [CalendarDate] {
        [entry.serviceStart, entry.creationTime].compactMap { $0?.start.date }
    }

    /// Holds a code to its set, in force on one of the days.
    mutating func hold(
        _ code: Code,
        in set: ValueSetName,
        on days: [CalendarDate],
        _ element: String,
        remedy: String = "use a code of the DMP value set"
    ) {
        guard valueSets.accepts(code, in: set) else {
            fault(.registryMetadataError, element, "le code n’est pas du jeu de valeurs du DMP", remedy)
            return
        }
        // What has no date is refused for that.
        guard !days.isEmpty, !valueSets.accepts(code, in: set, onAnyOf: days) else { return }
        fault(
            .registryMetadataError,
            element,
            "le code n’était pas en vigueur à la date de l’acte",
            "use a code in force on the day of the act"
        )
    }

    private mutating func checkContent(_ entry: SubmittedEntry, _ bytes: [UInt8], _ name: String) -> OID? {
        let mimeType = entry.mimeType ?? ""
        do throws(DocumentKindError) {
            _ = try DocumentKindPolicy.standard.check(bytes, declared: mimeType)
        } catch {
            fault(
                .invalidDocumentContent,
                "\(name).mimeType",
                "le contenu n’est pas du type annoncé, ou n’est pas admis",
                "send CDA R2 as text/xml"
            )
            return nil
        }
        guard ["text/xml", "application/xml"].contains(mimeType) else {
            if contentCheck == .strict, mimeType != "application/dicom" {
                fault(
                    .invalidDocumentContent,
                    "\(name).mimeType",
                    "le DMP reçoit des documents CDA",
                    "wrap the content in a CDA R2 document"
                )
            }
            return nil
        }
        return checkCDA(entry, bytes, name)
    }

    private mutating func checkCDA(_ entry: SubmittedEntry, _ bytes: [UInt8], _ name: String) -> OID? {
        let header: CDAHeader
        let derived: DerivedMetadata
        do {
            header = try CDAHeader(XMLDocument(parsing: bytes, limits: .clinicalDocument))
            derived = try DerivedMetadata(header, valueSets: valueSets)
        } catch let error as CDAError {
            guard contentCheck == .strict else { return nil }
            fault(
                .invalidDocumentContent,
                "\(name)\(error.path)",
                "l’élément ne suit pas la structuration minimale du CI-SIS",
                error.rule.remedy
            )
            return nil
        } catch {
            fault(
                .invalidDocumentContent,
                name,
                "le document XML est illisible",
                "send well-formed UTF-8 XML without DTD"
            )
            return nil
        }
        if contentCheck == .strict {
            for attribute in entry.mismatches(with: derived) {
                fault(
                    attribute == "patientId" ? .patientIDDoesNotMatch : .registryMetadataError,
                    "\(name).\(attribute)",
                    "la métadonnée ne dit pas ce que dit le document",
                    "derive \(attribute) from the CDA header"
                )
            }
        }
        return derived.replaces.flatMap { OID($0.id.root) }
    }

    mutating func fault(_ code: RegistryErrorCode, _ element: String, _ text: String, _ remedy: String) {
        faults.append(DepositFault(code, element, text, remedy: remedy))
    }

    /// Adds what another step found.
    mutating func add(_ fault: DepositFault) { faults.append(fault) }
}
