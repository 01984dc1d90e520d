import Custody
public import HealthRecord
import XDSWire

/// Rectification asked through the record: of the author, else of the operator (access and life cycle § 3.6).
extension RecordService {
    /// Who would be asked to put a document right.
    public enum Rectifier: Hashable, Sendable {
        /// Its author, by his national identifier.
        case author(CareSubject, name: PersonName)
        /// The operator: nobody is known as the author, or he has refused, or has not answered for a month.
        case `operator`
        /// A request about it waits already.
        case waiting
    }

    /// Who would be asked, after what was asked before.
    public func rectifier(of entry: DocumentEntry, after requests: [HolderRequest]) -> Rectifier {
        let earlier = requests.filter { $0.rectification?.document == entry.id }
        let limit = clock().advanced(bySeconds: -Int64(Rectification.authorDays) * 86_400)
        let isWaiting = earlier.contains { request in
            request.standing == .pending && (request.rectification?.author == nil || request.at > limit)
        }
        guard !isWaiting else { return .waiting }
        let wasHeard = earlier.contains { request in
            switch request.standing {
            case .refused, .pending: request.rectification?.author != nil
            case .done, .cancelled: false
            }
        }
        guard !wasHeard, let author = entry.authors.first(where: { $0.professional != nil }),
            let id = author.professional
        else { return .operator }
        return .author(.person(id), name: author.name)
    }

    /// Asks that a document be put right; the words reach who is asked, and nobody else.
    public func askRectification(
        of document: UniqueID,
        words: String,
        _ visit: Visit
    ) async throws(ServiceError) -> UniqueID {
        guard let entry = try await list(visit).entries.first(where: { $0.id == document }),
            entry.status == .approved || entry.status == .archived
        else { throw .notFound }
        let author: CareSubject?
        switch rectifier(of: entry, after: try await requests(visit)) {
        case .author(let subject, _): author = subject
        case .operator: author = nil
        case .waiting: throw .conflict("asked")
        }
        let asked = Rectification(document: document, title: entry.title, words: words, author: author)
        return try await ask(.rectification(asked), visit)
    }

    /// What waits for the professional's answer in this record.
    public func rectifications(_ visit: Visit) async throws(ServiceError) -> [HolderRequest] {
        try await requireRecord(visit)
        return try await custody { () async throws(CustodyError) in
            try await custodian.rectifications(visit.admission, of: visit.reference)
        }
    }

    /// The author's answer; a document counts as put right once it stands there no more as it was.
    public func answerRectification(
        _ request: HolderRequest,
        _ answer: RectificationAnswer,
        _ visit: Visit
    ) async throws(ServiceError) {
        try await requireRecord(visit)
        if answer == .rectified, let document = request.rectification?.document,
            let entry = try await locate(.logicalIDs([document]), visit).first?.entry,
            entry.status == .approved || entry.status == .archived
        {
            throw .conflict("notReplaced")
        }
        try await custody { () async throws(CustodyError) in
            try await custodian.answerRectification(request.id, answer, visit.admission, of: visit.reference)
        }
    }
}
