public import HealthRecord

/// What somebody in charge of an adult's protection states of the person's own opinion (CSP L1111-16).
public enum PersonsOpinion: String, Sendable, Hashable, Codable {
    /// Nothing.
    case unsaid
    /// It was asked for, as far as the person can give it.
    case asked
}

extension HolderWish {
    /// Whether it agrees to somebody's access: what is taken back or refused needs nobody's opinion.
    public var isAgreement: Bool {
        switch self {
        case .authorise, .declareTreatingPhysician, .nameAdministrator: true
        case .revoke, .block, .unblock, .emergency, .defaultVisibility, .removeTreatingPhysician,
            .withdrawAdministrator,
            .endTeam, .refuseHeirs, .notices, .closeCategory, .openCategory:
            false
        }
    }
}

extension Actor {
    /// Whether somebody acts under a protection with representation to the person; parents and minors' guardians do not.
    public var protectsAnAdult: Bool {
        if case .representative(_, .guardian) = self { true } else { false }
    }
}
