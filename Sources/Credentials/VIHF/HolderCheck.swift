internal import DMPWire
internal import HealthRecord

/// V3: whether certificates, mode and name belong together.
enum HolderCheck {
    /// The person that the assertion names, and the card's holder in direct mode.
    static func person(
        _ vihf: VIHF,
        signer: CareCertificate,
        peer: CareCertificate
    ) throws(VIHFRefusal) -> (id: ProfessionalID?, card: CertifiedPerson?) {
        switch (vihf.mode, signer.use, peer.use) {
        case (.direct, .personSignature, .personAuthentication):
            guard let card = signer.person, let other = peer.person, card.id == other.id, isSameCard(signer, peer)
            else { throw .holdersDiffer }
            guard ProfessionalID(vihf.nameID) == card.id else { throw .nameMismatch }
            return (card.id, card)
        case (.indirect, .structureSeal, .structureAuthentication),
            (.reinforcedIndirect, .structureSeal, .structureAuthentication),
            // The published reinforced sample is signed with the certificate of the connection.
            (.reinforcedIndirect, .structureAuthentication, .structureAuthentication):
            guard let structure = signer.structure, structure == peer.structure else { throw .holdersDiffer }
            return (try named(vihf), nil)
        case (_, .structureAuthentication, _) where vihf.mode != .reinforcedIndirect:
            throw .signatureCertificate(.wrongUse(.structureAuthentication))
        case (.direct, .structureSeal, _), (.indirect, .personSignature, _), (.reinforcedIndirect, .personSignature, _):
            throw .modeMismatch
        default:
            throw .holdersDiffer
        }
    }

    /// The two certificates of one card bear its number.
    private static func isSameCard(_ one: CareCertificate, _ other: CareCertificate) -> Bool {
        guard let first = one.cardNumber, let second = other.cardNumber else { return true }
        return first == second
    }

    /// In indirect mode a structure may act without naming a person: an automaton, or the structure itself.
    private static func named(_ vihf: VIHF) throws(VIHFRefusal) -> ProfessionalID? {
        if let person = ProfessionalID(vihf.nameID) { return person }
        let isAutomaton = vihf.roles.first == Code("AUTOMATE", CodeSystem.nonProfession)
        guard vihf.mode == .indirect, isAutomaton || vihf.nameID == vihf.structure.text else { throw .nameMismatch }
        return nil
    }
}
