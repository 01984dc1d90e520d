internal import HealthRecord
internal import X509

/// The revocation lists at hand, one for each authority: the newest.
public struct RevocationLists: Sendable {
    private var lists: [DistinguishedName: RevocationList] = [:]

    /// Keeps the newest list of each authority.
    public init(_ lists: [RevocationList] = []) {
        for list in lists where (self.lists[list.issuer]?.thisUpdate ?? list.thisUpdate) <= list.thisUpdate {
            self.lists[list.issuer] = list
        }
    }

    /// How many authorities have a list here.
    public var count: Int { lists.count }

    /// Looks for each certificate of a chain but its root in the list of its issuer.
    func standing(
        of chain: [Certificate],
        at now: Instant,
        policy: RevocationPolicy
    ) throws(CertificateRefusal) -> RevocationStanding {
        var standing = RevocationStanding.clear
        for (position, certificate) in chain.dropLast().enumerated() {
            guard let list = lists[certificate.issuer] else {
                guard policy.missing == .tolerated else { throw .revocationUnknown }
                standing = .unchecked
                continue
            }
            // An old list still names what it names.
            if list.names(certificate) { throw position == 0 ? .revoked : .authorityRevoked }
            guard now >= list.thisUpdate, now <= list.nextUpdate.advanced(bySeconds: policy.grace) else {
                throw .revocationStale
            }
            if now > list.nextUpdate, standing == .clear { standing = .deferred }
        }
        return standing
    }
}
