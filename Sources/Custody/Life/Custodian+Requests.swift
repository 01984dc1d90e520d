import AccessRules
import Foundation
public import HealthRecord
import Sealing

/// What holders and heirs ask of the operator (CSP R1111-36; L1111-18).
extension Custodian {
    /// The most requests that wait at one time on one record.
    static let requestLimit = 20
    /// The most reports that one record sends in a day.
    static let reportsDaily = 10

    /// Records a request of the holder; a copy is prepared by the operator.
    public func ask(_ kind: HolderRequestKind, _ admission: Admission) async throws(CustodyError) -> UniqueID {
        let id = newID()
        let kind = kind.asked(under: admission.mandate)
        guard let act = kind.act else { throw .conflict("kind") }
        _ = try await perform(act, traced: .request, by: admission, on: nil) { transaction, context, draft in
            try context.admits(kind)
            if kind == .hostPhysician { try self.requireHostProcedure(context.policy) }
            if let format = kind.exportFormat,
                self.rules.policySets[context.policy.policySet]?.exportFormats.contains(format) != true
            {
                throw CustodyError.conflict("export.formats")
            }
            // What is in use is not erased: the record is closed first.
            guard kind != .earlyErasure || context.policy.state.isClosed else { throw CustodyError.conflict("open") }
            if case .report(let report) = kind {
                let since = transaction.now.advanced(bySeconds: -86_400)
                let sent = context.file.requests.filter { $0.kind.isReport && $0.at > since }
                if sent.count >= Self.reportsDaily, let first = sent.map(\.at).min() {
                    throw CustodyError.tooManyAttempts(
                        retryAfter: Int(clamping: first.advanced(bySeconds: 86_400).seconds(since: transaction.now))
                    )
                }
                guard report.text.unicodeScalars.count <= HolderReport.mostText,
                    ReportReason.fitting(report.about).contains(report.reason)
                else { throw CustodyError.conflict("report") }
                draft.details["about"] = report.about.word
                if case .document(let document) = report.about { draft.documents = [document] }
            }
            if case .rectification(let asked) = kind {
                try context.admits(asked, now: transaction.now)
                draft.documents = [asked.document]
            }
            try context.add(HolderRequest(id: id, kind: kind, at: transaction.now, due: nil))
            if case .rectification(let asked) = kind, let author = asked.author {
                try transaction.leave(.rectificationAsked(id), to: author, on: context, custodian: self)
            }
            draft.details["request"] = id.text
            draft.details["kind"] = kind.word
        }
        return id
    }

    /// Takes a request back.
    public func cancelRequest(_ id: UniqueID, _ admission: Admission) async throws(CustodyError) {
        // Whoever may ask for it may take it back, and nobody else; a request that is not there is nobody's.
        let asked = try await holderFile(admission).requests.first { $0.id == id }
        _ = try await perform(asked?.kind.act ?? .requestErasure, traced: .request, by: admission, on: nil) {
            transaction,
            context,
            draft in
            guard let place = context.file.requests.firstIndex(where: { $0.id == id && $0.standing == .pending }) else {
                throw CustodyError.conflict("unknown")
            }
            context.change { $0.requests[place].standing = .cancelled(at: transaction.now) }
            draft.details["cancelled"] = id.text
            try self.dropNotice(of: context.file.requests[place], on: context.record, transaction)
        }
    }

    /// What was asked, and what became of it.
    public func requests(_ admission: Admission) async throws(CustodyError) -> [HolderRequest] {
        guard admissions.hasClaimed(admission, now: clock()) != nil else { throw .notAdmitted }
        return try await holderFile(admission).requests
    }

    /// Marks a request as answered by the operator.
    public func settleRequest(_ id: UniqueID, of ins: QualifiedINS, granted: Bool) async throws(CustodyError) {
        let record = try await record(of: ins)
        _ = try await ledger.commit { transaction in
            guard var context = try transaction.context(of: record),
                let place = context.file.requests.firstIndex(where: { $0.id == id && $0.standing == .pending })
            else { throw CustodyError.conflict("unknown") }
            // An erasure is the holder's right and the calendar's work: no answer makes it done or undone, a reopening alone takes it
            // back (CSP R1111-36).
            guard context.file.requests[place].kind != .earlyErasure else { throw CustodyError.conflict("erasure") }
            // One operator alone grants no access to the host's physician; he may refuse it.
            guard context.file.requests[place].kind != .hostPhysician || !granted else {
                throw CustodyError.conflict("kind")
            }
            if context.file.requests[place].kind.isSuspensionObjection, granted {
                try self.lift(&context, &transaction)
            }
            let isObjection = context.file.requests[place].kind.isFeedingObjection
            context.change { file in
                // What is there stays: from now on nothing comes in but the holder's own.
                if isObjection, granted { file.policy.refusesFeeding = true }
                file.requests[place].standing = granted ? .done(at: transaction.now) : .refused(at: transaction.now)
            }
            try self.dropNotice(of: context.file.requests[place], on: context.record, transaction)
            var draft = self.systemDraft(.request, "operator", "request.settled", context)
            draft.details = ["request": id.text, "answer": granted ? "done" : "refused"]
            _ = try transaction.append(draft, to: &context)
            if granted, context.file.requests[place].kind.isSuspensionObjection {
                try transaction.tellSurely(.recordReopened(at: transaction.now), on: context)
            }
        }
    }

    /// What is settled waits for nobody.
    private func dropNotice(
        of request: HolderRequest,
        on record: RecordID,
        _ transaction: CustodyTransaction
    ) throws {
        guard let author = request.rectification?.author else { return }
        try transaction.dropNotices(to: author, about: request.id, on: record, custodian: self)
    }

    /// Ends the objection to feeding: the holder lets documents come in again, at any time.
    public func allowFeeding(_ admission: Admission) async throws(CustodyError) -> ChangeEffect {
        let (effect, _) = try await perform(.changeWishes, traced: .changeWishes, by: admission, on: nil) {
            _,
            context,
            draft in
            draft.details["kind"] = "feedingObjection"
            guard context.policy.refusesFeeding else {
                draft.details["effect"] = ChangeEffect.unchanged.rawValue
                return ChangeEffect.unchanged
            }
            context.change { $0.policy.refusesFeeding = false }
            return .done
        }
        return effect
    }

    /// Records the request of an heir after a death: kept for the operator to examine, never granted by itself, and refused at
    /// once where the deceased had objected (CSP L1110-4 V).
    public func heirClaim(_ claim: HeirClaim, of ins: QualifiedINS) async throws(CustodyError) -> UniqueID {
        let record = try await record(of: ins)
        let id = newID()
        _ = try await ledger.commit { transaction in
            guard var context = try transaction.context(of: record) else { throw CustodyError.recordMismatch }
            guard case .closed(_, .death) = context.policy.state else { throw CustodyError.conflict("state") }
            var request = HolderRequest(id: id, kind: .heirAccess(claim), at: transaction.now, due: nil)
            if context.policy.refusesHeirs { request.standing = .refused(at: transaction.now) }
            try context.add(request)
            var draft = self.systemDraft(.request, "operator", "heirs.recorded", context)
            draft.details = ["request": id.text, "kind": "heirAccess", "name": claim.name.spoken]
            _ = try transaction.append(draft, to: &context)
        }
        return id
    }
}

extension HolderRequestKind {
    /// The right by which a holder asks for it; nil for what holders do not ask.
    fileprivate var act: Act? {
        switch self {
        // Who takes a copy of all of it may have it looked into.
        case .copy, .disc, .hostPhysician: .export
        case .earlyErasure: .requestErasure
        case .feedingObjection: .changeWishes
        case .heirAccess: nil
        case .report, .rectification: .report
        // A suspended record is open to its holder for closing it and to nothing else: who may end the wait may stop it.
        case .suspensionObjection: .close
        }
    }

    /// The same, with the mandate of who asks where that is kept.
    fileprivate func asked(under mandate: UniqueID?) -> HolderRequestKind {
        switch self {
        case .report(var report):
            report.mandate = mandate
            return .report(report)
        case .rectification(var asked):
            asked.mandate = mandate
            return .rectification(asked)
        default: return self
        }
    }

    /// Whether it is a report.
    var isReport: Bool { if case .report = self { true } else { false } }

    /// The word in traces.
    package var word: String {
        switch self {
        case .copy: "copy"
        case .disc: "disc"
        case .earlyErasure: "earlyErasure"
        case .heirAccess: "heirAccess"
        case .report: "report"
        case .hostPhysician: "hostPhysician"
        case .feedingObjection: "feedingObjection"
        case .suspensionObjection: "suspensionObjection"
        case .rectification: "rectification"
        }
    }
}

extension HolderRequestKind {
    fileprivate var isFeedingObjection: Bool { if case .feedingObjection = self { true } else { false } }
}

extension RecordContext {
    /// Holds an objection against what makes sense: a reason, once, and none where one stands.
    fileprivate func admits(_ kind: HolderRequestKind) throws {
        if case .suspensionObjection(let reason) = kind { return try admitsObjection(toSuspension: reason) }
        guard case .feedingObjection(let reason) = kind else { return }
        guard reason.saysSomething(within: HolderRequestKind.reasonLimit) else {
            throw CustodyError.conflict("text")
        }
        let waits = file.requests.contains { $0.standing == .pending && $0.kind.isFeedingObjection }
        guard !waits, !policy.refusesFeeding else { throw CustodyError.conflict("asked") }
    }

    /// Holds a rectification against what makes sense: words, one at a time of one person, and no flood.
    fileprivate func admits(_ asked: Rectification, now: Instant) throws {
        guard asked.words.saysSomething(within: Rectification.mostText) else {
            throw CustodyError.conflict("text")
        }
        let earlier = file.requests.filter { $0.rectification != nil }
        let waits = earlier.contains {
            $0.standing == .pending && $0.rectification?.document == asked.document
                && $0.rectification?.author == asked.author
        }
        guard !waits else { throw CustodyError.conflict("asked") }
        let today = earlier.map(\.at).filter { $0 > now.advanced(bySeconds: -86_400) }
        guard today.count < Custodian.reportsDaily else {
            let next = (today.min() ?? now).advanced(bySeconds: 86_400)
            throw CustodyError.tooManyAttempts(retryAfter: Int(clamping: next.seconds(since: now)))
        }
    }

    /// Adds a request; the same thing is not asked twice.
    mutating func add(_ request: HolderRequest) throws {
        let pending = file.requests.filter { $0.standing == .pending }
        guard pending.count < Custodian.requestLimit, !pending.contains(where: { $0.kind == request.kind }) else {
            throw CustodyError.conflict("asked")
        }
        change { $0.requests.append(request) }
    }
}
