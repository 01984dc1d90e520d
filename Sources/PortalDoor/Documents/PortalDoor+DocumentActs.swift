import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording
import XDSWire

/// A document closed to those who act for its holder, set aside, or taken back: said before, and done once confirmed.
extension PortalDoor {
    /// What the one signed in may do with a document now.
    func acts(on entry: DocumentEntry, _ stay: Stay) -> [DocumentAct] {
        DocumentAct.allCases.filter { act in
            switch act {
            // Without anybody to close it to, the choice would only puzzle.
            case .hide: guard hasCircle(stay) else { return false }
            case .archive: guard entry.status == .approved, entry.isByHolder else { return false }
            case .restore: guard entry.isByHolder else { return false }
            }
            return may(act.act, on: entry, stay)
        }
    }

    /// Whether somebody acts for the holder, or is asked to.
    func hasCircle(_ stay: Stay) -> Bool {
        !stay.isActing
            && stay.file.policy.representatives.contains { $0.kind.capacity != nil && $0.isStanding(at: stay.now) }
    }

    func documentActForm(_ act: DocumentAct) -> @Sendable (Turn, Stay) async throws -> Answer {
        { turn, stay in
            guard let entry = try await meant(act, turn, stay) else { return .trouble(.notFound) }
            return .page(
                ActSummaryPage(
                    title: act.title.phrase,
                    about: entry.title,
                    meaning: act.meaning,
                    effect: act != .archive
                        ? nil
                        : PolicyEffect.of(
                            from: stay.file.policy,
                            to: stay.file.policy,
                            on: [entry],
                            changed: act.applied,
                            people: try await known(stay),
                            now: stay.now,
                            rules: rules
                        ),
                    lists: act == .hide ? closing(entry, stay) : [],
                    undo: act == .hide ? EffectText.noUndo.phrase : DocumentActText.undo.phrase,
                    isGrave: act == .hide,
                    action: act.path(entry.id),
                    confirm: act.confirm.phrase,
                    cancel: DocumentActText.cancel.phrase,
                    back: Paths.document(entry.id),
                    place: .documents,
                    trail: [Crumb(label: ShellText.documents.phrase, path: Paths.documents)]
                )
            )
        }
    }

    func carryOut(_ act: DocumentAct) -> @Sendable (Turn, Stay, FormFields) async throws -> Answer {
        { turn, stay, _ in
            guard let entry = try await meant(act, turn, stay) else { return .trouble(.notFound) }
            _ = try await service.change(.logicalIDs([entry.id]), act.change, stay.visit)
            return .see(Paths.document(entry.id) + "?fait=" + act.rawValue)
        }
    }

    private func meant(_ act: DocumentAct, _ turn: Turn, _ stay: Stay) async throws -> DocumentEntry? {
        let entries = try await service.list(stay.visit).clinical
        return entries.first { $0.id == turn.document && acts(on: $0, stay).contains(act) }
    }

    /// Who would no longer see a document: those who act for the holder and see it now.
    private func closing(_ entry: DocumentEntry, _ stay: Stay) -> [SummaryList] {
        let after = DocumentAct.hide.applied(to: entry)
        func mayRead(_ one: Representative, _ entry: DocumentEntry) -> Bool {
            DocumentReaders(entry: entry, policy: stay.file.policy, known: [], now: stay.now, rules: rules)
                .decision(of: one)?.isPermitted == true
        }
        let losing = stay.file.policy.representatives.filter { mayRead($0, entry) && !mayRead($0, after) }
        return [
            SummaryList(
                kind: .loses,
                title: DocumentActText.hideWho.phrase,
                items: losing.map { Phrase(verbatim: $0.name.spoken) },
                isForeign: true
            )
        ]
    }
}
