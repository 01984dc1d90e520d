import Custody
import Foundation
import HealthRecord
import Wording

/// The order of the list; the raw value stands in the address.
enum PatientOrder: String, CaseIterable, Sendable {
    case name = "nom"
    case addition = "ajout"
    case access = "acces"

    var label: Phrase {
        switch self {
        case .name: CarePatientsText.byName.phrase
        case .addition: CarePatientsText.byAddition.phrase
        case .access: CarePatientsText.byAccess.phrase
        }
    }
}

/// What a professional asks of the list of his patients: whom, and in what order.
struct PatientChoice: Sendable {
    var order = PatientOrder.name
    /// What the name holds; empty for everybody.
    var name = ""

    /// The patients who fit, in order, however many there are.
    ///
    /// Chosen before anything is cut or opened: whoever has thousands of patients finds each of them by the name.
    func fitting(_ lines: [StandingLine]) -> [StandingLine] {
        let part = Self.folded(name)
        let chosen = lines.filter { line in
            !line.identifiers.isEmpty && (part.isEmpty || Self.folded(line.name.spoken).contains(part))
        }
        return switch order {
        case .name:
            // Each name is folded once, not at each comparison.
            chosen.map { (key: Self.folded($0.name.family + " " + $0.name.given), line: $0) }.sorted {
                ($0.key, $0.line.birthDate, $0.line.record) < ($1.key, $1.line.birthDate, $1.line.record)
            }.map(\.line)
        case .addition: Self.latestFirst(chosen, by: \.lastAdd)
        case .access: Self.latestFirst(chosen, by: \.lastAccess)
        }
    }

    private static func latestFirst(
        _ lines: [StandingLine],
        by date: (StandingLine) -> Instant?
    ) -> [StandingLine] {
        let zero = Instant(milliseconds: 0)
        return lines.sorted { (date($0) ?? zero, $0.record) > (date($1) ?? zero, $1.record) }
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    }
}
