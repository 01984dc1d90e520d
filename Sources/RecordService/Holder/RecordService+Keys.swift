public import Custody
public import HealthRecord

/// By what a holder signs in beside the secret: an application that shows codes, and passkeys.
extension RecordService {
    /// What there is of it.
    public func signInMeans(_ visit: Visit) async throws(ServiceError) -> SignInMeans {
        try await custody { () async throws(CustodyError) in try await custodian.signInMeans(visit.admission) }
    }

    /// The name that the person of a session signs in by, where it can be chosen in this session.
    public func ownSignInName(_ visit: Visit) async throws(ServiceError) -> OwnSignInName {
        try await custody { () async throws(CustodyError) in try await custodian.ownSignInName(visit.admission) }
    }

    /// Gives the person of a session a name of his own to sign in by; nil takes it away.
    public func nameSignIn(_ name: SignInName?, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.nameSignIn(name, visit.admission) }
    }

    /// A secret for an application, told once.
    public func offerCodeApp(_ visit: Visit) async throws(ServiceError) -> CodeAppOffer {
        try await custody { () async throws(CustodyError) in try await custodian.offerCodeApp(visit.admission) }
    }

    /// The first code of the application.
    public func confirmCodeApp(code: String, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.confirmCodeApp(code: code, visit.admission)
        }
    }

    /// Takes the application away.
    public func removeCodeApp(_ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.removeCodeApp(visit.admission) }
    }

    /// First step of adding a passkey.
    public func beginPasskey(_ visit: Visit) async throws(ServiceError) -> PasskeyOffer {
        try await custody { () async throws(CustodyError) in try await custodian.beginPasskey(visit.admission) }
    }

    /// Second step: the passkey that was made.
    public func addPasskey(_ new: NewPasskey, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.addPasskey(new, visit.admission) }
    }

    /// Takes a passkey away.
    public func removePasskey(_ id: UniqueID, _ visit: Visit) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in try await custodian.removePasskey(id, visit.admission) }
    }

    /// A challenge for a sign-in by a passkey.
    public func beginPasskeySignIn() async throws(ServiceError) -> PasskeyQuestion {
        try await custody { () async throws(CustodyError) in try await custodian.beginPasskeySignIn() }
    }

    /// A challenge for a fresh proof of who is there.
    public func beginPasskeyStepUp(_ visit: Visit) async throws(ServiceError) -> PasskeyQuestion {
        try await custody { () async throws(CustodyError) in try await custodian.beginPasskeyStepUp(visit.admission) }
    }

    /// What the passkey answered; a session begins.
    ///
    /// - Parameter visit: of the session before, where this is a fresh proof; nil for a sign-in.
    public func completePasskey(
        _ answer: PasskeyAnswer,
        stepUp visit: Visit? = nil,
        device: SessionDevice? = nil
    ) async throws(ServiceError) -> SessionToken {
        try await custody { () async throws(CustodyError) in
            try await custodian.completePasskey(answer, stepUp: visit?.admission, device: device)
        }
    }

    /// Whether passkeys are taken here.
    public var offersPasskeys: Bool { custodian.offersPasskeys }
}

extension RecordService {
    /// Gives the holder another secret, by the code of a letter.
    public func recoverSecret(
        ins: QualifiedINS,
        code: String,
        birthDate: CalendarDate,
        secret: String
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.recoverSecret(ins: ins, code: code, birthDate: birthDate, secret: secret)
        }
    }

    /// First step towards other ways for codes, by a letter and the secret: a code goes to each.
    public func beginWayRecovery(
        ins: QualifiedINS,
        code: String,
        secret: String,
        _ change: ChannelChange
    ) async throws(ServiceError) -> [ChannelProof] {
        try await custody { () async throws(CustodyError) in
            try await custodian.beginWayRecovery(ins: ins, code: code, secret: secret, change)
        }
    }

    /// Second step: the codes that came; the ways proved take the place of all others.
    public func completeWayRecovery(
        ins: QualifiedINS,
        _ typed: [TypedProof],
        _ change: ChannelChange
    ) async throws(ServiceError) {
        try await custody { () async throws(CustodyError) in
            try await custodian.completeWayRecovery(ins: ins, typed, change)
        }
    }
}
