import Custody
import HealthRecord

/// Incidents, as the fields of an order tell them.
extension OrderFields {
    /// What is known of an incident.
    func incidentFacts() throws(OperatorFault) -> IncidentFacts {
        var natures: [IncidentNature] = []
        for text in list(.nature) {
            guard let nature = IncidentNature(rawValue: text), !natures.contains(nature) else {
                throw Self.bad(.nature)
            }
            natures.append(nature)
        }
        return IncidentFacts(
            known: try moment(.known),
            natures: natures,
            touched: try plainWords(.touched),
            risk: try choice(.risk, IncidentRisk.self),
            gravity: try choice(.gravity, IncidentGravity.self)
        )
    }

    /// The matricules of those concerned.
    func people() throws(OperatorFault) -> [QualifiedINS] {
        var people: [QualifiedINS] = []
        for text in list(.person) { people.append(try matricule(text, .person, root: .root)) }
        guard !people.isEmpty else { throw Self.bad(.person) }
        return people
    }

    /// A few sentences on one line, for people to read.
    func plainWords(_ field: VerbField) throws(OperatorFault) -> String {
        let text = try needed(field)
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) }
        guard isPlain, text.contains(where: { !$0.isWhitespace }) else { throw Self.bad(field) }
        return text
    }

    /// A moment to the minute in UTC, `2026-03-31T08:15Z`.
    private func moment(_ field: VerbField) throws(OperatorFault) -> Instant {
        let text = try needed(field)
        guard let match = text.wholeMatch(of: /(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})Z/),
            let day = CalendarDate(String(match.1)), let hour = Int64(match.2), let minute = Int64(match.3),
            hour < 24, minute < 60
        else { throw Self.bad(field) }
        return day.midnight.advanced(
            bySeconds: hour * 3600 + minute * 60
        )
    }
}
