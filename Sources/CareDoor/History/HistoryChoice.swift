import HealthRecord
import Wording

/// Which accesses are shown.
struct HistoryChoice: Equatable, Sendable {
    var from = ""
    var to = ""
    var onlyEmergencies = false

    var isDefault: Bool { self == HistoryChoice() }

    func holds(_ event: TraceEvent) -> Bool {
        // A lot's signature came with documents that have lines of their own.
        if event.isAboutLotSignature { return false }
        if onlyEmergencies, event.mode == .normal { return false }
        let day = ParisTime.civil(event.time).date
        if let from = DayEntry.read(from), day < from { return false }
        if let to = DayEntry.read(to), day > to { return false }
        return true
    }
}
