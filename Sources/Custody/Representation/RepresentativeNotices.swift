import AccessRules
import Foundation
public import HealthRecord
import Sealing

/// What somebody who acts for a holder wants to be told of that record, and by what way of his own.
struct RepresentativeNotices: Hashable, Sendable, Codable {
    let mandate: UniqueID
    let choices: NoticeChoices

    func want(_ news: RepresentedNews) -> Bool {
        switch news {
        case .firstAccess: choices.firstAccess
        case .newDocument: choices.newDocument
        // Like the holder, whoever is told at all is told of these.
        case .emergencyAccess, .recordSuspended: true
        }
    }
}

/// News of each profile apart (identity and experience § 7.1, page 23): a parent's settings for the record of his child are not
/// those for his own, nor those of the other parent.
extension Custodian {
    /// What the person of a session wants to be told of the record that he acts on; nil where nothing, or where it is his own.
    public func ownNotices(_ admission: Admission) async throws(CustodyError) -> NoticeChoices? {
        let record = try keeper(admission).record
        guard let mandate = admission.mandate, let context = try await contextAfterCommit(of: record) else {
            return nil
        }
        return context.file.representativeNotices.first { $0.mandate == mandate }?.choices
    }

    /// Chooses it; nil for nothing at all.
    ///
    /// - Throws: `conflict("kind")` for the holder, whose choices are a wish.
    public func chooseNotices(_ choices: NoticeChoices?, _ admission: Admission) async throws(CustodyError) {
        guard let mandate = admission.mandate else { throw .conflict("kind") }
        _ = try await perform(.signIn, traced: .changeAccess, by: admission, on: nil) { transaction, context, draft in
            let now = transaction.now
            context.change { file in
                let standing = Set(file.policy.representatives.filter { $0.isStanding(at: now) }.map(\.id))
                file.representativeNotices.removeAll { $0.mandate == mandate || !standing.contains($0.mandate) }
                if let choices {
                    file.representativeNotices.append(RepresentativeNotices(mandate: mandate, choices: choices))
                }
            }
            draft.details["changed"] = "notices"
        }
    }

    /// Tells those who act for the holder and asked for it; of what is not open to them they hear nothing.
    func tellRepresentatives(
        _ news: RepresentedNews,
        on context: RecordContext,
        _ transaction: inout CustodyTransaction
    ) throws {
        let now = transaction.now
        for wish in context.file.representativeNotices where wish.want(news) {
            guard let one = context.policy.representatives.first(where: { $0.id == wish.mandate }),
                mayHear(news, one, on: context, now: now)
            else { continue }
            let reader = News.Reader.acting(one.ins, preferring: wish.choices.channel)
            try transaction.keepNews(News(.ofRepresented(news, at: now), to: reader, at: now), of: context.record)
        }
    }

    /// Tells all who may object to a suspension, whatever they asked for: six weeks run from it (CSP R1111-36).
    func tellOfSuspension(on context: RecordContext, _ transaction: inout CustodyTransaction) throws {
        let now = transaction.now
        for one in context.policy.representatives where mayHear(.recordSuspended, one, on: context, now: now) {
            let wish = context.file.representativeNotices.first { $0.mandate == one.id }
            let reader = News.Reader.acting(one.ins, preferring: wish?.choices.channel)
            try transaction.keepNews(
                News(.ofRepresented(.recordSuspended, at: now), to: reader, at: now),
                of: context.record
            )
        }
    }

    /// The reader of news, where he acts for the holder still, may hear of it and asks for it.
    func representative(
        _ ins: INS,
        hearing news: RepresentedNews,
        on context: RecordContext,
        now: Instant
    ) -> News.Reader? {
        for one in context.policy.representatives where one.ins == ins && mayHear(news, one, on: context, now: now) {
            let wish = context.file.representativeNotices.first { $0.mandate == one.id && $0.want(news) }
            // Of a suspension he is told unasked.
            if wish != nil || news == .recordSuspended {
                return .acting(ins, preferring: wish?.choices.channel)
            }
        }
        return nil
    }

    /// Whether he could read there what he is told of.
    private func mayHear(
        _ news: RepresentedNews,
        _ one: Representative,
        on context: RecordContext,
        now: Instant
    ) -> Bool {
        let act: Act =
            switch news {
            case .newDocument: .search
            case .firstAccess, .emergencyAccess: .readHistory
            case .recordSuspended: .close
            }
        return isEnterable(context, by: one.id, now: now) && mayDo(act, on: context, by: one.id, now: now)
    }

    /// Who bears a matricule, and how he is reached: by his own record, or by his account for acting for others.
    func person(of ins: INS) async throws(CustodyError) -> SignInPerson? {
        let tag: BlindTag
        do { tag = try loginTag(ins) } catch { throw .unavailable }
        guard let account = try await ledger.read({ try Account.find(tag, in: $0) }) else { return nil }
        switch account.owner {
        case .record(let record): return try await door(to: record, by: nil)?.person
        case .proxy: return try await proxyPerson(ins)
        }
    }
}
