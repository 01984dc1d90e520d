internal import DMPWire
internal import HealthRecord

/// V4: how old an assertion may be, and how far ahead a clock may run.
public enum Freshness {
    /// Oldest assertion accepted, in seconds.
    public static let maximumAge: Int64 = 300
    /// Furthest ahead that a sender's clock may be, in seconds.
    public static let maximumAhead: Int64 = 120

    static func check(_ vihf: VIHF, at now: Instant, audiences: Set<String>) throws(VIHFRefusal) {
        let latest = now.advanced(bySeconds: maximumAhead)
        guard vihf.issueInstant >= now.advanced(bySeconds: -maximumAge) else {
            throw .expired(part: "Assertion/@IssueInstant")
        }
        guard vihf.issueInstant <= latest else { throw .notYetValid(part: "Assertion/@IssueInstant") }
        guard vihf.authenticatedAt <= latest else { throw .notYetValid(part: "AuthnStatement/@AuthnInstant") }
        if let start = vihf.notBefore, start > latest { throw .notYetValid(part: "Conditions/@NotBefore") }
        if let end = vihf.notOnOrAfter, now >= end { throw .expired(part: "Conditions/@NotOnOrAfter") }
        // Each restriction must name us (SAML 2.0 core § 2.5.1.4).
        guard vihf.audiences.allSatisfy({ !audiences.isDisjoint(with: $0) }) else { throw .wrongAudience }
    }
}
