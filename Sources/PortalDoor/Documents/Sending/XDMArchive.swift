import HealthRecord
import PageKit
import SafeXML
import Wording
import XDSWire
import ZipFiles

/// A document in the form that secured messaging carries: `IHE_XDM.ZIP` (ITI TF-1 § 16, TF-2 § 3.32; interop sheet § 8.3).
struct XDMArchive: Sendable {
    /// The archive's own name.
    static let name = "IHE_XDM.ZIP"
    /// What a mail's subject begins with, by which receivers know it.
    static let subjectMark = "XDM/1.0/DDM+"

    private static let folder = "IHE_XDM/SUBSET01/"

    let entry: DocumentEntry
    let bytes: [UInt8]
    /// The ending of the document's file, as it is elsewhere.
    let ending: String
    let set: SubmissionSet
    let recipient: SecureMailbox

    /// The archive: the same parts give the same bytes.
    func file() throws(ZipError) -> [UInt8] {
        let zip = try ZipWriter()
        let files: [(String, [UInt8])] = [
            ("INDEX.HTM", Array(index.utf8)), ("README.TXT", Array(readMe.utf8)),
            (Self.folder + "METADATA.XML", metadata), (Self.folder + documentName, bytes),
        ]
        for (name, content) in files {
            try zip.begin(name, size: content.count, modified: set.depositedAt.milliseconds / 1000)
            try zip.write(content[...])
        }
        try zip.finish()
        return zip.taken()
    }

    // ISO 9660 level 1: eight and three, upper case.
    private var documentName: String {
        "DOC00001." + (ending == "jpeg" ? "JPG" : ending.prefix(3).uppercased())
    }

    private var metadata: [UInt8] {
        var writer = XMLWriter(capacity: 16_384)
        writer.declaration()
        let entry = described
        Submission(
            set: addressed,
            entries: [entry],
            associations: [.member(id: "membre", set: addressed.id, entry: entry.id)],
            documents: []
        ).writeObjects(into: &writer)
        return writer.finish()
    }

    /// The entry as somebody else needs it: without what it is in this record.
    private var described: SubmittedEntry {
        var described = SubmittedEntry(entry, repository: set.sourceID)
        described.repositoryUniqueID = nil
        described.logicalID = nil
        described.version = nil
        described.status = nil
        // From whom it is hidden here is nobody's business elsewhere.
        described.confidentialityCodes = [entry.confidentiality]
        // Whoever has no numbers of his own gives the INS here as well (interop sheet § 4.1).
        if entry.sourcePatientID.isEmpty { described.sourcePatientID = described.patientID?.cx }
        described.uri = documentName
        return described
    }

    private var addressed: SubmittedSet {
        var addressed = SubmittedSet(set)
        addressed.logicalID = nil
        addressed.status = nil
        // XTN behind empty XON and XCN (ITI TF-3 § 4.2.3.3.7).
        addressed.intendedRecipients = ["||^^Internet^" + recipient.address]
        return addressed
    }

    private var index: String {
        Node.document(
            language: Language.french.rawValue,
            nodes {
                tag("head") {
                    Node.void("meta", [Attribute("charset", "utf-8")])
                    tag("title") { SendingText.mailSubject(.french) }
                }
                tag("body") {
                    tag("h1") { SendingText.mailSubject(.french) }
                    paragraph(SendingText.indexLead(.french))
                    tag("p") { link(entry.title.isEmpty ? documentName : entry.title, to: Self.folder + documentName) }
                }
            }
        )
    }

    private var readMe: String {
        [
            SendingText.mailSubject(.french), SendingText.indexLead(.french), "INDEX.HTM", Self.folder + "METADATA.XML",
            Self.folder + documentName,
        ].map { $0 + "\r\n" }.joined()
    }
}
