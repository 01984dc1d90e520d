import AccessRules
import Custody
import HealthRecord
import PageKit
import RecordService
import Wording

/// Page 6.
extension PortalDoor {
    func record(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let all = try await listing(stay)
        let previous = try await service.previousVisit(token: stay.token)
        let entries = all.filter(\.isClinical)
        let teller = teller(entries: all, stay)
        // On a first visit everything is new, and every emergency is told.
        let since = previous ?? Instant(milliseconds: 0)
        // Back to the last visit, and on to the last time that somebody who cares was there.
        let byCare = try await wholeHistory(stay.visit, most: settings.tableLimit) { events in
            (events.last.map { $0.time < since } ?? true) && events.contains(where: \.isByCare)
        }.events.filter(\.isByCare)
        let newDocuments = entries.filter { $0.depositedAt > since && $0.status == .approved }.reversed()
        return .page(
            RecordPage(
                name: stay.file.name,
                previousVisit: previous,
                newDocuments: newDocuments.map { line($0) },
                emergencies: teller.lines(byCare.filter { $0.isEmergency && $0.time > since }),
                lastAccesses: Array(teller.lines(byCare).prefix(3)),
                steps: steps(stay),
                isActing: stay.isActing,
                seesDocuments: seesDocuments(stay),
                suspended: stay.file.policy.state.suspendedSince,
                mayObject: may(.close, stay),
                invitations: stay.file.policy.representatives
                    .filter { $0.isStanding(at: stay.now) && !$0.isActive(at: stay.now) }.map(\.name.spoken),
                presences: stay.isActing || !seesDocuments(stay)
                    ? 0 : try await service.pendingPresence(stay.visit).count
            )
        )
    }

    func teller(entries: [DocumentEntry], _ stay: Stay) -> HistoryTeller {
        var teller = HistoryTeller(entries: entries, policy: stay.file.policy, holder: stay.holder, seal: seal) {
            may(.block, .target($0), stay)
        }
        teller.reader = stay.isActing ? .acting : .holder
        teller.hidesTitles = stay.isDiscreet
        return teller
    }

    private func steps(_ stay: Stay) -> [RecordPage.Step] {
        let hasTwoWays = stay.file.phone != nil && stay.file.email != nil
        let hasPhysician = !stay.file.policy.treatingPhysicians.isEmpty
        return [
            RecordPage.Step(text: RecordPageText.stepActive.phrase, isDone: true),
            RecordPage.Step(
                text: hasTwoWays ? RecordPageText.stepChannels.phrase : RecordPageText.stepChannelsTodo.phrase,
                isDone: hasTwoWays,
                path: hasTwoWays ? nil : Paths.channels
            ),
            RecordPage.Step(
                text: hasPhysician ? RecordPageText.stepPhysician.phrase : RecordPageText.stepPhysicianTodo.phrase,
                isDone: hasPhysician,
                path: hasPhysician ? nil : Paths.professionals
            ),
        ]
    }
}

extension RecordState {
    /// Since when it is suspended; nil where it is not.
    fileprivate var suspendedSince: Instant? { if case .suspended(let since) = self { since } else { nil } }
}

extension RecordListing {
    /// The documents, without the signatures of their lots.
    var clinical: [DocumentEntry] { entries.filter(\.isClinical) }
}

extension DocumentEntry {
    /// Whether it is something to read: neither a lot's signature nor deleted.
    var isClinical: Bool { !isLotSignature && status != .deleted }
}
