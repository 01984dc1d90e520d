import AccessRules
import Foundation
import GRDB
public import HealthRecord
import Sealing

extension Custodian {
    /// How long one waits before a letter is sent again, in seconds: the post takes days, and nobody is to be buried in it.
    static let letterInterval: Int64 = 3 * 86_400

    /// Sends a letter again that was lost: the first of somebody invited, the second of a record that waits for it; to
    /// somebody with an active access, the one by which a forgotten secret is replaced.
    ///
    /// It goes to the address that is kept, and to no other. Whoever is unknown, was never invited or asks too soon hears the
    /// same.
    public func orderLetter(ins: QualifiedINS, birthDate: CalendarDate) async throws(CustodyError) {
        let tag = try tag(of: ins)
        let now = clock()
        if let wait = try await attempts.take([tag], now: now) { throw .tooManyAttempts(retryAfter: wait) }
        // Made for everybody, so that it takes as long for nobody's.
        let letter = try await newLetter()
        let found = try await ledger.commit { transaction -> WaitingLetter? in
            guard let asked = try self.awaited(ins.ins, tag, in: transaction), asked.traits.birthDate == birthDate,
                try !transaction.hasLetter(
                    tag,
                    asked.purpose,
                    // The end of its term tells when it was sent.
                    endingAfter: now.advanced(bySeconds: self.settings.letterLifetime - Self.letterInterval)
                )
            else { return nil }
            try transaction.keepLetter(
                tag,
                asked.purpose,
                salt: letter.salt,
                digest: letter.digest,
                expires: transaction.now.advanced(bySeconds: self.settings.letterLifetime)
            )
            try self.traceOrder(asked.purpose, of: ins.ins, in: &transaction)
            return try transaction.keepForPost(
                OutgoingNotice(
                    Notice(codeOf: asked.purpose, letter.code),
                    asked.traits,
                    ins.ins,
                    now
                ),
                slot: .code(tag, asked.purpose)
            )
        }.value
        // The try stays counted, found or not: given back, it would tell whom there is a letter for.
        guard let found else { return }
        // That the carrier fails must not tell that somebody is known; the calendar tries again.
        await send(found)
    }

    /// Whoever has a record sees that somebody ordered the letter by which its secret is replaced (CSP R1111-43).
    private func traceOrder(_ purpose: LetterPurpose, of ins: INS, in transaction: inout CustodyTransaction) throws {
        guard purpose == .recover, let record = try transaction.account(under: try loginTag(ins)),
            var context = try transaction.context(of: record)
        else { return }
        var draft = TraceDraft(
            act: .request,
            actor: .system("portal"),
            mode: .normal,
            request: newID(),
            node: "",
            rule: "recovery.letterOrdered",
            policy: rules.versionedName(of: context.policy.policySet)
        )
        draft.details["kind"] = "recoveryLetter"
        _ = try transaction.append(draft, to: &context)
    }

    /// The letter that somebody waits for, and to whom it goes.
    private func awaited(
        _ ins: INS,
        _ tag: BlindTag,
        in transaction: CustodyTransaction
    ) throws -> (purpose: LetterPurpose, traits: PatientTraits)? {
        if let file = try file(of: ins, in: transaction) {
            // What it would open is opened to nobody of that age.
            guard givesOwnAccess(to: file.policy, now: transaction.now) else { return nil }
            var traits = file.knownTraits
            traits.address = file.address
            switch file.policy.state {
            case .open(internet: .awaitingActivation): return (.activate, traits)
            // Whoever has a secret may have forgotten it.
            case .open(internet: .active):
                return try transaction.account(under: try loginTag(ins)) == nil ? nil : (.recover, traits)
            case .suspended, .closed: return nil
            }
        }
        let sealed = try Data.fetchOne(
            transaction.database,
            sql: "SELECT traits_ct FROM invitation WHERE tag = ?",
            arguments: [Data(tag.bytes)]
        )
        guard let invitation = sealed.flatMap({ openInvitation([UInt8]($0), tag) }),
            knowsOpening(.postedCodes, under: invitation.policySet)
        else { return nil }
        return (.open, invitation.traits)
    }
}

extension CustodyTransaction {
    /// Whether there is a letter of that kind whose term ends after a moment.
    fileprivate func hasLetter(_ tag: BlindTag, _ purpose: LetterPurpose, endingAfter moment: Instant) throws -> Bool {
        let ends = try Int64.fetchOne(
            database,
            sql: "SELECT expires FROM letter_code WHERE tag = ? AND purpose = ?",
            arguments: [Data(tag.bytes), purpose.rawValue]
        )
        return ends.map { $0 > moment.milliseconds } ?? false
    }
}

extension Notice {
    /// The letter that brings a code for a purpose.
    fileprivate init(codeOf purpose: LetterPurpose, _ code: String) {
        self =
            switch purpose {
            case .open: .openingCode(code)
            case .activate: .activationCode(code)
            case .recover: .recoveryCode(code)
            }
    }
}
