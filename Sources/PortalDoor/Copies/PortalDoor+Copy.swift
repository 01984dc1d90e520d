import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import Hummingbird
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 25: a copy of the record, behind a fresh code.
extension PortalDoor {
    func copy(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let done: [String: CopyText] = ["oui": .asked, "deja": .alreadyAsked]
        return .page(
            try await copyPage(
                turn,
                stay,
                notice: turn.asked("fait") == "annule"
                    ? ClosingText.requestCancelled.phrase : done[turn.asked("fait")]?.phrase
            )
        )
    }

    private func copyPage(
        _ turn: Turn,
        _ stay: Stay,
        faults: [FieldFault] = [],
        notice: Phrase? = nil
    ) async throws -> CopyPage {
        let events = try await events(stay)
        let taken = events.first { $0.act == .export && !$0.documents.isEmpty && $0.outcome == .permitted }
        return CopyPage(
            forms: forms(stay),
            mayCopy: may(.export, stay),
            asksCode: !isFresh(turn, stay),
            proofs: proofReach(stay),
            lastTaken: taken.map { DateText.moment($0.time) },
            requests: try await service.requests(stay.visit).reversed().compactMap { request in
                guard let kind = PostedCopy(request.kind) else { return nil }
                return CopyPage.Request(
                    id: request.id,
                    kind: kind.name,
                    when: DateText.date(request.at),
                    state: request.standing.postedCopy,
                    settled: request.standing.settled.map { DateText.date($0) },
                    isPending: request.standing == .pending
                )
            },
            faults: faults,
            notice: notice
        )
    }

    /// In what forms the record's set gives a copy (C17).
    private func forms(_ stay: Stay) -> Set<ExportFormat> {
        rules.policySets[stay.file.policy.policySet]?.exportFormats ?? []
    }

    func askCopy(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard may(.export, stay) else { return .trouble(.refused) }
        guard let posted = PostedCopy(rawValue: form.only(FormNames.choice) ?? "") else { return .trouble(.bad) }
        guard forms(stay).contains(posted.format) else { return .trouble(.refused) }
        guard isFresh(turn, stay) else { return stepUp(.copy, stay) }
        do {
            _ = try await service.ask(posted.kind, stay.visit)
        } catch {
            guard case .conflict = error else { throw error }
            return .see(Paths.copy + "?fait=deja")
        }
        return .see(Paths.copy + "?fait=oui")
    }

    func copySheet(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard may(.export, stay), seesDocuments(stay) else { return .trouble(.refused) }
        let sheet = CopySheet(
            lines: try await copied(stay).map { entry in
                let line = line(entry)
                return CopySheet.Line(
                    title: line.title,
                    date: line.date,
                    author: line.author,
                    category: line.category,
                    states: line.states
                )
            },
            name: stay.file.name.spoken,
            now: stay.now
        )
        guard let bytes = try? sheet.printed(turn.language) else { return .trouble(.paused) }
        return .raw(FileResponse.saved(bytes, named: CopyIndex.listFile, type: "application/pdf"))
    }

    /// The documents of a copy, the newest first: what is not in sight of the one who asks is not in it.
    func copied(_ stay: Stay) async throws -> [DocumentEntry] {
        try await clinical(stay).sorted {
            ($0.serviceStart ?? $0.creationTime).start == ($1.serviceStart ?? $1.creationTime).start
                ? $0.id > $1.id
                : ($0.serviceStart ?? $0.creationTime).start > ($1.serviceStart ?? $1.creationTime).start
        }
    }

    func downloadCopy(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard may(.export, stay), seesDocuments(stay), forms(stay).contains(.download) else {
            return .trouble(.refused)
        }
        guard isFresh(turn, stay) else { return stepUp(.copy, stay) }
        let making = CopyMaking(portal: self, stay: stay, language: turn.language)
        let entries = try await copied(stay)
        var response = Response(
            status: .ok,
            headers: [
                .contentType: "application/zip",
                .contentDisposition: #"attachment; filename="dossier-medical-partage.zip""#,
            ],
            body: ResponseBody { writer in
                try await making.write(entries, to: &writer)
                try await writer.finish(nil)
            }
        )
        ContentPolicy.sandboxedDocument(embeddedBy: .sameOrigin, styleNonce: nil).apply(to: &response)
        return .raw(response)
    }
}

extension RequestStanding {
    fileprivate var postedCopy: CopyText {
        switch self {
        case .pending: .pending
        case .done: .posted
        case .refused: .refused
        case .cancelled: .cancelled
        }
    }
}
