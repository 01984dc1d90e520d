import Credentials
import Custody
import HealthRecord
import ServerKit

extension TrustedEvidence {
    /// Verifies the card of a professional's browser for the custodian.
    var readCard: CardReader {
        { [cards, certificates] der, now throws(CardFault) in
            do throws(CardRefusal) {
                let holder = try await cards.holder(of: der, at: now)
                return CareHolder(
                    person: holder.person.id,
                    name: holder.person.name,
                    kind: holder.person.kind,
                    situations: holder.situations
                )
            } catch {
                throw error.fault(in: certificates.domain)
            }
        }
    }

    /// Lets every certificate through the handshake.
    ///
    /// A page tells its holder what is wrong with the card, where a broken connection would tell nothing. Whose key it is,
    /// TLS has proved; what it is worth, the custodian says at each request.
    static let anyCard: PeerVerifier = { chain in chain.isEmpty ? .refused(.missing) : .accepted(path: chain) }
}

extension CardRefusal {
    fileprivate func fault(in domain: IdentityDomain) -> CardFault {
        switch self {
        case .certificate(let refusal): refusal.fault(in: domain)
        case .notAPerson: .notAPerson
        case .noProfession, .noSituation: .noSituation
        case .directoryUnavailable: .directoryUnavailable
        }
    }
}

extension CertificateRefusal {
    fileprivate func fault(in domain: IdentityDomain) -> CardFault {
        switch self {
        case .profile, .weakSignature: .notACard
        case .wrongDomain: domain == .production ? .testCard : .realCard
        case .unknownAuthority, .wrongBranch, .invalidAuthority, .authorityRevoked: .unknownAuthority
        case .notYetValid: .notYetValid
        case .expired: .expired
        case .wrongUse: .signatureCertificate
        case .revoked: .revoked
        case .revocationUnknown, .revocationStale: .revocationUnknown
        }
    }
}
