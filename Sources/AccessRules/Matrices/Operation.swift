/// A row of the functional matrix: the published ones, and those that other texts give to care actors.
enum Operation: String, CaseIterable, Sendable {
    case testExistence = "TD0.2"
    case declareAuthorisation = "TD0.3-declare"
    case removeOwnAuthorisation = "TD0.3-remove"
    case resignTreatingPhysician = "TD0.3-resign"
    case listOpenRecords = "TD0.4"
    case findWithoutINS = "TD0.5"
    case webAccess = "TD0.9"
    case readIdentity = "TD1.3a"
    case listAuthorisations = "TD1.6"
    case feed = "TD2.1"
    case feedBySecretary = "TD2.2"
    case search = "TD3.1"
    case findReference = "TD3.1-reference"
    case readPlain = "TD3.2"
    case readMasked = "TD3.2-masked"
    case readHidden = "TD3.2-hidden"
    case readInactive = "TD3.2-inactive"
    case mask = "TD3.3a-mask"
    case unmask = "TD3.3a-unmask"
    case reveal = "TD3.3b"
    case archive = "TD3.3d"
    case delete = "TD3.3c"
    case replace = "TD2.1-replace"
    case readHistory = "traces"
    case block = "block"
    case unblock = "unblock"
    case declareTreatingPhysician = "TD0.3-treating"
    case hideFromRepresentatives = "hide"
    case administer = "TD1"

    /// The first row that an act of a care actor must pass; nil for what care actors never do.
    init?(_ act: Act) {
        switch act {
        case .testExistence: self = .testExistence
        case .declareAuthorisation: self = .declareAuthorisation
        case .removeOwnAuthorisation: self = .removeOwnAuthorisation
        case .resignTreatingPhysician: self = .resignTreatingPhysician
        case .listOpenRecords: self = .listOpenRecords
        case .findWithoutINS: self = .findWithoutINS
        case .webAccess: self = .webAccess
        case .readIdentity: self = .readIdentity
        case .listAuthorisations: self = .listAuthorisations
        case .feed: self = .feed
        case .feedBySecretary: self = .feedBySecretary
        case .replace: self = .replace
        case .search: self = .search
        case .findReference: self = .findReference
        case .read: self = .readPlain
        case .mask: self = .mask
        case .unmask: self = .unmask
        case .reveal: self = .reveal
        case .archive, .restore: self = .archive
        case .delete: self = .delete
        case .readHistory: self = .readHistory
        case .block: self = .block
        case .unblock: self = .unblock
        case .declareTreatingPhysician: self = .declareTreatingPhysician
        case .administer, .administerAccess: self = .administer
        case .hideFromRepresentatives: self = .hideFromRepresentatives
        case .authorise, .revoke, .removeTreatingPhysician, .changeWishes, .changeSharing, .nameAdministrator,
            .withdrawAdministrator, .endDelegation,
            .changeContact, .delegate, .inviteRepresentative, .signIn, .activateAccess, .export, .report, .close,
            .reopen, .requestErasure,
            .suspend:
            return nil
        }
    }

    var ordinal: Int { Self.ordinals[self] ?? 0 }

    private static let ordinals = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) }
    )
}

/// What a cell of a matrix says.
enum Cell: String, CaseIterable, Sendable {
    case yes, no
    /// On the actor's own documents, or his own part, only.
    case own
    /// On his structure's, only.
    case structure
    /// If the holder lets masked documents be read in emergencies.
    case maskedIfAllowed
}
