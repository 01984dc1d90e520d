import Foundation
public import HealthRecord

extension Custodian {
    /// What traces name as the software of a professional's browser.
    static let careWebSite = "Site web des professionnels"

    /// Tells whose card the certificate of a connection is.
    ///
    /// - Throws: `evidence` with a `CardFault` as its code.
    public func holder(ofCard certificate: [UInt8]) async throws(CustodyError) -> CareHolder {
        do { return try await readCard(certificate, clock()) } catch { throw .evidence(error.evidence) }
    }

    /// Opens a session for a card's holder in one of his situations; good on connections with the same certificate only.
    ///
    /// - Returns: the token: whoever shows it together with the card is signed in.
    public func beginCareSession(
        certificate: [UInt8],
        in situation: CareActor
    ) async throws(CustodyError) -> String {
        let holder = try await holder(ofCard: certificate)
        guard holder.situations.contains(situation) else { throw .notAccepted }
        let now = clock()
        let token = Data(random(32)).base64EncodedString()
        let entry = CareSessionBook.Entry(
            bearer: .card(CareSessionBook.digest(certificate)),
            actor: situation,
            began: now,
            seen: now
        )
        guard careSessions.begin(token, entry, isLive: { isLive($0, now) }) else { throw .unavailable }
        return token
    }

    /// The session of a token on a connection; a card is verified again.
    ///
    /// - Throws: `notAdmitted` for a session that has ended or belongs to another card, `evidence` for a card that is not good
    ///   any more.
    public func careSession(token: String, certificate: [UInt8]?) async throws(CustodyError) -> CareSession {
        let now = clock()
        guard let entry = careSessions.use(token, certificate: certificate, now: now, isLive: { isLive($0, now) })
        else { throw .notAdmitted }
        switch entry.bearer {
        case .entry(let entered):
            return CareSession(actor: entry.actor, began: entry.began, ends: end(of: entry, now), entry: entered)
        case .card:
            try await confirm(entry, of: token, on: certificate)
            return CareSession(actor: entry.actor, began: entry.began, ends: end(of: entry, now), entry: nil)
        }
    }

    /// Holds the session of a card against the card as it is now.
    private func confirm(
        _ entry: CareSessionBook.Entry,
        of token: String,
        on certificate: [UInt8]?
    ) async throws(CustodyError) {
        guard let certificate else { throw .notAdmitted }
        let holder: CareHolder
        do { holder = try await self.holder(ofCard: certificate) } catch {
            // A card that is lost stays lost to the session, whatever a later list says.
            if case .evidence(let fault) = error, CardFault(rawValue: fault.code)?.isPassing == false {
                careSessions.end(token)
            }
            throw error
        }
        // Somebody who has left a structure does not act in it any more.
        guard holder.situations.contains(entry.actor) else {
            careSessions.end(token)
            throw .notAdmitted
        }
    }

    /// Ends a session.
    public func endCareSession(token: String) { careSessions.end(token) }

    func admitBrowser(
        _ evidence: CareSessionEvidence,
        request: UniqueID,
        node: String,
        now: Instant
    ) async throws(CustodyError) -> Admission {
        let session = try await careSession(token: evidence.token, certificate: evidence.peerCertificate)
        // What an assertion has opened goes as far as the assertion did, whatever the site asks.
        if let bounds = session.bounds, bounds != evidence.bounds { throw .notAccepted }
        var patient: QualifiedINS?
        if let ins = evidence.patient {
            guard let qualified = QualifiedINS(ins, in: settings.domain) else { throw .recordMismatch }
            patient = qualified
        }
        return Admission(
            id: newID(),
            request: request,
            actor: .care(session.actor),
            mode: evidence.mode,
            patient: patient,
            record: nil,
            mandate: nil,
            software: session.entry?.software ?? Self.careWebSite,
            isSecretConnection: evidence.isSecretConnection,
            assertionID: nil,
            entry: session.entry?.id,
            // A card's situations are those that its certificate or the directory names.
            structureStanding: session.entry?.structureStanding ?? .vouched,
            node: node,
            expires: now.advanced(bySeconds: AdmissionBook.lifetimeSeconds)
        )
    }

    func forgetCareSessions(now: Instant) {
        careSessions.forget { !isLive($0, now) }
        entries.forget(now: now)
    }

    func isLive(_ entry: CareSessionBook.Entry, _ now: Instant) -> Bool { now < end(of: entry, entry.seen) }

    private func end(of entry: CareSessionBook.Entry, _ seen: Instant) -> Instant {
        // Without a card to verify again, a session is soon over.
        let lifetime =
            switch entry.bearer {
            case .card: settings.careSessionLifetime
            case .entry: settings.enteredSessionLifetime
            }
        return min(
            seen.advanced(bySeconds: settings.careSessionIdle),
            entry.began.advanced(bySeconds: lifetime)
        )
    }
}

extension CareSessionEvidence {
    /// As far as the request wants to go; nil where it names nobody.
    fileprivate var bounds: EntryBounds? {
        patient.map { EntryBounds(patient: $0, mode: mode, isSecretConnection: isSecretConnection) }
    }
}
