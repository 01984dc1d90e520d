import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording
import XDSWire

/// Page 16, for adults: directives are a document of the record (CSP R1111-19).
extension PortalDoor {
    func directives(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard isAdult(stay) else { return .trouble(.notFound) }
        let all = try await clinical(stay)
            .filter { $0.typeCode == OwnDocumentKind.directives && $0.isByHolder }
            .sorted { ($0.depositedAt, $0.id) > ($1.depositedAt, $1.id) }
        func version(_ entry: DocumentEntry) -> DirectivesPage.Version {
            .init(id: entry.id, date: DateText.date(entry.depositedAt))
        }
        let current = all.first { $0.status == .approved }
        let done: [String: DirectivesText] = ["oui": .saved, "retire": .revoked, "lieu": .placeSaved]
        return .page(
            DirectivesPage(
                current: current.map(version),
                earlier: all.filter { $0.id != current?.id && $0.status != .deleted }.map(version),
                mayDecide: may(.archive, Self.newDirectives, stay),
                areKept: keepsDirectives(stay),
                notice: done[turn.asked("fait")]?.phrase
            )
        )
    }

    func directivesForm(_ turn: Turn, _ stay: Stay) -> Answer {
        guard mayWrite(stay) else { return .trouble(.notFound) }
        return .page(DirectivesFormPage())
    }

    /// The same form with what was entered, from the summary.
    func directivesAgain(_ turn: Turn, _ stay: Stay, _ form: FormFields) -> Answer {
        guard mayWrite(stay) else { return .trouble(.notFound) }
        return .page(DirectivesFormPage(answers: Self.answers(form)))
    }

    func checkDirectives(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard mayWrite(stay) else { return .trouble(.notFound) }
        let answers = Self.answers(form)
        var faults = zip(DirectiveAnswers.names, answers.texts)
            .filter { $1.unicodeScalars.count > DirectiveAnswers.most }
            .map { FieldFault($0.0, DirectivesText.tooLong.phrase) }
        if answers.isEmpty {
            faults.append(FieldFault(DirectiveAnswers.names.first ?? "", DirectivesText.empty.phrase))
        }
        guard faults.isEmpty else {
            return .page(DirectivesFormPage(answers: answers, faults: faults), status: .unprocessableContent)
        }
        return .page(
            DirectivesSummaryPage(
                text: text(answers, stay),
                replaces: try await !filed(OwnDocumentKind.directives, stay).isEmpty,
                carried: zip(DirectiveAnswers.names, answers.texts).map { (name: $0, value: $1) }
            )
        )
    }

    func keepDirectives(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard mayWrite(stay) else { return .trouble(.notFound) }
        let answers = Self.answers(form)
        guard !answers.isEmpty, answers.texts.allSatisfy({ $0.unicodeScalars.count <= DirectiveAnswers.most }) else {
            return .trouble(.bad)
        }
        let sheet = DirectivesSheet(answers: answers, name: stay.file.name.spoken, now: stay.now)
        guard let bytes = try? sheet.printed() else { return .trouble(.paused) }
        try await fileDirectives(bytes, "application/pdf", stay)
        return .see(Paths.directives + "?fait=oui")
    }

    func directivesUploadForm(_ turn: Turn, _ stay: Stay) -> Answer {
        guard mayWrite(stay) else { return .trouble(.notFound) }
        return .page(DirectivesUploadPage())
    }

    func uploadDirectives(_ turn: Turn, _ stay: Stay, _ form: UploadForm?) async throws -> Answer {
        guard mayWrite(stay) else { return .trouble(.notFound) }
        func again(_ text: AddingText) -> Answer {
            .page(
                DirectivesUploadPage(faults: [FieldFault(FormNames.file, text.phrase)]),
                status: .unprocessableContent
            )
        }
        guard let form else { return again(.fileTooLarge) }
        switch OwnFile.read(form.file?.bytes) {
        case .failure(let reason): return again(reason.text)
        case .success(let file):
            guard try await filed(OwnDocumentKind.directives, stay).isEmpty else { return replacing(file, stay) }
            try await fileDirectives(file.bytes, file.mediaType, stay)
            return .see(Paths.directives + "?fait=oui")
        }
    }

    /// Nothing takes the place of directives before that has been said.
    private func replacing(_ file: OwnFile, _ stay: Stay) -> Answer {
        guard let key = shelf.put(file.bytes, for: stay.cookie.description, now: stay.now) else {
            return .trouble(.paused)
        }
        return .page(
            ActSummaryPage(
                title: DirectivesText.summary.phrase,
                meaning: [DirectivesText.replaced.phrase, DirectivesText.readersText.phrase],
                way: (AddingText.preview.phrase, Paths.addingPreview),
                undo: EffectText.undo.phrase,
                action: Paths.directivesUploaded,
                confirm: DirectivesText.keepConfirm.phrase,
                cancel: DirectivesText.cancel.phrase,
                back: Paths.directives,
                place: .settings,
                trail: [Crumb(label: DirectivesText.title.phrase, path: Paths.directives)]
            ),
            cookies: [cookies.setting(key, in: cookies.shelf)]
        )
    }

    func keepUploaded(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard mayWrite(stay) else { return .trouble(.notFound) }
        guard case .success(let file) = OwnFile.read(shelved(turn, stay)) else {
            return .page(
                DirectivesUploadPage(faults: [FieldFault(FormNames.file, AddingText.fileGone.phrase)]),
                status: .unprocessableContent
            )
        }
        try await fileDirectives(file.bytes, file.mediaType, stay)
        shelf.clear(stay.cookie.description)
        return .see(Paths.directives + "?fait=oui", cookies: [cookies.shelf.clearing])
    }

    func revokeForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard isAdult(stay), may(.archive, Self.newDirectives, stay) else { return .trouble(.notFound) }
        let present = try await filed(OwnDocumentKind.directives, stay)
        guard !present.isEmpty else { return .see(Paths.directives) }
        return .page(
            ActSummaryPage(
                title: DirectivesText.revokeTitle.phrase,
                meaning: [DirectivesText.revokeLead.phrase, DirectivesText.revokeWho.phrase],
                effect: PolicyEffect.of(
                    from: stay.file.policy,
                    to: stay.file.policy,
                    on: present,
                    changed: { Self.archived($0) },
                    people: try await known(stay),
                    now: stay.now,
                    rules: rules
                ),
                undo: EffectText.undo.phrase,
                isGrave: true,
                action: Paths.directivesRevoke,
                confirm: DirectivesText.revokeConfirm.phrase,
                cancel: DirectivesText.revokeCancel.phrase,
                back: Paths.directives,
                place: .settings,
                trail: [Crumb(label: DirectivesText.title.phrase, path: Paths.directives)]
            )
        )
    }

    func revokeDirectives(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard isAdult(stay), may(.archive, Self.newDirectives, stay) else { return .trouble(.notFound) }
        for entry in try await filed(OwnDocumentKind.directives, stay) {
            _ = try await service.change(.logicalIDs([entry.id]), .archive, stay.visit)
        }
        return .see(Paths.directives + "?fait=retire")
    }

    /// Whether the record's set keeps directives.
    func keepsDirectives(_ stay: Stay) -> Bool {
        rules.policySets[stay.file.policy.policySet]?.keepsDirectives == true
    }

    /// Whether the one signed in may write directives into this record.
    ///
    /// They are the adult's own act: nobody who acts for him may (CSP L1111-11).
    func mayWrite(_ stay: Stay) -> Bool {
        isAdult(stay) && keepsDirectives(stay) && may(.feed, Self.newDirectives, stay)
    }

    /// Directives that the holder is about to write, as the rules see them.
    private static let newDirectives = Resource.document(
        DocumentFacts(
            typeCode: OwnDocumentKind.directives,
            classCode: Code("90", CodeSystem.documentClass),
            relation: .author,
            origin: .holder
        )
    )

    /// Files a version; those before it are set aside, never lost.
    func fileDirectives(
        _ bytes: [UInt8],
        _ mediaType: String,
        title: DirectivesText = .documentTitle,
        _ stay: Stay
    ) async throws {
        let earlier = try await filed(OwnDocumentKind.directives, stay)
        _ = try await service.depositOwn(
            OwnDocument(
                title: title.phrase.french,
                type: OwnDocumentKind.directives,
                mediaType: mediaType,
                bytes: bytes,
                visibility: []
            ),
            stay.visit
        )
        for entry in earlier { _ = try await service.change(.logicalIDs([entry.id]), .archive, stay.visit) }
    }

    private static func answers(_ form: FormFields) -> DirectiveAnswers {
        DirectiveAnswers(texts: DirectiveAnswers.names.map { form.only($0)?.trimmed ?? "" })
    }

    private func text(_ answers: DirectiveAnswers, _ stay: Stay) -> String {
        answers.text(name: stay.file.name.spoken, day: DateText.date(stay.now))
    }

    private static func archived(_ entry: DocumentEntry) -> DocumentEntry {
        var entry = entry
        entry.status = .archived
        return entry
    }
}
