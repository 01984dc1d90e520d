internal import DMPWire
internal import HealthRecord

/// V4: how far from the server's clock an assertion may have been made.
public struct Freshness: Hashable, Sendable {
    /// The seconds that the profile gives either way (interop § 3.5: five minutes).
    public static let profileTolerance: Int64 = 300

    /// How old an assertion may be, and how far ahead a sender's clock may run, in seconds.
    public let tolerance: Int64

    /// The profile's tolerance, or another.
    public init(tolerance: Int64 = Freshness.profileTolerance) { self.tolerance = tolerance }

    func check(_ vihf: VIHF, at now: Instant, audiences: Set<String>) throws(VIHFRefusal) {
        let latest = now.advanced(bySeconds: tolerance)
        guard vihf.issueInstant >= now.advanced(bySeconds: -tolerance) else {
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
