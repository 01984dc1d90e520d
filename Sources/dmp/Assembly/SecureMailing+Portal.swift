import Credentials
import HealthRecord
import Messages
import PortalDoor

extension SecureMailing {
    /// Secured messaging as the portal offers it, with the mailboxes that a directory knows.
    func mail(of directory: CareDirectory?, _ alarm: MessageAlarm) -> SecureMail {
        SecureMail(domains: domains) { person in
            // A directory that is silent offers nothing; the address can be written all the same.
            (try? await directory?.contact(person)) ?? nil
        } send: { message in
            do throws(MailFailure) {
                try await carrier.send(message)
                alarm.noteSecureMail(nil)
                return .taken
            } catch {
                alarm.noteSecureMail(error)
                switch error {
                case .unsent: return .notTaken
                case .uncertain: return .uncertain
                }
            }
        }
    }
}
