import HealthRecord

extension TraceSentence {
    /// The professional about whom somebody decided, by name; nil for any other act, and for who decided about himself.
    ///
    /// It is told to the holder alone: who acts for a minor does not learn the names that the minor keeps from him.
    static func concerned(_ event: TraceEvent) -> Phrase? {
        switch event.act {
        case .authorise, .revoke, .block, .unblock, .declareTreatingPhysician, .resignTreatingPhysician,
            .nameAdministrator, .withdrawAdministrator:
            break
        default: return nil
        }
        guard let name = event.details["name"], !name.isEmpty, ActText(ofOneself: event) == nil else { return nil }
        return Phrase("Professionnel concerné : \(name).", "Professional concerned: \(name).")
    }
}
