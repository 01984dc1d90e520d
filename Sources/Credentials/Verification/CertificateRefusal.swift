/// Why a certificate was not believed; holds nothing of its content.
public enum CertificateRefusal: Error, Hashable, Sendable {
    /// It is not a health certificate of the profile.
    case profile(CareCertificateError)
    /// A test certificate in production, or one that a test authority issued; a real one in rehearsal.
    case wrongDomain
    /// Its authority is not one of the anchors, or did not sign it.
    case unknownAuthority
    /// An authority of persons issued it for a structure, or the reverse.
    case wrongBranch
    /// It is signed with SHA-1 or another algorithm that the profile left behind.
    case weakSignature
    /// Its validity has not begun.
    case notYetValid
    /// Its validity has ended.
    case expired
    /// Its authority's own chain does not hold: expired, or without right to issue.
    case invalidAuthority
    /// Its key serves another purpose: authentication for signature, or the reverse.
    case wrongUse(CertificateUse)
    /// Its authority has revoked it.
    case revoked
    /// An authority of its chain has been revoked.
    case authorityRevoked
    /// No revocation list of its authority is known here.
    case revocationUnknown
    /// The revocation list of its authority is out of date.
    case revocationStale
}
