import HealthRecord
import Synchronization

@testable import PortalDoor

/// A relay of secured messaging as the portal knows it: it keeps what it takes.
final class Relay: Sendable {
    private let taken = Mutex<[SecureMessage]>([])
    private let reply = Mutex(SecureDelivery.taken)

    var messages: [SecureMessage] { taken.withLock { $0 } }

    /// From now on it answers so; what it does not confirm it takes all the same.
    func answer(_ answer: SecureDelivery) { self.reply.withLock { $0 = answer } }

    /// Secured messaging by this relay; `contacts` are the mailboxes that the directory knows.
    func mail(
        mostBytes: UInt64 = SecureMail.mostBytes,
        contacts: [ProfessionalID: SecureMailbox] = [:]
    ) -> SecureMail {
        var mail = SecureMail(domains: .standard) { person in
            contacts[person].map { CareContact(name: PersonName(family: "", given: ""), mailbox: $0) }
        } send: { message in
            let answer = self.reply.withLock { $0 }
            if answer != .notTaken { self.taken.withLock { $0.append(message) } }
            return answer
        }
        mail.mostBytes = mostBytes
        return mail
    }
}
