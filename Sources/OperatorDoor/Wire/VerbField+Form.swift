extension VerbField {
    /// How its text is written, in a few words: what help shows, and whoever wrote it otherwise reads.
    public var form: String {
        switch self {
        case .order, .request, .incident: "a UUID"
        case .paper: "one line of at most 200 bytes"
        case .matricule, .other, .person:
            "a matricule's 15 characters, key included, of somebody whom this service serves"
        case .root, .otherRoot: "the OID of the matricule's authority"
        case .reason: "fraud or defect to suspend; death, request or authority to close"
        case .set: "the name of a set of rules, such as mes2026"
        case .kind: "parent, guardian, representation, assistance or carer"
        case .limit: "noDocuments, noSharing or noWishes"
        case .family, .given, .usedFamily, .usedGiven, .address, .structureName, .tie, .title:
            "one line of at most \(OperatorDoor.lineLimit) bytes"
        case .until, .birthDate, .from, .to, .since: "a day that there is, such as 2026-03-31"
        case .sex: "F, M or U"
        case .birthPlace: "the INSEE code of a place, such as 75056 or 2A004"
        case .physician: "a physician's national identifier: 8 and the RPPS number, such as 899900063480"
        case .specialty: "a code of TRE_R01 such as SM26"
        case .structure: "a structure's national identifier, such as 10B0057881"
        case .sector: "a code of TRE_R02 such as SA07"
        case .purpose: "causeOfDeath, memory or rights"
        case .answer: "granted or refused"
        case .mediaType: "application/pdf or text/plain, as the document is"
        case .content: "the document's bytes in base64"
        case .document: "an OID for what is filed, the UUID that host-list shows for what is read"
        case .performer: "national identifiers of professionals or structures"
        case .secretCare: "yes or no"
        case .status: "provisional, recovered, validated or qualified"
        case .attribute: "doubtful, homonymous or fictitious, and none of a qualified identity"
        case .differs: "familyName, givenNames, sex, birthPlace or unknown: all that tells the two apart, each once"
        case .index: "a whole number: a place in the trace log"
        case .atLeast: "a whole number from 1 on"
        case .known: "a moment that has passed, UTC to the minute: 2026-03-31T08:15Z"
        case .nature: "confidentiality, integrity or availability, each once"
        case .touched, .words: "a few sentences on one line"
        case .risk: "unlikely, likely or high"
        case .gravity: "ordinary or serious"
        case .aspect: "facts, effects or measures"
        case .duty: "authority, state or persons"
        }
    }
}
