import HealthRecord
import Synchronization

@testable import PortalDoor

/// A relay of secured messaging as the portal knows it: it keeps what it takes.
final class Relay: Sendable {
    private let taken = Mutex<[SecureMessage]>([])
    private let isUp = Mutex(true)

    var messages: [SecureMessage] { taken.withLock { $0 } }

    func set(isUp: Bool) { self.isUp.withLock { $0 = isUp } }

    /// Secured messaging by this relay; `contacts` are the mailboxes that the directory knows.
    func mail(
        mostBytes: UInt64 = SecureMail.mostBytes,
        contacts: [ProfessionalID: SecureMailbox] = [:]
    ) -> SecureMail {
        var mail = SecureMail(domains: .standard) { person in
            contacts[person].map { CareContact(name: PersonName(family: "", given: ""), mailbox: $0) }
        } send: { message in
            guard self.isUp.withLock({ $0 }) else { return false }
            self.taken.withLock { $0.append(message) }
            return true
        }
        mail.mostBytes = mostBytes
        return mail
    }
}
