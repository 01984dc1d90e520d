import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 28, and the way back to a closed record.
extension PortalDoor {
    func closing(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let notice = turn.asked("fait") == "annule" ? ClosingText.requestCancelled.phrase : nil
        return .page(try await closingPage(stay, notice: notice))
    }

    private func closingPage(
        _ stay: Stay,
        chosen: String? = nil,
        faults: [FieldFault] = [],
        notice: Phrase? = nil
    ) async throws -> ClosingPage {
        ClosingPage(
            requests: try await service.requests(stay.visit).compactMap { request in
                guard request.standing == .pending, let text = request.kind.text else { return nil }
                return .init(id: request.id, text: text.phrase, since: DateText.date(request.at))
            },
            hasDirectives: try await !filed(OwnDocumentKind.directives, stay).isEmpty,
            mayClose: may(.close, stay),
            mayCopy: may(.export, stay),
            chosen: chosen,
            faults: faults,
            notice: notice
        )
    }

    func closingSummary(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard may(.close, stay) else { return .trouble(.refused) }
        let choice = form.only(FormNames.choice)
        var faults: [FieldFault] = []
        if choice != "fermer", choice != "detruire" {
            faults.append(FieldFault(FormNames.choice, ClosingText.choiceFault.phrase))
        }
        if form.only(FormNames.read) != "oui" {
            faults.append(FieldFault(FormNames.read, ClosingText.tickFault.phrase))
        }
        guard faults.isEmpty else {
            return .page(
                try await closingPage(stay, chosen: choice, faults: faults),
                status: .unprocessableContent
            )
        }
        guard isFresh(turn, stay) else { return stepUp(.closing, stay) }
        return .page(try await summary(stay, erases: choice == "detruire"))
    }

    private func summary(_ stay: Stay, erases: Bool, faults: [FieldFault] = []) async throws -> ActSummaryPage {
        var after = stay.file.policy
        after.state = .closed(at: stay.now, reason: .holderRequest)
        return ActSummaryPage(
            title: (erases ? ClosingText.summaryErase : .summary).phrase,
            about: stay.file.name.spoken,
            meaning: [ClosingText.noAccess.phrase, ClosingText.othersSessions.phrase]
                + [(erases ? ClosingText.destruction : .kept).phrase],
            effect: PolicyEffect.of(
                from: stay.file.policy,
                to: after,
                on: try await clinical(stay),
                people: try await known(stay),
                now: stay.now,
                rules: rules
            ),
            undo: (erases ? ClosingText.eraseNoUndo : .undoText).phrase,
            isGrave: true,
            action: Paths.closing,
            confirm: (erases ? ClosingText.confirmErase : .confirm).phrase,
            cancel: ClosingText.cancel.phrase,
            back: Paths.settings,
            carried: [(FormNames.choice, erases ? "detruire" : "fermer")],
            fields: [IdentityFields.secret(.signInSecret)],
            faults: faults,
            place: .settings,
            trail: [Crumb(label: ClosingText.title.phrase, path: Paths.closing)]
        )
    }

    func close(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard may(.close, stay) else { return .trouble(.refused) }
        guard isFresh(turn, stay) else { return stepUp(.closing, stay) }
        let erases = form.only(FormNames.choice) == "detruire"
        let secret = form.only(FormNames.secret) ?? ""
        func again(_ text: Phrase) async throws -> Answer {
            .page(
                try await summary(stay, erases: erases, faults: [FieldFault(FormNames.secret, text)]),
                status: .unprocessableContent
            )
        }
        guard !secret.isEmpty else { return try await again(FieldText.secretFault.phrase) }
        do {
            try await service.closeOwn(secret: secret, erasing: erases, stay.visit)
        } catch {
            guard error.isNotAccepted else { throw error }
            return try await again(AccountText.wrongSecret.phrase)
        }
        let fields = HTTPField.Name("Clear-Site-Data").map {
            [HTTPField(name: $0, value: #""cache", "cookies", "storage""#)]
        }
        return .see(
            Paths.closed + Self.query([erases ? "fait=detruire" : nil, stay.isActing ? Paths.ofAnother : nil]),
            cookies: [cookies.session.clearing, cookies.fresh.clearing, cookies.own.clearing],
            fields: fields ?? []
        )
    }

    private static func query(_ parts: [String?]) -> String {
        let told = parts.compactMap(\.self)
        return told.isEmpty ? "" : "?" + told.joined(separator: "&")
    }

    func closed(_ turn: Turn) -> Answer {
        let deed: ClosedDonePage.Deed = turn.asked("fait") == "detruire" ? .closedAndErased : .closed
        return .page(ClosedDonePage(deed: deed, isOfAnother: turn.isOfAnother))
    }

    func cancelRequest(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let id = form.only(FormNames.choice).flatMap({ UniqueID($0) }) else { return .trouble(.bad) }
        try await service.cancelRequest(id, stay.visit)
        return .see((form.only(FormNames.next) == "copie" ? Paths.copy : Paths.closing) + "?fait=annule")
    }
}

extension HolderRequestKind {
    /// What a waiting request is called; nil for those that are not the holder's.
    var text: ClosingText? {
        switch self {
        case .copy, .disc: .copyPending
        case .earlyErasure: .closedErase
        case .heirAccess, .report, .hostPhysician, .feedingObjection, .suspensionObjection,
            .rectification:
            nil
        }
    }
}
