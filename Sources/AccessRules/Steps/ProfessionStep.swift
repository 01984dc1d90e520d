import HealthRecord

/// 8. What the profession may read and file of a type (order of 26/10/2023); what is refused is not there.
enum ProfessionStep: Step {
    static func judge(_ question: Question, _ findings: inout Findings) -> Refusal? {
        guard let document = question.document, let use = Use(question.act) else { return nil }
        // The signature of a lot follows its masks: no matrix names it.
        if document.isLotSignature { return nil }
        // The depositor keeps access to what he filed (CSP R1111-49).
        if use == .read, question.isOwnDocument { return nil }
        let isWriting = use == .write
        switch rights(document, question) {
        case .notOpened:
            return isWriting
                ? .told(.professionNotOpened, question.set.source(.nonProfessionalsRead), .roleRefused)
                : .silent(.professionNotOpened, question.set.source(.nonProfessionalsRead))
        case .undefined:
            return isWriting
                ? .told(.professionUndefined, .undefined, .roleRefused) : .silent(.professionUndefined, .undefined)
        case .defined(let rights):
            if isWriting { return rights.write ? nil : .told(.professionRefused, rights.source, .roleRefused) }
            return rights.read ? nil : .silent(.professionRefused, rights.source)
        case .everything: return nil
        }
    }

    private enum Use {
        case read, write

        init?(_ act: Act) {
            switch act {
            case .feed, .feedBySecretary, .replace: self = .write
            case .read, .search, .findReference, .mask, .unmask, .reveal, .archive, .restore, .report,
                .hideFromRepresentatives:
                self = .read
            default: return nil
            }
        }
    }

    private enum Finding {
        case defined(ProfessionMatrix.Rights)
        case undefined, notOpened, everything

        init(_ rights: ProfessionMatrix.Rights?) { self = rights.map(Finding.defined) ?? .undefined }
    }

    private static func rights(_ document: DocumentFacts, _ question: Question) -> Finding {
        let (type, classCode) = (document.typeCode, document.classCode)
        switch question.inquiry.reach {
        case .everything: return .everything
        case .nothing: return .undefined
        case .rows(let rows): return Finding(rows.rights(type, classCode))
        case .published(let rows):
            guard let rights = rows.rights(type, classCode) else { return .undefined }
            if question.switches.nonProfessionalsRead { return .defined(rights) }
            return rights.write && Use(question.act) == .write ? .defined(rights) : .notOpened
        }
    }

    /// Whether the profession hides the document from the reader.
    static func hides(_ question: Question) -> Bool {
        guard let document = question.document, !document.isLotSignature, !question.isOwnDocument else { return false }
        if case .defined(let rights) = rights(document, question) { return !rights.read }
        if case .everything = rights(document, question) { return false }
        return true
    }
}
