import AccessRules
import ClinicalDocuments
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording
import XDSWire

/// Page 15: what is noted is a document of the record, under the rules of any other.
extension PortalDoor {
    func wishes(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let (sheet, entry) = try await wishesSheet(stay)
        return .page(
            WishesPage(
                sheet: sheet,
                document: entry.map { ($0.id, DateText.date($0.depositedAt)) },
                changing: wishesChange(stay),
                refusesHeirs: stay.file.policy.refusesHeirs,
                mayDecideOnHeirs: mayDecideOnHeirs(stay),
                notice: [
                    "oui": WishesText.saved.phrase, "opposition": HeirsText.nowRefused.phrase,
                    "plus-opposition": HeirsText.nowAllowed.phrase,
                ][turn.asked("fait")]
            )
        )
    }

    /// Whether what would be entered is taken: it is kept as a document, which the set or a court may refuse.
    private func mayNote(_ stay: Stay) -> Bool {
        guard may(.changeWishes, stay), let classCode = valueSets.classCode(forType: OwnDocumentKind.wishes) else {
            return false
        }
        let facts = DocumentFacts(
            typeCode: OwnDocumentKind.wishes,
            classCode: classCode,
            relation: .author,
            origin: .holder
        )
        return may(.feed, .document(facts), stay)
    }

    private func wishesChange(_ stay: Stay) -> WishesPage.Changing {
        guard !mayNote(stay) else { return .offered }
        let takesDocuments = service.policySet(named: stay.file.policy.policySet)?.holderMayFile == true
        return may(.changeWishes, stay) && !takesDocuments ? .notKept : .notOfRole
    }

    func wishesForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard mayNote(stay) else { return .trouble(.refused) }
        return .page(WishesFormPage(sheet: try await wishesSheet(stay).sheet))
    }

    /// What was entered, to be read once more before it is filed.
    func checkWishes(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard mayNote(stay) else { return .trouble(.refused) }
        let (sheet, faults) = Self.entered(form)
        guard faults.isEmpty else {
            return .page(WishesFormPage(sheet: sheet, faults: faults), status: .unprocessableContent)
        }
        let replaces = try await !filed(OwnDocumentKind.wishes, stay).isEmpty
        return .page(WishesSummaryPage(sheet: sheet, replaces: replaces))
    }

    /// The same form with what was entered, from the summary.
    func wishesAgain(_ turn: Turn, _ stay: Stay, _ form: FormFields) -> Answer {
        guard mayNote(stay) else { return .trouble(.refused) }
        return .page(WishesFormPage(sheet: Self.entered(form).sheet))
    }

    /// The sheet as it was filled in; a browser lets nobody type more than is read.
    static func entered(_ form: FormFields) -> (sheet: WishesSheet, faults: [FieldFault]) {
        var sheet = WishesSheet()
        var faults: [FieldFault] = []
        func person(_ suffix: String) -> WishesSheet.Person? {
            func text(_ name: String) -> String {
                String((form.only("\(name)-\(suffix)")?.trimmed ?? "").prefix(WishesSheet.mostEntry))
            }
            let person = WishesSheet.Person(name: text(FormNames.person), tie: text("lien"), phone: text("appel"))
            guard !person.isEmpty else { return nil }
            if person.name.isEmpty {
                faults.append(FieldFault("\(FormNames.person)-\(suffix)", WishesText.nameFault.phrase))
            }
            let digits = person.phone.count { $0.isASCII && $0.isNumber }
            if suffix != "0" || !person.phone.isEmpty, !(6...15).contains(digits) {
                faults.append(FieldFault("appel-\(suffix)", WishesText.phoneFault.phrase))
            }
            return person
        }
        sheet.contacts = (1...WishesSheet.most).compactMap { person("\($0)") }
        sheet.trusted = person("0")
        sheet.carer = person("9")
        sheet.organs = form.only(FormNames.choice).flatMap(WishesSheet.Organs.init) ?? .unsaid
        return (sheet, faults)
    }

    func changeWishes(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard mayNote(stay) else { return .trouble(.refused) }
        let (sheet, faults) = Self.entered(form)
        guard faults.isEmpty else {
            return .page(WishesFormPage(sheet: sheet, faults: faults), status: .unprocessableContent)
        }
        let earlier = try await filed(OwnDocumentKind.wishes, stay)
        _ = try await service.depositOwn(
            OwnDocument(
                title: WishesText.documentTitle.phrase.french,
                type: OwnDocumentKind.wishes,
                mediaType: "text/plain",
                bytes: Array(sheet.text.utf8),
                visibility: []
            ),
            stay.visit
        )
        for entry in earlier { _ = try await service.change(.logicalIDs([entry.id]), .archive, stay.visit) }
        return .see(Paths.wishes + "?fait=oui")
    }

    private func wishesSheet(_ stay: Stay) async throws -> (sheet: WishesSheet, entry: DocumentEntry?) {
        // The latest one, whether the holder wrote it or a professional at his request.
        let entries = try await clinical(stay)
            .filter { $0.typeCode == OwnDocumentKind.wishes && $0.status == .approved }
        guard let entry = entries.max(by: { ($0.depositedAt, $0.id) < ($1.depositedAt, $1.id) }),
            case .document(let read) = try await service.read(entry.id, stay.visit)
        else { return (WishesSheet(), nil) }
        let content = DocumentContent(title: entry.title, bytes: read.bytes, valueSets: valueSets)
        guard case .text(_, let text) = content.body else { return (WishesSheet(), entry) }
        return (WishesSheet(text: text) ?? WishesSheet(), entry)
    }

    /// The holder's own documents of a type that are in force, the latest first.
    func filed(_ type: Code, _ stay: Stay) async throws -> [DocumentEntry] {
        try await clinical(stay)
            .filter { $0.typeCode == type && $0.status == .approved && $0.isByHolder }
            .sorted { ($0.depositedAt, $0.id) > ($1.depositedAt, $1.id) }
    }
}
