import ClinicalDocuments
import Custody
import HealthRecord
import PageKit
import Wording

@testable import PortalDoor

/// Pages of choices in every state: who sees what, and wishes.
extension PageSamples {
    static var reports: [Sample] {
        let document = ReportPage.Subject(
            kind: .document,
            name: Phrase(verbatim: "Ordonnance"),
            isForeign: true,
            carried: [(FormNames.document, ids[0].text)],
            reasons: ReportReason.fitting(.document(ids[0])),
            back: Paths.document(ids[0])
        )
        let moment = DateText.moment(now)
        let access = ReportPage.Subject(
            kind: .access,
            name: ReportText.access("Dr\u{A0}Claire Vasseur", moment),
            isForeign: false,
            carried: [(FormNames.professional, handle.text), (FormNames.moment, "1")],
            reasons: [.unknownPerson, .noCare, .notUrgent, .other],
            back: Paths.history
        )
        func line(_ standing: ReportText, settled: Phrase?) -> ReportsPage.Line {
            .init(
                reference: "A1B2 C3D4",
                when: moment,
                about: ReportText.access("Dr\u{A0}Claire Vasseur", moment),
                reason: ReportText.reason(.noCare),
                standing: standing,
                settled: settled
            )
        }
        return [
            ("report-document", ReportPage(subject: document), true),
            (
                "report-access",
                ReportPage(
                    subject: access,
                    words: "Je n’étais pas là.",
                    faults: [FieldFault(FormNames.choice, ReportText.reasonFault.phrase)]
                ), true
            ),
            ("reports-none", ReportsPage(lines: []), true),
            (
                "reports",
                ReportsPage(
                    lines: [line(.pending, settled: nil), line(.done, settled: moment)],
                    notice: ReportText.sent.phrase
                ), true
            ),
        ]
    }

    static var choices: [Sample] { reports + rights + wishes + family + account + closing + timeline }

    static func effect(_ pairs: [(Int, Int)]) -> PolicyEffect {
        let names = ["Dr\u{A0}Claire Vasseur", "Hélène Delaunay", "Bruno Roussel"]
        return PolicyEffect(
            lines: zip(names, pairs).map { name, pair in
                .init(
                    name: name,
                    role: Phrase("médecin généraliste", "general practitioner"),
                    before: pair.0,
                    after: pair.1,
                    all: 12
                )
            }
        )
    }

    static var emergencyEffect: PolicyEffect {
        PolicyEffect(
            lines: [
                .init(
                    name: "",
                    role: EffectText.anyPhysician.phrase + EffectText.ofMasked.phrase,
                    before: 0,
                    after: 2,
                    all: 2
                )
            ]
        )
    }

    static func summary(
        _ effect: PolicyEffect?,
        grave: Bool = false,
        faults: [FieldFault] = []
    )
        -> ActSummaryPage
    {
        ActSummaryPage(
            title: grave ? ClosingText.summary.phrase : ConfidentialityText.summaryMasked.phrase,
            about: grave ? "Jeanne Lavigne" : nil,
            meaning: [ConfidentialityText.laterOnly.phrase],
            effect: effect,
            undo: EffectText.undo.phrase,
            isGrave: grave,
            action: Paths.confidentialityChange,
            confirm: grave ? ClosingText.confirm.phrase : ConfidentialityText.confirmMasked.phrase,
            cancel: ConfidentialityText.cancel.phrase,
            back: Paths.confidentiality,
            carried: [(FormNames.masked, "oui")],
            fields: grave ? [IdentityFields.secret(.signInSecret)] : [],
            faults: faults,
            place: .settings,
            trail: [Crumb(label: ConfidentialityText.title.phrase, path: Paths.confidentiality)]
        )
    }

    static var rights: [Sample] {
        let yes = TypeRights.Answer(isPermitted: true, reason: .whyProfessionYes)
        let no = TypeRights.Answer(isPermitted: false, reason: .whyProfession)
        let professions = [
            (value: "G15_10", label: Phrase("Médecin", "Doctor")),
            (value: "G15_60", label: Phrase("Infirmier", "Nurse")),
        ]
        let types = [(value: "11502-2", label: "CR d’examens biologiques")]
        var profession = RightsPage(professions: professions, types: types, chosenProfession: "G15_60")
        profession.result = .profession(
            Phrase("Infirmier", "Nurse"),
            [
                .init(label: "Comptes rendus", types: [("CR d’imagerie", yes), ("CR opératoire", no)]),
                .init(label: "Remboursements", types: [("Historique", no)]),
                .init(label: "Traitements", types: [("Ordonnance", yes)]),
            ]
        )
        profession.people = [
            .init(
                handle: handle,
                name: "Bruno Roussel",
                profession: Phrase("infirmier", "nurse"),
                answer: nil,
                readable: 3,
                all: 12
            )
        ]
        var type = RightsPage(professions: professions, types: types, chosenType: "11502-2")
        type.result = .type(
            "CR d’examens biologiques",
            professions.map { .init(label: $0.label, answer: $0.value == "G15_10" ? yes : no) }
        )
        type.people = [
            .init(
                handle: handle,
                name: "Bruno Roussel",
                profession: Phrase("infirmier", "nurse"),
                answer: .init(isPermitted: false, reason: .whyBlocked),
                readable: 0,
                all: 1
            )
        ]
        var publicly = type
        publicly.people = nil
        let wishes = EmergencyWishes(refusesBreakGlass: true)
        return [
            ("settings", SettingsPage(), true),
            ("settings-acting", SettingsPage(ownsAccount: false, isAdult: false), true),
            ("rights", RightsPage(professions: professions, types: types, people: []), true),
            ("rights-profession", profession, true), ("rights-type", type, true), ("rights-public", publicly, false),
            (
                "confidentiality",
                ConfidentialityPage(isMasked: false, authorised: 3, blocked: 1, maskable: 12, unmaskable: 2), true
            ),
            (
                "confidentiality-not-offered",
                ConfidentialityPage(isMasked: false, authorised: 3, blocked: 1, isOffered: false), true
            ),
            (
                "confidentiality-masked",
                ConfidentialityPage(
                    isMasked: true,
                    authorised: 0,
                    blocked: 0,
                    mayDecide: false,
                    notice: ConfidentialityText.nowMasked.phrase
                ), true
            ),
            ("summary", summary(effect([(12, 3), (0, 2), (5, 5)])), true),
            (
                "summary-lists",
                ActSummaryPage(
                    title: FamilyText.endTitle.phrase,
                    about: "Marie Lavigne",
                    meaning: [FamilyText.endLead.phrase],
                    lists: [
                        SummaryList(
                            kind: .loses,
                            title: EndingText.loses.phrase,
                            items: [EndingText.reading(12), EndingText.adding.phrase]
                        ), SummaryList(kind: .keeps, title: EndingText.keeps.phrase, items: [EndingText.read.phrase]),
                        SummaryList(kind: .gains, title: EndingText.gains.phrase, items: [EndingText.others(2)]),
                    ],
                    action: Paths.endMandate,
                    confirm: FamilyText.endConfirm.phrase,
                    cancel: FamilyText.endCancel.phrase,
                    back: Paths.family
                ), true
            ),
            ("summary-nothing", summary(effect([])), true),
            (
                "summary-grave",
                summary(
                    effect([(12, 0), (1, 0)]),
                    grave: true,
                    faults: [FieldFault(FormNames.secret, FieldText.secretFault.phrase)]
                ), true
            ),
            ("emergency", EmergencyPage(wishes: wishes), true),
            (
                "emergency-met",
                EmergencyPage(
                    wishes: wishes,
                    met: [
                        .init(
                            handle: handle,
                            name: "Dr\u{A0}Claire Vasseur",
                            kind: .metBreakGlass,
                            reason: "Personne inconsciente",
                            at: DateText.moment(now),
                            justification: nil,
                            moment: now
                        ),
                        .init(
                            handle: handle,
                            name: "SAMU 75",
                            kind: .metRegulation,
                            reason: nil,
                            at: DateText.moment(now),
                            justification: "Appel pour une douleur dans la poitrine.",
                            moment: now
                        ),
                    ]
                ), true
            ),
            ("emergency-reader", EmergencyPage(wishes: wishes, mayDecide: false), true),
            (
                "emergency-done",
                EmergencyPage(wishes: EmergencyWishes(), notice: EmergencyText.done.phrase, undo: wishes), true
            ),
            ("emergency-summary", summary(emergencyEffect), true),
        ]
    }

    static let sheetOfWishes: WishesSheet = {
        var sheet = WishesSheet()
        sheet.contacts = [.init(name: "Marie Lavigne", tie: "ma fille", phone: "06 39 98 12 34")]
        sheet.trusted = .init(name: "Paul Lavigne", tie: "", phone: "")
        sheet.organs = .informed
        return sheet
    }()

    static var wishes: [Sample] {
        let day = Phrase("12\u{A0}mars\u{A0}2026", "12\u{A0}March\u{A0}2026")
        var withCarer = WishesSheet()
        withCarer.carer = .init(name: "Zoé Lavigne", tie: "ma sœur", phone: "06 39 98 12 34")
        let answers = DirectiveAnswers(texts: ["Rester chez moi.", "Pas de réanimation.", ""])
        return [
            ("wishes-none", WishesPage(sheet: WishesSheet()), true),
            (
                "wishes",
                WishesPage(sheet: sheetOfWishes, document: (ids[1], day), notice: WishesText.saved.phrase), true
            ),
            ("wishes-heirs", WishesPage(sheet: withCarer, refusesHeirs: true), true),
            ("wishes-reader", WishesPage(sheet: sheetOfWishes, changing: .notOfRole), true),
            ("wishes-form", WishesFormPage(sheet: sheetOfWishes), true),
            (
                "wishes-form-faults",
                WishesFormPage(
                    sheet: sheetOfWishes,
                    faults: [FieldFault("appel-1", WishesText.phoneFault.phrase)]
                ), true
            ),
            ("wishes-summary", WishesSummaryPage(sheet: sheetOfWishes, replaces: true), true),
            (
                "adding-summary",
                AddingSummaryPage(
                    entered: OwnEntry(title: "Lunettes", kind: .prescription, date: "12/03/2019", isMasked: true),
                    size: SizeText.text(12_000)
                ), true
            ),
            ("directives-none", DirectivesPage(), true),
            (
                "directives",
                DirectivesPage(
                    current: .init(id: ids[0], date: day),
                    earlier: [.init(id: ids[1], date: day)],
                    notice: DirectivesText.saved.phrase
                ), true
            ),
            ("directives-form", DirectivesFormPage(), true),
            (
                "directives-form-faults",
                DirectivesFormPage(
                    faults: [FieldFault(DirectiveAnswers.names[0], DirectivesText.empty.phrase)]
                ), true
            ),
            (
                "directives-summary",
                DirectivesSummaryPage(
                    text: answers.text(name: name.spoken, day: day),
                    replaces: true,
                    carried: zip(DirectiveAnswers.names, answers.texts).map { (name: $0, value: $1) }
                ), true
            ),
            ("directives-not-kept", DirectivesPage(areKept: false), true),
            (
                "directives-place",
                DirectivesPlacePage(
                    entered: DirectivesPlace(place: "", keeper: "Marie Lavigne", phone: "12"),
                    faults: DirectivesPlace(phone: "12").faults
                ), true
            ),
            (
                "directives-place-summary",
                DirectivesSummaryPage(
                    text: DirectivesPlace(place: "Chez moi", keeper: "Marie Lavigne").text,
                    replaces: false,
                    carried: DirectivesPlace(place: "Chez moi", keeper: "Marie Lavigne").pairs,
                    action: Paths.directivesPlaceSummary,
                    again: Paths.directivesPlaceAgain,
                    confirm: .placeConfirm,
                    title: .placeCheck
                ), true
            ),
            (
                "directives-upload",
                DirectivesUploadPage(faults: [FieldFault(FormNames.file, AddingText.fileKind.phrase)]), true
            ),
            ("adding", AddingPage(), true),
            (
                "adding-faults",
                AddingPage(
                    entered: OwnEntry(date: "demain"),
                    faults: [
                        FieldFault(FormNames.file, AddingText.fileTooLarge.phrase),
                        FieldFault(FormNames.title, AddingText.nameMissing.phrase),
                        FieldFault(FormNames.category, AddingText.kindMissing.phrase),
                        FieldFault(FormNames.actDate, FieldText.dateFault.phrase),
                    ]
                ), true
            ),
        ]
    }
}
