internal import HealthRecord

extension SilenceStage {
    /// What a wrong secret takes on the portal under a matricule that is known there, and under one that is not.
    ///
    /// A right one is answered openly: a code is on its way. Few pairs are had: every matricule takes few tries before it has to
    /// wait, and every network so many in ten minutes.
    mutating func measureSignIn(_ places: SilencePlaces) async throws {
        let known = places.manifest.patients
            .filter { $0.state == "active" && $0.secretCode != nil }
            .compactMap { NIR($0.ins) }
            .prefix(SignInTries.most)
        try await PageSite.visit(places.portal) { site in
            let pairs = try await SignInTries(on: site).pairs(Array(known))
            try await compareRefusals("sign-in", sides: ("unknown", "known"), pairs)
        }
    }
}
