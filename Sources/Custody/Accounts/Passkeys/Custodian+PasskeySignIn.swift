import AccessRules
import Crypto
import Foundation
import GRDB
import HealthRecord
import Sealing

/// Signing in by a passkey: one gesture is both factors, for the authenticator has checked its user (identity § 2.4, § 2.6).
extension Custodian {
    /// A challenge for somebody of whom nothing is known yet.
    ///
    /// - Throws: `conflict("passkey")` where this deployment takes none.
    public func beginPasskeySignIn() async throws(CustodyError) -> PasskeyQuestion {
        guard let party = settings.relyingParty else { throw .conflict("passkey") }
        let (challenge, expires) = try await drawChallenge(.signIn, nil)
        return PasskeyQuestion(challenge: challenge, party: party.id, allowed: [], expires: expires)
    }

    /// A challenge for the holder of a session, before an act that weighs more.
    public func beginPasskeyStepUp(_ admission: Admission) async throws(CustodyError) -> PasskeyQuestion {
        _ = try await ownFile(admission)
        let record = try record(of: admission, nil)
        let held = try await passkeys(of: record)
        guard let party = settings.relyingParty, !held.isEmpty else { throw .conflict("passkey") }
        let (challenge, expires) = try await drawChallenge(.stepUp, record)
        return PasskeyQuestion(
            challenge: challenge,
            party: party.id,
            allowed: held.map(\.kept.credential),
            expires: expires
        )
    }

    /// What the passkey answered; a session begins.
    ///
    /// - Parameter admission: of the session before, where the answer is to a step-up; nil for a sign-in.
    /// - Throws: `notAccepted` for an unknown credential and a wrong answer alike.
    public func completePasskey(
        _ answer: PasskeyAnswer,
        stepUp admission: Admission? = nil,
        device: SessionDevice? = nil
    ) async throws(CustodyError) -> SessionToken {
        var expected: RecordID?
        if let admission {
            _ = try await ownFile(admission)
            expected = try record(of: admission, nil)
        }
        let row = try await passkey(Data(SHA256.hash(data: answer.credential)))
        let counter: UInt32
        do throws(PasskeyFault) {
            counter = try await judge(answer, of: row, expected)
        } catch {
            try await noteWrongPasskey(row?.record)
            throw .notAccepted
        }
        guard let row else { throw .notAccepted }
        let token = Data(random(32)).base64EncodedString()
        let previous = try await ledger.commit { transaction -> Instant? in
            // The counter is compared where it is written: of two answers at once one counts.
            try transaction.database.execute(
                sql: """
                    UPDATE passkey SET counter = ?, used = ?
                    WHERE credential = ? AND (counter < ? OR (counter = 0 AND ? = 0))
                    """,
                arguments: [
                    Int64(counter), transaction.now.milliseconds, row.digest, Int64(counter), Int64(counter),
                ]
            )
            guard transaction.database.changesCount == 1 else { throw CustodyError.notAccepted }
            let isNew = try transaction.isNew(device, of: row.record, by: nil)
            let previous = try self.keepSession(
                token,
                record: row.record,
                mandate: nil,
                rule: "signIn.passkey",
                device: device,
                &transaction
            )
            if isNew { try transaction.tellOfNewDevice(row.record, by: nil) }
            return previous
        }.value
        return SessionToken(text: token, previousVisit: previous)
    }

    private func judge(
        _ answer: PasskeyAnswer,
        of row: PasskeyRow?,
        _ expected: RecordID?
    ) async throws(PasskeyFault) -> UInt32 {
        guard let party = settings.relyingParty else { throw .wrongParty }
        let client = try ClientData(answer.clientData, expecting: .get)
        guard try await takeChallenge(client.challenge, expected == nil ? .signIn : .stepUp, expected) else {
            throw .wrongChallenge
        }
        guard let row else { throw .wrongKey }
        guard expected == nil || expected == row.record else { throw .wrongKey }
        // § 7.2, 6: whom the authenticator says that it signs for must be the one whose key it is.
        guard let user = try? passkeyUser(row.record), answer.user.isEmpty || SecretHash.isEqual(answer.user, user),
            // Where nobody was named before, the authenticator has to say it.
            expected != nil || !answer.user.isEmpty
        else { throw .wrongKey }
        return try PasskeyCheck(party: party).answered(
            answer,
            client: client,
            by: try PasskeyKey(kept: row.kept.key),
            counter: row.counter
        )
    }

    /// A wrong answer leaves a line, and a refusal in the history of the one whose key was named.
    private func noteWrongPasskey(_ record: RecordID?) async throws(CustodyError) {
        _ = try await ledger.commit { transaction in
            try transaction.note(.wrongPasskey)
            guard let record, var context = try transaction.context(of: record) else { return }
            let draft = TraceDraft(
                act: .signIn,
                actor: .system("portal"),
                mode: .normal,
                request: self.newID(),
                node: "",
                outcome: .refused,
                rule: "signIn.wrongPasskey",
                policy: self.rules.versionedName(of: context.policy.policySet)
            )
            _ = try transaction.append(draft, to: &context)
        }
    }
}

extension Custodian {
    /// Whether this deployment takes passkeys.
    public var offersPasskeys: Bool { settings.relyingParty != nil }
}
