internal import Credentials
public import DMPWire
internal import HealthRecord
internal import SafeXML
internal import XDSWire

/// How a lot is signed.
public enum LotSigning: Sendable {
    /// Signed in that profile.
    case signed(LotSignatureBuilder.Profile)
    /// Not signed: only services set up for it take such a lot.
    case unsigned
}

/// A lot ready to be written: the set, its entries, its signature, and the attachments.
struct OutgoingLot: Sendable {
    let submission: Submission
    let attachments: [CallAttachment]

    private static let setID = "set"

    init(
        _ documents: [OutgoingDocument],
        set: SubmittedSet,
        signer: SampleCredential,
        signing: LotSigning,
        sources: LPSSources
    ) throws(LPSError) {
        guard !documents.isEmpty, let setOID = set.uniqueID else { throw .outgoing(.nothingToSend) }
        var entries: [SubmittedEntry] = []
        var contents: [[UInt8]] = []
        var signed: [(uniqueID: OID, bytes: [UInt8])] = []
        for (position, document) in documents.enumerated() {
            guard let uniqueID = document.entry.uniqueID else {
                throw .outgoing(.missingUniqueID(position: position))
            }
            var entry = document.entry
            entry.id = "document\(position + 1)"
            entry.patientID = entry.patientID ?? set.patientID
            entry.describe(document.bytes)
            entries.append(entry)
            contents.append(document.bytes)
            signed.append((uniqueID, document.bytes))
        }
        var associations: [SubmittedAssociation] = []
        for (document, entry) in zip(documents, entries) {
            guard let old = document.replaces else { continue }
            associations.append(
                SubmittedAssociation(id: "replaces-\(entry.id)", type: .replaces, source: entry.id, target: old.urn)
            )
        }
        if case .signed(let profile) = signing, let model = entries.first {
            let bytes = try Self.sign(signed, setOID, signer, profile, at: sources.clock())
            var entry = SubmittedEntry(signatureLike: model, by: set, uniqueID: OID(sources.ids()))
            entry.describe(bytes)
            entries.append(entry)
            contents.append(bytes)
            associations.append(
                SubmittedAssociation(id: "signs", type: .signs, source: entry.id, target: Self.setID)
            )
        }
        var set = set
        set.id = Self.setID
        submission = Submission(
            set: set,
            entries: entries,
            associations: entries.map { .member(id: "member-\($0.id)", set: Self.setID, entry: $0.id) } + associations,
            documents: entries.map { DocumentPart(id: $0.id, content: .attachment($0.id + "@lps")) }
        )
        attachments = zip(entries, contents).map {
            CallAttachment(contentID: $0.id + "@lps", mimeType: $0.mimeType ?? "application/octet-stream", bytes: $1)
        }
    }

    private static func sign(
        _ documents: [(uniqueID: OID, bytes: [UInt8])],
        _ set: OID,
        _ signer: SampleCredential,
        _ profile: LotSignatureBuilder.Profile,
        at now: Instant
    ) throws(LPSError) -> [UInt8] {
        do throws(XMLSignatureError) {
            return try signer.signLot(documents, submissionSet: set, at: now, profile: profile)
        } catch {
            throw .signing(error)
        }
    }
}

extension SubmittedEntry {
    /// The entry of a lot's signature (interop sheet § 4.9); what the profile does not fix is as in the documents.
    fileprivate init(signatureLike model: SubmittedEntry, by set: SubmittedSet, uniqueID: OID) {
        self.init(id: "signature")
        kind = .stable
        mimeType = "text/xml"
        self.uniqueID = uniqueID
        patientID = set.patientID
        sourcePatientID = model.sourcePatientID
        creationTime = set.submissionTime
        serviceStart = model.serviceStart
        serviceStop = model.serviceStop
        language = "art"
        legalAuthenticator = model.legalAuthenticator
        authors = set.authors
        classCode = Code("urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", "URN", label: "Signature électronique")
        typeCode = Code("E1762", "ASTM", label: "Full Document")
        formatCode = Code("http://www.w3.org/2000/09/xmldsig#", "URN", label: "Signature XML")
        eventCodes = [Code(LotSignature.sourcePurpose, "1.2.840.10065.1.12", label: "Source")]
        confidentialityCodes = [
            Code("N", CodeSystem.confidentiality, label: "Normal"), Visibility.maskedCode,
            Visibility.hiddenFromPatientCode,
        ]
        facilityTypeCode = model.facilityTypeCode
        practiceSettingCode = model.practiceSettingCode
        title = "Source"
    }
}

extension OID {
    /// The OID that a UUID is (ITU-T X.667 § 7): `2.25` and the number in base ten.
    init(_ id: UniqueID) {
        let number = id.bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        self = OID("2.25.\(number)") ?? OID(literal: "2.25.0")
    }
}
