import AccessRules
import ClinicalDocuments
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 13: the patient's wishes, and what a professional records of them at his request (PDT-INF-527: *volontés et droits*).
extension CareDoor {
    /// Advance directives: EXPPAT_3 of the French types, LOINC 42348-3.
    static let directives: Set<String> = ["EXPPAT_3", "42348-3"]
    /// People to warn, trusted person, organ donation: the sheet that both sites write and read.
    static let wishesType = Code("EXPPAT_1", CodeSystem.frenchType)

    func wishes(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let found = try await service.administrativeData(now.visit)
        // Directives are documents: whoever may not list them is told nothing of them.
        let listing = try await openList(now)
        let clinical = (listing?.clinical ?? []).filter { $0.status == .approved }
        let sheet = try await sheet(in: clinical, now)
        return .page(
            WishesPage(
                handle: now.handle,
                people: Administration(found),
                wishes: found.emergency,
                offered: emergencies(of: now.chart),
                keepsDirectives: terms(of: now.chart)?.keepsDirectives == true,
                directives: clinical.filter { Self.directives.contains($0.typeCode.value) }.map { line($0, now) },
                sheet: sheet?.sheet,
                document: sheet.map { line($0.entry, now) },
                mayRecord: mayRecordWishes(listing, now),
                mayChangeEmergency: mayChangeEmergency(listing, now),
                notice: Self.wishesNotice(turn.asked(Names.done))
            )
        )
    }

    /// The list, or nothing for whoever may not see it.
    private func openList(_ now: Consultation) async throws -> RecordListing? {
        do {
            return try await service.list(now.visit)
        } catch .refused {
            return nil
        } catch {
            throw error
        }
    }

    private func mayChangeEmergency(_ listing: RecordListing?, _ now: Consultation) -> Bool {
        guard let policy = listing?.policy, now.chart.mode == .normal, !now.chart.isSecret,
            !emergencies(of: now.chart).isEmpty, service.isAdministeredByProfessionals(policy)
        else { return false }
        // Where the set wants the patient's presence proved, the form asks for the proof; under an assertion there is none.
        return needsPresence(now.chart)
            ? now.offersFiling : service.isPossible(.administer, .record, under: policy, now.visit)
    }

    /// Whether the sheet of wishes could be filed: it is a document like any other, and nobody files under an assertion.
    private func mayRecordWishes(_ listing: RecordListing?, _ now: Consultation) -> Bool {
        guard let policy = listing?.policy, now.chart.mode == .normal,
            let classCode = valueSets.classCode(forType: Self.wishesType)
        else { return false }
        let facts = DocumentFacts(typeCode: Self.wishesType, classCode: classCode, relation: .author, origin: .care)
        return service.isPossible(.feed, .document(facts), under: policy, now.visit)
    }

    private static func wishesNotice(_ text: String) -> Phrase? {
        switch text {
        case "consigner": CareRequestText.saved.phrase
        case "urgence": CareRequestText.emergencySaved.phrase
        default: nil
        }
    }

    /// The latest sheet, opened: a reading, decided and traced as one.
    func sheet(
        in entries: [DocumentEntry],
        _ now: Consultation
    ) async throws -> (sheet: WishesSheet?, entry: DocumentEntry)? {
        guard let entry = latestSheet(entries), case .document(let read) = try await service.read(entry.id, now.visit)
        else { return nil }
        let content = DocumentContent(title: entry.title, bytes: read.bytes, valueSets: valueSets)
        guard case .text(_, let text) = content.body else { return (nil, entry) }
        return (WishesSheet(text: text), entry)
    }

    func latestSheet(_ entries: [DocumentEntry]) -> DocumentEntry? {
        entries.filter { $0.typeCode == Self.wishesType && $0.status == .approved }
            .max { ($0.depositedAt, $0.id) < ($1.depositedAt, $1.id) }
    }

    func recordWishesForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let listing = try await service.list(now.visit)
        // What would be refused is not filled in first.
        guard mayRecordWishes(listing, now) else { return .see(Paths.chart(now.handle, .wishes)) }
        let found = try await sheet(in: listing.clinical, now)
        return .page(RecordWishesPage(handle: now.handle, sheet: found?.sheet ?? WishesSheet()))
    }

    func recordWishes(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        var (sheet, faults) = WishesForm.read(form)
        if sheet.isEmpty { faults.append(FieldFault("\(Names.person)-1", CareRequestText.emptyFault.phrase)) }
        if !form.isTicked(Names.asked) { faults.append(FieldFault(Names.asked, CareRequestText.askedFault.phrase)) }
        guard faults.isEmpty, let type = valueSets[.type]?.codes.first(where: { $0 == Self.wishesType }) else {
            return .page(
                RecordWishesPage(handle: now.handle, sheet: sheet, faults: faults),
                status: .unprocessableContent
            )
        }
        // The carer whom the patient noted himself stays: this form does not ask for him.
        sheet.carer = try await self.sheet(in: try await service.list(now.visit).clinical, now)?.sheet?.carer
        _ = try await service.file(
            WebDraft(
                type: type,
                title: CareShellText.wishes.phrase.french,
                actDate: nil,
                visibility: now.chart.isSecret ? [.hiddenFromRepresentatives] : [],
                file: WebDraft.File(mediaType: "text/plain", bytes: Array(sheet.text.utf8)),
                zoneMinutes: ParisTime.offsetMinutes(at: now.now)
            ),
            traits: now.chart.traits,
            now.visit
        )
        return .see(Paths.chart(now.handle, .wishes) + "?\(Names.done)=consigner")
    }

    func emergencyWishesForm(_ turn: Turn, _ now: Consultation) async throws -> Answer {
        let listing = try await service.list(now.visit)
        // Elsewhere the patient decides himself; the page of wishes says so.
        guard mayChangeEmergency(listing, now) else { return .see(Paths.chart(now.handle, .wishes)) }
        return .page(
            EmergencyWishesPage(
                handle: now.handle,
                wishes: listing.policy.emergency,
                offered: emergencies(of: now.chart)
            )
        )
    }

    func changeEmergencyWishes(_ turn: Turn, _ now: Consultation, _ form: FormFields) async throws -> Answer {
        let wishes = EmergencyWishes(
            refusesBreakGlass: form.isTicked(Names.refusesGlass),
            refusesRegulation: form.isTicked(Names.refusesRegulation),
            opensMaskedDocuments: form.isTicked(Names.opensMasked)
        )
        guard form.isTicked(Names.asked) else {
            return .page(
                EmergencyWishesPage(
                    handle: now.handle,
                    wishes: wishes,
                    offered: emergencies(of: now.chart),
                    faults: [FieldFault(Names.asked, CareRequestText.askedFault.phrase)]
                ),
                status: .unprocessableContent
            )
        }
        try await service.updateAdministrativeData(AdministrativeChange(emergency: wishes), now.visit)
        return .see(Paths.chart(now.handle, .wishes) + "?\(Names.done)=urgence")
    }
}

/// The sheet of wishes as it is filled in.
enum WishesForm {
    /// What was written, and what is wrong with it.
    static func read(_ form: some FilledForm) -> (WishesSheet, [FieldFault]) {
        var sheet = WishesSheet()
        var faults: [FieldFault] = []
        func person(_ rank: Int) -> WishesSheet.Person? {
            func text(_ name: String) -> String { String(form.text("\(name)-\(rank)").prefix(WishesSheet.mostEntry)) }
            let person = WishesSheet.Person(
                name: text(Names.person),
                tie: text(Names.tie),
                phone: text(Names.phone)
            )
            guard !person.isEmpty else { return nil }
            if person.name.isEmpty {
                faults.append(FieldFault("\(Names.person)-\(rank)", CareRequestText.nameFault.phrase))
            }
            let digits = person.phone.count { $0.isASCII && $0.isNumber }
            // Somebody to warn is of no use without a number; a trusted person may have none.
            if rank > 0 || !person.phone.isEmpty, !(6...15).contains(digits) {
                faults.append(FieldFault("\(Names.phone)-\(rank)", CareRequestText.phoneFault.phrase))
            }
            return person
        }
        sheet.contacts = (1...WishesSheet.most).compactMap(person)
        sheet.trusted = person(0)
        sheet.organs = form.only(Names.organs).flatMap(WishesSheet.Organs.init) ?? .unsaid
        return (sheet, faults)
    }
}
