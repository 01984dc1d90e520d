internal import HealthRecord

/// What the holder reads of an incident, in the words of those who tell it (GDPR article 34(2)).
enum IncidentText {
    /// Nil for any other event.
    static func remark(_ event: TraceEvent) -> Phrase? {
        guard event.act == .tellIncident, let words = event.details["words"] else { return nil }
        let told = Phrase("Ce qui s'est passé : « \(words) ».", "What happened: “\(words)”.")
        return OperatorText.remark(event).map { told + $0 } ?? told
    }
}
