import AccessRules
public import HealthRecord
import Sealing

/// What holders ask authors to put right, and what these answer (access and life cycle § 3.6).
extension Custodian {
    /// What waits for the author's answer in one record, with the holder's words; looking at it is traced.
    public func rectifications(
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) -> [HolderRequest] {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        // An author is asked whether he still has leave to read or not: what he filed is his to put right.
        return try await perform(.testExistence, traced: .readRequest, by: admission, on: reference) {
            _,
            context,
            draft in
            let waiting = context.file.requests.filter { $0.isRectification(askedOf: actor.subject) }
            guard !waiting.isEmpty else { throw CustodyError.conflict("unknown") }
            draft.documents = waiting.compactMap(\.rectification?.document)
            return waiting
        }.value
    }

    /// Takes the author's answer; once.
    public func answerRectification(
        _ id: UniqueID,
        _ answer: RectificationAnswer,
        _ admission: Admission,
        of reference: RecordReference?
    ) async throws(CustodyError) {
        guard case .care(let actor) = admission.actor else { throw .notAdmitted }
        if case .refused(let reason) = answer {
            guard reason.saysSomething(within: Rectification.mostText) else {
                throw .conflict("text")
            }
        }
        _ = try await perform(.testExistence, traced: .answerRequest, by: admission, on: reference) {
            transaction,
            context,
            draft in
            guard
                let place = context.file.requests.firstIndex(where: {
                    $0.id == id && $0.isRectification(askedOf: actor.subject)
                })
            else { throw CustodyError.conflict("unknown") }
            draft.documents = [context.file.requests[place].rectification?.document].compactMap(\.self)
            draft.details["request"] = id.text
            draft.details["answer"] = answer.word
            context.change { file in
                switch answer {
                case .rectified: file.requests[place].standing = .done(at: transaction.now)
                case .refused(let reason):
                    file.requests[place].standing = .refused(at: transaction.now)
                    file.requests[place].answer = reason
                }
            }
            try transaction.dropNotices(to: actor.subject, about: id, on: context.record, custodian: self)
        }
    }
}

extension RectificationAnswer {
    /// The word in traces.
    var word: String {
        switch self {
        case .rectified: "done"
        case .refused: "refused"
        }
    }
}

extension HolderRequest {
    /// Whether it waits for the answer of this author.
    fileprivate func isRectification(askedOf subject: CareSubject) -> Bool {
        standing == .pending && rectification?.author == subject
    }
}
