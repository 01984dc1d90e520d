import Custody
import Foundation
import HealthRecord
import PageKit

/// A sending between its check and its confirmation, as a form brings it back: of this session and document, and not for ever.
struct SealedSending: Codable, Hashable, Sendable {
    /// How long it may be confirmed, in seconds.
    static let term: Int64 = 900

    /// Under which form token the session goes.
    let session: String
    let at: Instant
    let document: UniqueID
    let sending: Sending

    func sealed(_ seal: Seal) -> String? {
        (try? JSONEncoder().encode(self)).map { seal.sealed(Array($0)) }
    }

    static func opened(
        _ text: String?,
        of document: UniqueID,
        session: String,
        now: Instant,
        _ seal: Seal
    ) -> Sending? {
        guard let text, let bytes = seal.opened(text),
            let one = try? JSONDecoder().decode(SealedSending.self, from: Data(bytes)),
            one.session == session, one.document == document
        else { return nil }
        let age = now.seconds(since: one.at)
        return age >= 0 && age <= term ? one.sending : nil
    }
}
