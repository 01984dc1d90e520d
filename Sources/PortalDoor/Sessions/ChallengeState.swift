import Custody
import Foundation
import HealthRecord
import PageKit

/// A sign-in between its two steps, kept in the browser under the door's seal: the code is good for it alone.
struct ChallengeState: Codable, Hashable, Sendable {
    let token: String
    let channel: ContactKind
    let maskedDestination: String
    let expires: Instant
    let alternatives: [ContactKind]

    init(_ challenge: SignInChallenge) {
        token = challenge.token
        channel = challenge.channel
        maskedDestination = challenge.maskedDestination
        expires = challenge.expires
        alternatives = challenge.alternatives
    }

    /// Reads a cookie that the door has written.
    init?(_ text: String?, _ seal: Seal) {
        guard let text, let bytes = seal.opened(text),
            let state = try? JSONDecoder().decode(ChallengeState.self, from: Data(bytes))
        else { return nil }
        self = state
    }

    /// The cookie's value.
    func sealed(_ seal: Seal) -> String? {
        (try? JSONEncoder().encode(self)).map { seal.sealed(Array($0)) }
    }
}
