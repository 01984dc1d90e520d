import Foundation
import HealthRecord
import PageKit

/// Somebody found in the directory, as a form brings him back: of this session only, and not for ever.
struct SealedFound: Codable, Hashable, Sendable {
    /// How long he may be decided upon, in seconds.
    static let term: Int64 = 900

    /// Under which form token the session goes.
    let session: String
    let at: Instant
    let found: ListedProfessional

    /// Nil for one whose names are too long to be brought back.
    func sealed(_ seal: Seal) -> String? {
        guard let bytes = try? JSONEncoder().encode(self) else { return nil }
        let text = seal.sealed(Array(bytes))
        return seal.opened(text) == nil ? nil : text
    }

    static func opened(_ text: String?, session: String, now: Instant, _ seal: Seal) -> ListedProfessional? {
        guard let text, let bytes = seal.opened(text),
            let one = try? JSONDecoder().decode(SealedFound.self, from: Data(bytes)), one.session == session
        else { return nil }
        let age = now.seconds(since: one.at)
        return age >= 0 && age <= term ? one.found : nil
    }
}
