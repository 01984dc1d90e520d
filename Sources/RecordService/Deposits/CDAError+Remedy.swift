import ClinicalDocuments

extension CDAError.Rule {
    /// What the sender has to do.
    var remedy: String {
        switch self {
        case .wrongRoot: "send ClinicalDocument in urn:hl7-org:v3"
        case .missing: "add the element or attribute"
        case .repeated: "keep it once"
        case .nullFlavorForbidden: "give it a value"
        case .nullFlavorUnknown: "use UNK, NASK, ASKU, NAV or MSK"
        case .mustBe(let value): "set it to \(value)"
        case .malformed: "write it in the form of the profile"
        case .offsetMissing: "write the time with its offset from UTC"
        case .tooLong(let limit): "keep it to \(limit) characters"
        case .notAnINS: "put the INS first, with its root and a right key"
        case .endBeforeStart: "let the end follow the start"
        case .notInSet(let set): "use a code of the set \(set.rawValue)"
        case .noFormat: "use a template or media type that has a format"
        case .bodyMismatch: "let the body be what it declares"
        }
    }
}
