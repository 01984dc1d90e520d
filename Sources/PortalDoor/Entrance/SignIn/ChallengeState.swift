import Custody
import Foundation
import HealthRecord
import PageKit

/// A sign-in between its two steps, kept in the browser under the door's seal: the code is good for it alone.
struct ChallengeState: Codable, Hashable, Sendable {
    let token: String
    let channel: SecondFactor
    let maskedDestination: String
    let expires: Instant
    let alternatives: [SecondFactor]
    /// Where a fresh code leads; nil for a sign-in.
    let then: StepUpTarget?
    /// What somebody comes back to a closed record for.
    let comingBack: ReturnChoice?

    init(_ challenge: SignInChallenge, then target: StepUpTarget? = nil, comingBack: ReturnChoice? = nil) {
        token = challenge.token
        channel = challenge.channel
        maskedDestination = challenge.maskedDestination
        expires = challenge.expires
        alternatives = challenge.alternatives
        then = target
        self.comingBack = comingBack
    }

    /// Reads a cookie that the door has written.
    init?(_ text: String?, _ seal: Seal) {
        guard let text, let bytes = seal.opened(text),
            let state = try? JSONDecoder().decode(ChallengeState.self, from: Data(bytes))
        else { return nil }
        self = state
    }

    /// Whether it is an ordinary sign-in.
    var isSignIn: Bool { then == nil && comingBack == nil }

    /// The cookie's value.
    func sealed(_ seal: Seal) -> String? {
        (try? JSONEncoder().encode(self)).map { seal.sealed(Array($0)) }
    }
}
