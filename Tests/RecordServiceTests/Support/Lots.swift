import ClinicalDocuments
import Crypto
import Custody
import HealthRecord
import HostStore
import RecordService
import SafeXML
import SampleRecords
import Testing
import XDSWire

/// Lots as software of the field would send them.
enum Lots {
    static func patient(_ key: String = "jeanne") throws -> SamplePatient {
        try #require(Office.world.patient(key))
    }

    static func professional(_ key: String) throws -> SampleProfessional {
        try #require(Office.world.professional(key))
    }

    /// What the identifiers of its letters begin with.
    static let numbers = "2.25.7770"

    /// What a letter is as a rule; everybody who cares reads it.
    static let consultation = Code("11488-4", CodeSystem.loinc, label: "CR ou fiche de consultation ou de visite")
    /// What no nurse reads (order of 26/10/2023).
    static let psychiatry = Code("68599-0", CodeSystem.loinc, label: "Synthèse psychiatrique")
    /// What is of another class than letters: imaging, 31.
    static let imaging = Code("18748-4", CodeSystem.loinc, label: "CR d'imagerie médicale")

    /// A letter with words of one's own.
    static func letter(
        _ number: UInt64,
        of patient: SamplePatient,
        by author: SampleProfessional,
        title: String = "Lettre",
        text: String = "Bonjour",
        replacing old: OID? = nil,
        visibility: Visibility = [],
        type: Code = consultation
    ) throws -> Written {
        var builder = CDABuilder(
            id: try #require(OID(numbers + "\(number)")),
            type: type,
            title: title,
            createdAt: Office.now.advanced(bySeconds: -3600),
            patient: patient,
            author: author,
            content: .file(mediaType: "text/plain", bytes: Array(text.utf8))
        )
        builder.replaces = old
        if old != nil { builder.version = 2 }
        return Written(
            id: builder.id,
            author: author,
            patient: patient,
            bytes: try builder.bytes(),
            visibility: visibility,
            contentType: author.workplace.contentType
        )
    }

    static func lot(
        _ written: [Written],
        number: UInt64,
        replacing: [Int: UniqueID] = [:],
        isSigned: Bool = false
    ) throws -> Lot {
        let first = try #require(written.first)
        var set = SubmittedSet(id: "set")
        set.uniqueID = OID("2.25.8880\(number)")
        set.sourceID = OID(literal: "2.25.999")
        set.patientID = PatientIdentifier(first.patient.ins)
        set.submissionTime = HL7Time(Office.now)
        set.contentType = first.contentType
        set.authors = [first.author.author()]
        set.title = "Lot \(first.patient.traits.birthFamilyName)"
        var entries: [SubmittedEntry] = []
        var contents: [String: [UInt8]] = [:]
        var associations: [SubmittedAssociation] = []
        for (index, document) in written.enumerated() {
            let id = "d\(index)"
            entries.append(try document.entry(id))
            contents[id] = document.bytes
            associations.append(.member(id: "a\(index)", set: "set", entry: id))
            if let target = replacing[index] {
                associations.append(
                    SubmittedAssociation(id: "r\(index)", type: .replaces, source: id, target: target.urn)
                )
            }
        }
        if isSigned {
            entries.append(try first.signature(number))
            contents["sig"] = Array("<Signature/>".utf8)
        }
        let submission = Submission(set: set, entries: entries, associations: associations, documents: [])
        return Lot(submission: submission, contents: contents)
    }
}

/// A document with its bytes.
struct Written: Sendable {
    let id: OID
    let author: SampleProfessional
    let patient: SamplePatient
    let bytes: [UInt8]
    let visibility: Visibility
    let contentType: Code

    init(
        id: OID,
        author: SampleProfessional,
        patient: SamplePatient,
        bytes: [UInt8],
        visibility: Visibility,
        contentType: Code
    ) {
        self.id = id
        self.author = author
        self.patient = patient
        self.bytes = bytes
        self.visibility = visibility
        self.contentType = contentType
    }

    init(_ sample: SampleDocument) throws {
        self.init(
            id: sample.uniqueID,
            author: sample.author,
            patient: sample.patient,
            bytes: try sample.bytes(),
            visibility: sample.visibility,
            contentType: sample.contentType
        )
    }

    func entry(_ id: String) throws -> SubmittedEntry {
        let document = try SafeXML.XMLDocument(parsing: bytes, limits: .clinicalDocument)
        let derived = try DerivedMetadata(CDAHeader(document), valueSets: ValueSets.bundled())
        var entry = SubmittedEntry(id: id)
        entry.uniqueID = derived.uniqueID
        entry.patientID = PatientIdentifier(derived.patient)
        entry.mimeType = derived.mimeType
        entry.formatCode = derived.formatCode
        entry.classCode = derived.classCode
        entry.typeCode = derived.typeCode
        entry.facilityTypeCode = derived.facilityTypeCode
        entry.practiceSettingCode = derived.practiceSettingCode ?? author.workplace.practice
        entry.eventCodes = derived.eventCodes
        entry.confidentialityCodes = [derived.confidentiality] + visibility.codes
        entry.title = derived.title
        entry.creationTime = derived.creationTime
        entry.serviceStart = derived.serviceStart
        entry.serviceStop = derived.serviceStop
        entry.language = derived.language
        entry.authors = derived.authors
        entry.legalAuthenticator = derived.legalAuthenticator
        entry.sourcePatientID = patient.ins.matricule.text
        entry.sourcePatientInfo = derived.sourcePatientInfo
        entry.size = UInt64(bytes.count)
        entry.hash = Array(Insecure.SHA1.hash(data: bytes))
        return entry
    }

    fileprivate func signature(_ number: UInt64) throws -> SubmittedEntry {
        var entry = try self.entry("sig")
        entry.uniqueID = OID("2.25.6660\(number)")
        entry.typeCode = Code("E1762", "ASTM")
        entry.classCode = Code("urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", "URN")
        entry.formatCode = Code("http://www.w3.org/2000/09/xmldsig#", "URN")
        entry.language = "art"
        entry.confidentialityCodes = [
            Code("N", CodeSystem.confidentiality), Visibility.maskedCode, Visibility.hiddenFromPatientCode,
        ]
        entry.title = "Source"
        entry.size = nil
        entry.hash = nil
        return entry
    }
}

/// What an act ended with, in words that can be compared.
func outcome<Value>(_ act: () async throws(ServiceError) -> Value) async -> String {
    do {
        return "done: \(try await act())"
    } catch {
        return switch error {
        case .refused(let refusal): "refused " + refusal.code
        case .rejected(let faults): "rejected " + faults.map { "\($0.code)" }.sorted().joined(separator: " ")
        case .conflict(let what): "conflict " + what
        case .notFound: "notFound"
        case .unknownPatient: "unknownPatient"
        case .otherPatient: "otherPatient"
        case .unavailable: "unavailable"
        case .incomplete: "incomplete"
        case .replayed: "replayed"
        case .sessionEnded: "sessionEnded"
        default: "other"
        }
    }
}

extension ReadOutcome {
    /// The bytes, or in a word why there are none.
    var text: String {
        switch self {
        case .document(let document): String(decoding: document.bytes, as: UTF8.self)
        case .notFound: "notFound"
        case .refused(let refusal): "refused " + refusal.code
        }
    }
}
