/// What somebody wants to do to a record.
///
/// The first group are the transactions of professional software (TD); the second what only portals and the service do.
public enum Act: String, Hashable, Sendable, Codable, CaseIterable {
    /// TD0.2: ask whether the record exists and how one stands.
    case testExistence
    /// TD0.3: declare the holder's consent to oneself, or to one's structure.
    case declareAuthorisation
    /// TD0.3: give up one's own authorisation.
    case removeOwnAuthorisation
    /// TD0.3: stop being treating physician.
    case resignTreatingPhysician
    /// TD0.4: list the records open to oneself.
    case listOpenRecords
    /// TD0.5: find a patient without an INS.
    case findWithoutINS
    /// TD0.9, TD0.10: go to the professionals' web site from one's software.
    case webAccess
    /// TD1.3a: read administrative data.
    case readIdentity
    /// TD1.6: list authorised and blocked professionals.
    case listAuthorisations
    /// TD2.1: file a document.
    case feed
    /// TD2.2: file a document for a professional, by his secretary.
    case feedBySecretary
    /// TD2.1 with a replacement: file a newer version of one's own document.
    case replace
    /// TD3.1: search metadata; on a document, whether it may be in the answer.
    case search
    /// TD3.1: find a document's reference, to act on it.
    case findReference
    /// TD3.2: read a document.
    case read
    /// TD3.3a: hide from professionals.
    case mask
    /// TD3.3a: show to professionals again.
    case unmask
    /// TD3.3b: make visible to the patient or the representatives.
    case reveal
    /// TD3.3d: archive.
    case archive
    /// TD3.3d: take back from the archive.
    case restore
    /// TD3.3c: delete.
    case delete
    /// Read the history of accesses.
    case readHistory
    /// Block somebody.
    case block
    /// Unblock somebody.
    case unblock
    /// Give somebody leave to read.
    case authorise
    /// Take somebody's leave back.
    case revoke
    /// Name a treating physician.
    case declareTreatingPhysician
    /// Take the role of treating physician from somebody.
    case removeTreatingPhysician
    /// Change wishes: for emergencies, for heirs, for what one is told, for who files.
    case changeWishes
    /// Change how the holder is reached or signs in.
    case changeContact
    /// Delegate access to a carer.
    case delegate
    /// Invite the second legal representative of a minor.
    case inviteRepresentative
    /// Sign in on the portal.
    case signIn
    /// Activate Internet access.
    case activateAccess
    /// Take a copy of the record.
    case export
    /// Report a document or an access.
    case report
    /// Close the record.
    case close
    /// Reopen a closed record.
    case reopen
    /// Ask for erasure before term.
    case requestErasure
    /// Suspend the record for a fraud or a defect.
    case suspend
    /// Give a professional the treating physician's rights (CSP R1111-43 as worded in 2016).
    case nameAdministrator
    /// Take those rights back.
    case withdrawAdministrator
    /// Close a document that is there to those who act for the holder (CSP R1111-50).
    case hideFromRepresentatives
    /// End a carer's delegation.
    case endDelegation
    /// TD1.1 to TD1.4: open a record or change it as such, with the patient.
    case administer
    /// TD1.5: make or change the patient's own access, in his presence.
    case administerAccess
    /// Change a wish that says who reads: closed categories, the mask on what comes in, the end of a team.
    case changeSharing

    /// Whether the act is about one document, and means nothing without.
    var needsDocument: Bool {
        switch self {
        case .mask, .unmask, .reveal, .archive, .restore, .delete, .replace, .feed, .feedBySecretary,
            .hideFromRepresentatives:
            true
        default: false
        }
    }

    /// Whether the act can be about one document.
    var takesDocument: Bool {
        switch self {
        case .read, .search, .findReference, .report: true
        default: needsDocument
        }
    }

    /// Whether the act may be about a professional or a structure: a consent may be collected for another.
    var takesTarget: Bool { self == .declareAuthorisation || needsTarget }

    /// Whether the act is about a professional or a structure.
    var needsTarget: Bool {
        switch self {
        case .block, .unblock, .authorise, .revoke, .declareTreatingPhysician, .removeTreatingPhysician,
            .nameAdministrator, .withdrawAdministrator:
            true
        default: false
        }
    }
}

extension Act {
    /// Whether the act, on this, changes what the holder wants: whoever does it needs the right to change wishes as well.
    public func changesWishes(on resource: Resource) -> Bool {
        switch self {
        case .archive, .restore, .delete, .replace: resource.document?.statesWishes == true
        default: false
        }
    }

    /// Whether the act, on this, writes, replaces or withdraws advance directives.
    func decidesOnDirectives(in resource: Resource) -> Bool {
        resource.document?.isDirective == true && (self == .feed || changesWishes(on: resource))
    }
}
