public import ClinicalDocuments
internal import Credentials
public import HealthRecord
internal import SafeXML
public import XDSWire

/// A document to be filed, with the metadata that go along.
public struct OutgoingDocument: Sendable {
    /// The exact bytes.
    public var bytes: [UInt8]
    /// The metadata; the lot gives it its symbolic id, and its size and hash where they are not stated.
    public var entry: SubmittedEntry
    /// The entryUUID of the document that this one replaces.
    public var replaces: UniqueID?

    /// A document with metadata made by the caller.
    public init(bytes: [UInt8], entry: SubmittedEntry, replaces: UniqueID? = nil) {
        self.bytes = bytes
        self.entry = entry
        self.replaces = replaces
    }

    /// A document with the metadata that follow from its own header.
    public init(
        bytes: [UInt8],
        metadata: DerivedMetadata,
        visibility: Visibility = [],
        replaces: UniqueID? = nil
    ) {
        self.init(bytes: bytes, entry: SubmittedEntry(metadata, visibility: visibility), replaces: replaces)
    }

    /// A CDA document: its metadata are read from it.
    public init(
        cda: [UInt8],
        valueSets: ValueSets,
        visibility: Visibility = [],
        replaces: UniqueID? = nil
    ) throws(LPSError) {
        let document: XMLDocument
        do throws(XMLError) {
            document = try XMLDocument(parsing: cda, limits: .clinicalDocument)
        } catch {
            throw .outgoing(.unreadable(error))
        }
        let metadata: DerivedMetadata
        do throws(CDAError) {
            metadata = try DerivedMetadata(try CDAHeader(document), valueSets: valueSets)
        } catch {
            throw .outgoing(.clinicalDocument(error))
        }
        self.init(bytes: cda, metadata: metadata, visibility: visibility, replaces: replaces)
    }
}

extension SubmittedEntry {
    /// The metadata that a CDA document implies (CI-SIS, *Structuration minimale* → *Partage*).
    init(_ metadata: DerivedMetadata, visibility: Visibility) {
        self.init(id: "")
        kind = .stable
        mimeType = metadata.mimeType
        uniqueID = metadata.uniqueID
        let patient = PatientIdentifier(metadata.patient)
        patientID = patient
        // A software without numbers of its own gives the INS here as well (interop sheet § 4.1).
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

    /// States size and hash of the bytes where the caller did not (SHA-1, which the XDS profile fixes).
    mutating func describe(_ bytes: [UInt8]) {
        size = size ?? UInt64(bytes.count)
        hash = hash ?? LotDigest.compute(.sha1, over: bytes)
    }
}
